package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.database.Database;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterRow;
import org.xinheng.server.policy.OfficeServer;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Language;

/** A year in the made-up city, week by week: what departments do to their records, and what an approving office asks meanwhile. */
final class CityYear {

    private static final int ORGANISATIONS = 40;
    private static final int NEW_EACH_WEEK = 3;
    private static final List<String> MATTERS =
            List.of(CheckingOffice.PROCUREMENT, "simplified-deregistration", "tendering", "market-licensing");
    private static final List<String> KINDS = List.of("罚款", "罚款;吊销许可证件", "警告;罚款", "责令停产停业", "责令关闭");
    private static final List<String> FINES = List.of("5", "12.5", "60", "230");
    private static final List<String> LISTED = List.of(
            "YZ_MC",
            "YZ_LB",
            "YZ_DM",
            "YZ_WSH",
            "YZ_LY",
            "YZ_MC_MD",
            "YZ_SY",
            "YZ_YJ",
            "YZ_LRRQ",
            "YZ_QXZ",
            "YZ_JG",
            "YZ_JGDM");

    final List<Receipt> receipts = new ArrayList<>();
    final Map<String, Integer> done = new LinkedHashMap<>();
    private final OfficeServer office;
    private final Random random;
    private final Authority source;
    private final Actor asker = new Actor("approval", Actor.Kind.CLIENT, null, Set.of(Permission.CHECK));
    private final List<Map<String, String>> penalties = new ArrayList<>();
    private LocalDate day = LocalDate.parse("2026-06-10");
    private int next = 1;

    CityYear(OfficeServer office, long seed) {
        this.office = office;
        this.random = new Random(seed);
        source = office.bean(PolicyInForce.class).policy().authorities().get(1);
    }

