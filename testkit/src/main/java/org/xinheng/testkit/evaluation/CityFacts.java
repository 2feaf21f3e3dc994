package org.xinheng.testkit.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.evaluation.RecordFact.Judgement;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectState;
import org.xinheng.core.record.PublishGate;
import org.xinheng.core.record.RowCheck;
import org.xinheng.core.record.RowVerdict;
import org.xinheng.testkit.city.CityDelivery;
import org.xinheng.testkit.city.CityOrganisation;
import org.xinheng.testkit.city.MadeUpCity;

/**
 * The made-up city as evaluation sees it: its penalties as they would stand in the archive, and what its departments deliver in
 * no file: listings, commitments, honours, at rates of a city's size.
 */
public final class CityFacts {

    /**
     * @param perThousand how many organisations have such a record in the last three years
     * @param years records in so many years on end, the last one within a year
     * @param lastingDays validity; 0 for none
     */
    private record Rate(String type, @Nullable String kind, int perThousand, int years, int lastingDays) {}

    private static final int YEAR = 365;
    private static final int YEARS = 3;

    private static final List<Rate> RATES = List.of(
            new Rate("abnormal-enterprise", "未按规定公示年度报告", 150, 1, 700),
            new Rate("abnormal-enterprise", "通过登记的住所或者经营场所无法联系", 130, 1, 900),
            new Rate("severe-list", "市场监管", 5, 1, 3 * YEAR),
            new Rate("judgment-debtor", "有履行能力而拒不履行", 9, 1, 2 * YEAR),
            new Rate("honour", "纳税信用A级", 60, 3, 0),
            new Rate("honour", "市级荣誉", 40, 1, 2 * YEAR),
            new Rate("honour", "海关高级认证企业", 4, 1, 5 * YEAR),
            new Rate("contract-fulfilment", null, 30, 1, 0),
            new Rate("administrative-inspection", "发现问题待后续处理", 100, 1, 0));

    private final Random random;
    private final Policy policy;
    private final LocalDate today;
    private final Map<String, List<RecordFact>> byCode = new HashMap<>();
    private int next;

    private CityFacts(long seed, Policy policy, LocalDate today) {
        random = new Random(seed);
        this.policy = policy;
        this.today = today;
    }

    /** All organisations of the city, in the order of its register. */
    public static List<OrganisationFacts> of(long seed, LocalDate today, Policy policy) {
        MadeUpCity city = new MadeUpCity(seed, today, policy);
        CityFacts facts = new CityFacts(seed, policy, today);
        city.deliveries().stream()
                .filter(file -> file.type().equals("administrative-penalty"))
                .forEach(facts::read);
        List<OrganisationFacts> all = new ArrayList<>();
        for (CityOrganisation organisation : city.organisations()) {
            facts.others(organisation);
            all.add(new OrganisationFacts(
                    new OrganisationFacts.Identity(
                            organisation.prefix(), state(organisation.state()), organisation.registeredOn()),
                    facts.byCode.getOrDefault(organisation.code(), List.of())));
        }
        return all;
    }

    private static SubjectState state(String word) {
        return switch (word) {
            case "歇业" -> SubjectState.SUSPENDED;
            case "迁出" -> SubjectState.MOVED_OUT;
            case "撤销" -> SubjectState.CANCELLED;
            case "吊销" -> SubjectState.LICENCE_REVOKED;
            case "注销" -> SubjectState.DEREGISTERED;
            default -> SubjectState.EXISTING;
        };
    }

    private void read(CityDelivery file) {
        RecordType type = policy.recordType(file.type()).orElseThrow();
        RowCheck check = RowCheck.of(type, policy, today, null, null);
        var text = new InputStreamReader(new ByteArrayInputStream(file.file()), StandardCharsets.UTF_8);
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
            @Nullable
            String[] cells = type.fields().stream()
                    .map(field -> row.findField(field.name())
                            .filter(cell -> !cell.isBlank())
                            .orElse(null))
                    .toArray(String[]::new);
            if (check.check(cells) instanceof RowVerdict.Usable usable
                    && usable.row().subjectCode() != null) {
                add(usable.row().subjectCode(), type, usable.row().values());
            }
        }
    }

    private void others(CityOrganisation organisation) {
        for (Rate rate : RATES) {
            boolean concerned = random.nextInt(1000) < rate.perThousand();
            int last = rate.years() == 1 ? random.nextInt(YEARS * YEAR) : random.nextInt(YEAR);
            for (int year = 0; concerned && year < rate.years(); year++) {
                RecordType type = policy.recordType(rate.type()).orElseThrow();
                LocalDate decided = today.minusDays(last + (long) year * YEAR);
                add(organisation.code(), type, values(type, rate, decided));
            }
        }
    }

    /** Every field that the publish gate asks for, the others blank. */
    private @Nullable String[] values(RecordType type, Rate rate, LocalDate decided) {
        @Nullable String[] values = new String[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Field field = type.fields().get(i);
            values[i] = switch (field.role()) {
                case DOCUMENT_NUMBER -> "示〔" + decided.getYear() + "〕" + next + "号";
                case DECIDED_ON -> decided.toString();
                case KIND -> rate.kind();
                case VALID_TO ->
                    rate.lastingDays() == 0
                            ? null
                            : decided.plusDays(rate.lastingDays()).toString();
                case AUTHORITY_CODE -> policy.authorities().getFirst().code();
                case AUTHORITY_NAME -> policy.authorities().getFirst().name().zh();
                case LEGAL_BASIS -> "《示范条例》第一条";
                default -> null;
            };
        }
        return values;
    }

    private void add(String code, RecordType type, @Nullable String[] values) {
        var gate = policy.gates().get(type.id());
        Judgement judgement = Judgement.of(PublishGate.of(type, gate).decide(values, today));
        RecordFact.of("r" + next++, type, gate, values, judgement, false)
                .ifPresent(fact ->
                        byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(fact));
    }
}
