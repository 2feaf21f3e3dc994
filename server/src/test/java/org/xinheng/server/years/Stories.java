package org.xinheng.server.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.years.PlantedRecord.Kind;

/** What befalls records while the years go by: withdrawn, corrected, voided, objected to, repaired, listed here and taken off again. */
final class Stories {

    private static final int UNANSWERED_AFTER = 7;

    private final YearsServer server;
    private final ServerOfSources http;
    private final PlantedCity city;
    private final Random random;
    private final NavigableMap<LocalDate, List<Story>> due = new TreeMap<>();
    private final WorkingDays workingDays;
    /** How often each story came to its end. */
    final Map<String, Integer> told = new TreeMap<>();

    /** What happens on a day, which may be later than the one that it was meant for. */
    @FunctionalInterface
    private interface Story {
        void on(LocalDate day) throws Exception;
    }

    Stories(YearsServer server, PlantedCity city, long seed) throws IOException {
        this.server = server;
        this.city = city;
        this.http = new ServerOfSources(server.port);
        this.random = new Random(seed);
        this.workingDays = new WorkingDays();
    }

    /** Days on which an objection's period ends, read from the table of holidays as text. */
    private static final class WorkingDays {

        private final Set<String> off = new HashSet<>();
        private final Set<String> worked = new HashSet<>();

        WorkingDays() throws IOException {
            Path table = Path.of(System.getProperty("xinheng.home"), "policy-packs/national/calendar/holidays.csv");
            for (String line : Files.readAllLines(table)) {
                String[] cells = line.split(",", -1);
                (cells[2].equals("1") ? off : worked).add(cells[0]);
            }
        }

        LocalDate after(LocalDate start, int days) {
            LocalDate day = start;
            for (int counted = 0; counted < days; ) {
                day = day.plusDays(1);
                String text = day.toString();
                boolean weekday = day.getDayOfWeek().getValue() < 6;
                counted += worked.contains(text) || (weekday && !off.contains(text)) ? 1 : 0;
            }
            return day;
        }
    }

    /** Days for which something is meant. */
    Set<LocalDate> days() {
        return due.keySet();
    }

    private void at(LocalDate day, Story story) {
        due.computeIfAbsent(day, _ -> new ArrayList<>()).add(story);
    }

    private void told(String what) {
        told.merge(what, 1, Integer::sum);
    }

    /** Everything meant for a day or one before it. */
    void happen(LocalDate day) throws Exception {
        while (!due.isEmpty() && !due.firstKey().isAfter(day)) {
            for (Story story : Objects.requireNonNull(due.pollFirstEntry()).getValue()) {
                story.on(day);
            }
        }
    }

    /** A record that has just arrived gets a fate, most of them none. */
    void begin(PlantedRecord record, LocalDate today) {
        LocalDate day = today.plusDays(5 + random.nextInt(200));
        switch (random.nextInt(20)) {
            case 0 -> at(day, on -> withdraw(record, on));
            case 1 -> at(day, on -> correct(record, on));
            case 2 -> at(day, on -> objectAndReject(record, on));
            case 3 -> at(day, on -> objectAndUphold(record, on));
            case 4 -> at(day, on -> objectUnanswered(record, on));
            case 5, 6 -> {
                int months = record.kind == Kind.FINE ? 3 : 12;
                LocalDate earliest = record.decided.plusMonths(months).plusDays(1 + random.nextInt(20));
                LocalDate order36 = LocalDate.of(2026, 4, 2);
                at(earliest.isBefore(order36) ? order36 : earliest, on -> repair(record, on));
            }
            case 7, 8, 9 -> at(day, on -> voided(record, on));
            default -> {}
        }
    }

    private void withdraw(PlantedRecord record, LocalDate on) {
        if (record.visible(on)) {
            var withdrawal = new Withdrawal("revoked", "澜府复决〔2026〕9号", null, "经复核，原决定依据不足，已经撤销。");
            assertThat(server.archive.withdraw(Objects.requireNonNull(record.address), withdrawal, "test"))
                    .isInstanceOf(EndResult.Ended.class);
            record.ended = on;
            told("withdrawn");
        }
    }

