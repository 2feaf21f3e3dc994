package org.xinheng.testkit.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.testkit.code.CodeMint;

/**
 * The made-up city (示例市): 2,000 organisations and 12,000 permits and penalties over five years, delivered by its
 * departments as files, with the mistakes that real files have. Pure: the same seed, day and pack give the same city.
 */
public final class MadeUpCity {

    public static final int ORGANISATIONS = 2_000;
    public static final int RECORDS = 12_000;
    private static final String PERMITS = "administrative-permit";
    private static final String PENALTIES = "administrative-penalty";
    /** Decisions of the last days come as ordinary deliveries, all before them as backlog. */
    private static final int RECENT_DAYS = 21;

    private final Random random;
    private final LocalDate today;
    private final Policy policy;
    private final Rows rows;
    private final List<CityOrganisation> organisations;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final TreeMap<String, Sheet> sheets = new TreeMap<>();

    /**
     * @param today the day on which the city opens; records end there
     * @param policy a pack that declares authorities and counties
     */
    public MadeUpCity(long seed, LocalDate today, Policy policy) {
        this.random = new Random(seed);
        this.today = today;
        this.policy = policy;
        this.rows = new Rows(random);
        this.organisations = new CityRegister(random, policy.place()).found(ORGANISATIONS, today);
    }

    public List<CityOrganisation> organisations() {
        return organisations;
    }

    /** The register as its keeper delivers it, Chinese headers. */
    public CityDelivery register() {
        Sheet sheet = new Sheet(List.of("名称", "统一社会信用代码", "成立日期", "注册资本", "行政区划", "登记状态", "企业规模"));
        for (CityOrganisation organisation : organisations) {
            Map<String, String> row = sheet.blank();
            row.put("名称", organisation.name());
            row.put("统一社会信用代码", organisation.code());
            row.put("成立日期", organisation.registeredOn().toString());
            row.put("注册资本", organisation.capital());
            row.put("行政区划", organisation.county());
            row.put("登记状态", organisation.state());
            row.put("企业规模", organisation.size());
            sheet.add(row);
        }
        return new CityDelivery(
                "organisation-register", policy.place().registrationSource(), "主体登记.csv", sheet.csv(), false);
    }

    /** All files of permits and penalties: backlog first, then the deliveries of the last weeks with their faults. */
    public List<CityDelivery> deliveries() {
        sheets.clear();
        numbers.clear();
        for (int i = 0; i < RECORDS; i++) {
            LocalDate decided = decisionDay(i);
            CityOrganisation subject = organisations.get(random.nextInt(organisations.size()));
            Authority by = inCharge(subject);
            if (i % 8 < 5) {
                Sheet sheet = sheet(PERMITS, by, decided, Layouts2018.PERMIT);
                sheet.add(rows.permit(sheet, subject, by, decided, next(by, PERMITS)));
            } else {
                Sheet sheet = sheet(PENALTIES, by, decided, Layouts2018.PENALTY);
                sheet.add(rows.penalty(sheet, subject, by, decided, next(by, PENALTIES)));
            }
        }
        plantFaults();
        List<CityDelivery> files = new ArrayList<>();
        sheets.forEach((key, sheet) -> {
            String[] parts = key.split("\\|");
            boolean historical = parts[0].equals("1");
            String name = parts[1].equals(PERMITS) ? "行政许可" : "行政处罚";
            files.add(new CityDelivery(
                    parts[1], parts[2], name + (historical ? "历史存量" : "本期") + ".csv", sheet.csv(), historical));
        });
        files.sort(Comparator.comparing(CityDelivery::historical).reversed());
        return files;
    }

    /** Rows as real files have them: without code, wrong code, another name, a person, a bad date, no basis, foreign subjects. */
    private void plantFaults() {
        for (int i = 0; i < 60; i++) {
            CityOrganisation subject = organisations.get(i * 31 % organisations.size());
            Authority by = inCharge(subject);
            LocalDate decided = workday(today.minusDays(3 + i % 10));
            Sheet sheet = sheet(PENALTIES, by, decided, Layouts2018.PENALTY);
            Map<String, String> row = rows.penalty(sheet, subject, by, decided, next(by, PENALTIES));
            switch (i % 10) {
                case 0 -> row.put("CF_XDR_SHXYM", "");
                case 1 -> row.put("CF_XDR_SHXYM", CodeMint.withWrongCheck(subject.code(), random));
                case 2 ->
                    row.put(
                            "CF_XDR_MC",
                            organisations.get((i + 7) % organisations.size()).name());
                case 3 -> {
                    row.put("CF_XDR_LB", "自然人");
                    row.put("CF_XDR_SHXYM", "");
                }
                case 4 -> row.put("CF_JDRQ", "2026/02/30");
                case 5 -> row.put("CF_YJ", "");
                case 6 -> {
                    row.put("CF_XDR_SHXYM", CodeMint.uscc("91", "990200", 900_000L + i));
                    row.put(
                            "CF_XDR_MC",
                            "外埠"
                                    + subject.name()
                                            .substring(
                                                    policy.place().name().zh().length()));
                }
                case 7 -> row.put("CF_NR_FK", "50000");
                case 8 -> sheet.add(new HashMap<>(row));
                default -> row.put("CF_SY", row.get("CF_SY") + "联系电话13800138000。");
            }
            sheet.add(row);
        }
    }

    private LocalDate decisionDay(int i) {
        int daysAgo =
                i % 6 == 0 ? 1 + random.nextInt(RECENT_DAYS - 1) : RECENT_DAYS + random.nextInt(5 * 365 - RECENT_DAYS);
        return workday(today.minusDays(daysAgo));
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private Sheet sheet(String type, Authority by, LocalDate decided, List<String> columns) {
        boolean historical = decided.isBefore(today.minusDays(RECENT_DAYS + (long) DayOfWeek.values().length));
        return sheets.computeIfAbsent((historical ? "1" : "0") + "|" + type + "|" + by.id(), key -> new Sheet(columns));
    }

    private int next(Authority by, String type) {
        return numbers.merge(by.id() + type, 1, Integer::sum);
    }

    /** The department of the subject's county in whose field it trades; where there is none, any of the county. */
    private Authority inCharge(CityOrganisation subject) {
        String field = Trades.ALL.get(subject.trade()).field();
        List<Authority> county = policy.authorities().stream()
                .filter(a -> a.division().equals(subject.county()))
                .toList();
        List<Authority> pool = county.isEmpty() ? policy.authorities() : county;
        return pool.stream()
                .filter(a -> a.name().zh().contains(field))
                .findFirst()
                .orElseGet(() -> pool.get(Math.floorMod(subject.code().hashCode(), pool.size())));
    }
}