    void week(int checks) throws Exception {
        day = day.plusDays(7);
        office.time(day + "T02:00:00Z");
        if (random.nextInt(3) > 0) {
            office.checks().everybodyReportsZero();
        }
        deliverPenalties();
        if (random.nextInt(3) == 0) {
            deliverListing();
        }
        ask(checks / 3);
        endRecords();
        markRecords();
        changeRegister();
        ask(checks - checks / 3);
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    private void deliverPenalties() throws Exception {
        PenaltyFile file = PenaltyFile.of(0, 0);
        for (int i = 0; i < NEW_EACH_WEEK; i++) {
            Map<String, String> row =
                    PenaltyFile.row(1 + random.nextInt(ORGANISATIONS), PenaltyFile.number(10_000 + next++));
            row.put("CF_JDRQ", day.minusDays(1 + random.nextInt(5)).toString());
            row.put("CF_YXQ", "2099/12/31");
            row.put("CF_CFJGDM", source.code());
            row.put("CF_SJLYDM", source.code());
            row.put("CF_CFJG", source.name().zh());
            row.put("CF_SJLY", source.name().zh());
            penalties.add(decided(row));
            file.add(row);
        }
        Map<String, String> corrected = penalties.get(random.nextInt(penalties.size()));
        if (!file.text().contains(corrected.get("CF_WSH"))) {
            file.add(decided(corrected));
            count("correction");
        }
        deliver("administrative-penalty", file.text());
    }

    private Map<String, String> decided(Map<String, String> row) {
        String kinds = KINDS.get(random.nextInt(KINDS.size()));
        row.put("CF_CFLB", kinds);
        row.put("CF_NR_FK", kinds.contains("罚款") ? FINES.get(random.nextInt(FINES.size())) : "");
        row.put("CF_NR_ZKDX", kinds.contains("吊销") ? "食品经营许可证" : "");
        return row;
    }

    /** Some of them end by themselves before the year does. */
    private void deliverListing() throws Exception {
        int organisation = 1 + random.nextInt(ORGANISATIONS);
        List<String> row = List.of(
                PenaltyFile.name(organisation),
                "法人及非法人组织",
                PenaltyFile.code(organisation),
                "示市监列〔2026〕" + next++ + "号",
                "市场监管",
                "市场监督管理严重违法失信名单",
                "示例事由",
                "《市场监督管理严重违法失信名单管理办法》第五条",
                day.minusDays(2).toString(),
                day.plusDays(60L + random.nextInt(400)).toString(),
                source.name().zh(),
                source.code());
        deliver("severe-list", String.join(",", LISTED) + "\n" + String.join(",", row) + "\n");
        count("listing");
    }

    private void deliver(String type, String text) throws Exception {
        Deliveries deliveries = office.bean(Deliveries.class);
        Delivery taken = deliveries.receive(
                new Deliveries.Order(type, source.code(), "office", "rows.csv", null, false),
                new ByteArrayInputStream(text.getBytes(UTF_8)));
        Delivery closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        assertThat(closed.state()).as(closed.findings().toString()).isEqualTo(Delivery.State.CLOSED);
        // A row of an organisation whose name has changed meanwhile waits.
        assertThat(closed.counts().accepted() + closed.counts().waiting())
                .as(closed.counts().toString())
                .isPositive();
    }

    private String someRecord() {
        var of = office.bean(Organisations.class);
        int first = random.nextInt(ORGANISATIONS);
        for (int i = 0; i < ORGANISATIONS; i++) {
            var found = of.findByCode(PenaltyFile.code(1 + (first + i) % ORGANISATIONS));
            var records = found.map(one -> office.bean(Archive.class).currentOf(one.id()))
                    .orElse(List.of());
            if (!records.isEmpty()) {
                return records.get(random.nextInt(records.size())).address();
            }
        }
        throw new AssertionError("nobody has a record");
    }

    private void endRecords() {
        Archive archive = office.bean(Archive.class);
        String address = someRecord();
        switch (random.nextInt(4)) {
            case 0 -> {
                archive.end(address, Ending.WITHDRAWN, "撤〔2026〕1号", "决定被撤销", "office");
                count("withdrawal");
            }
            case 1 -> {
                archive.end(address, Ending.REPAIRED, "信修〔2026〕1号", "", "office");
                count("repair");
                if (random.nextBoolean()) {
                    ask(2);
                    office.bean(RecordMarks.class).restore(address, "撤修〔2026〕1号", "材料虚假", "office");
                    count("restoration");
                }
            }
            default -> {}
        }
    }

    private void markRecords() {
        RecordMarks marks = office.bean(RecordMarks.class);
        RecordMark.Kind kind = RecordMark.Kind.values()[random.nextInt(RecordMark.Kind.values().length)];
        String address = someRecord();
        LocalDate from = day.plusDays(random.nextInt(10));
        marks.change(address, List.of(RecordMarks.placed(kind, "异〔2026〕" + next, from, "说明")), "office");
        count("mark");
        if (random.nextBoolean()) {
            ask(1);
            marks.change(address, List.of(RecordMarks.lifted(kind, "异〔2026〕" + next, day)), "office");
        }
        next++;
    }

    private void changeRegister() {
        int organisation = 1 + random.nextInt(ORGANISATIONS);
        if (random.nextInt(3) == 0) {
            RegisterRow row = new RegisterRow(
                    1,
                    PenaltyFile.name(organisation) + (random.nextBoolean() ? "" : "（更名" + next++ + "）"),
                    PenaltyFile.code(organisation),
                    List.of(),
                    random.nextInt(5) == 0 ? Organisation.State.LICENCE_REVOKED : Organisation.State.EXISTING,
                    LocalDate.parse("2020-01-01"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            new TransactionTemplate(office.bean(PlatformTransactionManager.class))
                    .executeWithoutResult(_ -> office.bean(RegisterImport.class)
                            .open(1_000_000L + next++, source.code())
                            .add(List.of(row)));
            count("registration");
        } else if (random.nextInt(5) == 0) {
            merge(organisation, 1 + organisation % ORGANISATIONS);
        }
    }

    private void merge(int from, int to) {
        int written = JdbcClient.create(office.bean(Database.class).owner())
                .sql("""
                        WITH p AS (
                            INSERT INTO organisation.position (number, recorded_at)
                            SELECT max(number) + 1, greatest(max(recorded_at), :now) FROM organisation.position
                            RETURNING number)
                        INSERT INTO organisation.redirect (from_id, position, to_id, reason, actor)
                        SELECT a.id, p.number, b.id, '合并', 'office'
                          FROM p, organisation.organisation a, organisation.organisation b
                         WHERE a.code = :from AND b.code = :to AND organisation.target(b.id) <> a.id
                           AND organisation.target(a.id) = a.id
                        """)
                .param("now", day.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("from", PenaltyFile.code(from))
                .param("to", PenaltyFile.code(to))
                .update();
        if (written == 1) {
            count("merger");
        }
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            String code = switch (random.nextInt(20)) {
                case 0 -> PenaltyFile.code(90_000 + random.nextInt(100));
                // Fails its check and has a birthday in it: its middle is not kept.
                case 1 -> "110105194912310029";
                default -> PenaltyFile.code(1 + random.nextInt(ORGANISATIONS));
            };
            CheckForm form = new CheckForm(
                    code, MATTERS.get(random.nextInt(MATTERS.size())), "审批核查", "审〔2026〕" + receipts.size(), "审批岗");
            Question question = switch (office.bean(QuestionReader.class).read(form)) {
                case Reading.InOrder(var asked) -> asked;
                case Reading other -> throw new AssertionError(other);
            };
            Language language = random.nextInt(4) == 0 ? Language.ENGLISH : Language.CHINESE;
            receipts.add(office.bean(Checks.class).ask(question, asker, language));
        }
    }

    /** Another edition from tomorrow on, by two persons. */
    void changeRules(String file, String before, String after) throws Exception {
        office.edit(file, before, after);
        HttpResponse<String> proposed = office.http()
                .post(
                        "/api/v1/policy/activations",
                        office.token("keeper"),
                        "{\"pack\":\"demo-city\",\"from\":\"" + day.plusDays(1)
                                + "\",\"reason\":\"按新办法调整\",\"operator\":\"zhang\"}");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        var approved = office.clerk("reviewer", Role.CREDIT_OFFICE)
                .sends("/rule-packs/activations/" + json(proposed).path("id").asLong() + "/approval");
        assertThat(approved.status()).isEqualTo(303);
        count("rules");
    }
}