    /** The date of the decision was wrong: the window moves with it. */
    private void correct(PlantedRecord record, LocalDate on) throws Exception {
        if (record.visible(on) && record.validTo == null) {
            record.decided = record.decided.minusDays(10 + random.nextInt(90));
            again(record, "更正", true);
            told("corrected");
        }
    }

    /** Whoever listed it says that the entry holds no longer. */
    private void voided(PlantedRecord record, LocalDate on) throws Exception {
        if (record.visible(on) && record.kind.ordinal() >= Kind.SEVERE_LIST.ordinal()) {
            again(record, "移出", false);
            record.ended = on;
            told("delisted elsewhere");
        }
    }

    private void again(PlantedRecord record, String remark, boolean valid) throws Exception {
        server.deliver(record.kind.type, PlantedCity.csv(List.of(record), server.market(), remark, valid), 1);
    }

    private String opened(String path, String client, Map<String, ?> body) throws Exception {
        HttpResponse<String> answer = server.post(http, client, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return json(answer).path("id").asString();
    }

    private void step(String id, int seen, String action, Map<String, String> more) throws Exception {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("seen", seen);
        body.put("action", action);
        HttpResponse<String> answer = server.post(http, "market", "/api/v1/cases/" + id + "/steps", body);
        assertThat(answer.statusCode()).as(action + " " + answer.body()).isEqualTo(200);
    }

    private static Map<String, String> decision(LocalDate on, String... more) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("reason", "经核查，情况属实，按照规定办理。");
        said.put("documentNumber", "昕市监办〔" + on.getYear() + "〕" + on.getDayOfYear() + "号");
        said.put("documentDate", on.toString());
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        return said;
    }

    private String objection(PlantedRecord record) throws Exception {
        return opened(
                "/api/v1/cases/objection",
                "hall",
                Map.of(
                        "record",
                        Objects.requireNonNull(record.address),
                        "ground",
                        "wrong",
                        "statement",
                        "缴款凭证显示已经缴清。",
                        "presented",
                        "licence",
                        "presentedNumber",
                        "副本1号",
                        "papers",
                        "授权证明" + record.number));
    }

    private void objectAndReject(PlantedRecord record, LocalDate on) throws Exception {
        if (record.visible(on) && !record.last(on).isBefore(on.plusDays(5))) {
            String id = objection(record);
            told("disputed");
            step(id, 1, "reject", decision(on));
        }
    }

    private void objectAndUphold(PlantedRecord record, LocalDate on) throws Exception {
        if (record.visible(on)) {
            String id = objection(record);
            step(id, 1, "uphold-withdraw", decision(on, "withdrawalGround", "revoked"));
            record.ended = on;
            told("upheld");
        }
    }

    private void objectUnanswered(PlantedRecord record, LocalDate on) throws Exception {
        if (!record.visible(on)) {
            return;
        }
        String id = objection(record);
        LocalDate due = workingDays.after(on, UNANSWERED_AFTER);
        record.withheldFrom = due.plusDays(1);
        told("withheld");
        if (random.nextBoolean()) {
            at(due.plusDays(1 + random.nextInt(30)), day -> certify(record, id, day));
        }
    }

    private void certify(PlantedRecord record, String id, LocalDate on) throws Exception {
        while (server.watch.run() > 0) {
            // one step a case and turn
        }
        int seen = json(server.get(http, "/api/v1/cases/" + id, "market"))
                .path("steps")
                .size();
        step(id, seen, "certify", decision(on));
        record.withheldFrom = null;
        told("certified");
    }

    private void repair(PlantedRecord record, LocalDate on) throws Exception {
        if (!record.visible(on) || record.kind == Kind.WARNING || record.withheldFrom != null) {
            return;
        }
        Map<String, Object> push = new LinkedHashMap<>();
        push.put("applicationNumber", "XYZG-" + record.number);
        push.put("record", record.address);
        push.put("appliedOn", on.toString());
        push.put("papers", Map.of("performance", "缴款凭证", "commitment", "信用承诺书"));
        String id = opened("/api/v1/repairs/pushes", "window", push);
        step(id, 2, "accept", Map.of());
        step(id, 3, "grant", decision(on));
        record.ended = on;
        told("repaired");
        if (random.nextInt(3) == 0) {
            at(on.plusDays(15), day -> {
                step(id, 4, "revoke", decision(day));
                record.ended = null;
                told("repair revoked");
            });
        }
    }

    /** Listed by the body here: proposed, told, decided after the time to answer, served; later revoked, or left to its end. */
    void list(int organisation, LocalDate proposed) {
        String number = "澜市监列〔" + proposed.getYear() + "〕" + organisation + "号";
        at(proposed, on -> {
            if (server.organisations.findByCode(PenaltyFile.code(organisation)).isEmpty()) {
                server.organisations.openStubs(
                        Map.of(PenaltyFile.code(organisation), PenaltyFile.name(organisation)), 1);
            }
            HttpResponse<String> answer = server.post(
                    http,
                    "officer",
                    "/api/v1/proceedings",
                    Map.of(
                            "code", PenaltyFile.code(organisation),
                            "list", "severe-market-regulation",
                            "ground", "list.severe-market-regulation.ground.consumers",
                            "facts", "销售不合格商品，侵害消费者权益，情节严重",
                            "law", "《市场监督管理严重违法失信名单管理办法》第八条",
                            "measures", "列为重点监管对象",
                            "underlying", "澜市监罚〔2026〕88号",
                            "key", "years-" + organisation));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            String id = json(answer).path("proceeding").path("id").asString();
            act("officer", id, Map.of("act", "NOTIFY", "seen", "1", "document", "澜市监告〔2026〕" + organisation + "号"));
            at(on.plusDays(20), day -> decide(organisation, id, number, day));
        });
    }

    private void act(String client, String id, Map<String, String> act) throws Exception {
        HttpResponse<String> answer = server.post(http, client, "/api/v1/proceedings/" + id + "/acts", act);
        assertThat(answer.statusCode()).as(act + " " + answer.body()).isEqualTo(200);
    }

    private void decide(int organisation, String id, String number, LocalDate on) throws Exception {
        LocalDate until = on.plusDays(60 + random.nextInt(600));
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("act", "DECIDE");
        decision.put("seen", "2");
        decision.put("document", number);
        decision.put("verdict", "LIST");
        decision.put("until", until.toString());
        decision.put("reasons", "期限内未提出陈述申辩");
        act("head", id, decision);
        act("officer", id, Map.of("act", "SERVE", "seen", "3"));
        var record = new PlantedRecord(Kind.SEVERE_LIST, organisation, number, on, until, on);
        long party =
                server.organisations.findByCode(record.code()).orElseThrow().id();
        server.archive.currentOf(party).stream()
                .filter(version -> version.values().containsValue(number))
                .forEach(version -> record.arrived(version.address(), on));
        assertThat(record.address).as("the record of the listing " + number).isNotNull();
        city.records.add(record);
        told("listed here");
        if (random.nextBoolean()) {
            at(on.plusDays(30), day -> {
                if (record.visible(day)) {
                    Map<String, String> revoke = new LinkedHashMap<>();
                    revoke.put("act", "REVOKE");
                    revoke.put("seen", "4");
                    revoke.put("document", "澜市监撤〔2026〕" + organisation + "号");
                    revoke.put("fell", day.toString());
                    revoke.put("reasons", "原行政处罚决定经行政复议撤销");
                    act("head", id, revoke);
                    record.ended = day;
                    told("listing revoked here");
                }
            });
        }
    }
}
