package org.xinheng.server.measure.applied;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.intake.Clerk;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.PenaltyFile;
import tools.jackson.databind.JsonNode;

/** What was done after checks: told once for each measure, reminded of when late, and added up into cases and rates. */
class FeedbackTest extends MeasureServer {

    private Authority urban;

    @BeforeEach
    void oneMoreBody() {
        urban = inForce.policy().authority("urban").orElseThrow();
        setup.client("measures-urban", SECRET, Set.of(Permission.CHECK), urban.id());
    }

    private String asked(String body, int organisation, String matter) throws Exception {
        var answer = server.post(
                "/api/v1/checks",
                server.token("measures-" + body, SECRET),
                object(
                        "code",
                        PenaltyFile.code(organisation),
                        "matter",
                        matter,
                        "purpose",
                        "资格审查",
                        "caseNumber",
                        "办件" + organisation,
                        "operator",
                        "审核岗"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("receiptId").asString();
    }

    private Answered said(String body, String receipt, String... namesAndValues) throws Exception {
        return post(body, "/api/v1/checks/" + receipt + "/feedback", object(namesAndValues));
    }

    private String hit() throws Exception {
        deliver(revocations(base, 1));
        return asked("finance", base, MATTER);
    }

    private static List<String> receipts(JsonNode queue) {
        return queue.path("checks")
                .valueStream()
                .map(check -> check.path("receiptId").asString())
                .toList();
    }

    @Test
    void aMeasureThatWasAppliedIsToldOnceAndBecomesAnAppliedMeasure() throws Exception {
        String receipt = hit();
        assertThat(get("finance", "/api/v1/checks/" + receipt + "/feedback")
                        .body()
                        .path("open")
                        .get(0)
                        .asString())
                .isEqualTo(MEASURE);
        assertThat(said("culture", receipt, "measure", MEASURE, "applied", "no", "reason", "另有安排")
                        .status())
                .isEqualTo(404);
        assertThat(said("finance", receipt, "measure", MEASURE, "applied", "yes")
                        .status())
                .isEqualTo(400);
        assertThat(said("finance", receipt, "measure", "market.licensing", "applied", "no", "reason", "不适用")
                        .text("type"))
                .endsWith("feedback.measure-unknown");

        String[] applied = {"measure", MEASURE, "applied", "yes", "decision", "澜采决〔2026〕" + base + "号"};
        Answered first = said("finance", receipt, applied);
        Answered again = said("finance", receipt, applied);
        Answered other = said("finance", receipt, "measure", MEASURE, "applied", "no", "reason", "另有安排");

        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        assertThat(first.body().path("open").isEmpty()).isTrue();
        assertThat(again.status()).isEqualTo(200);
        assertThat(other.text("type")).endsWith("feedback.answered");
        assertThat(sql.sql("SELECT count(*) FROM measure.application WHERE receipt_id = :id")
                        .param("id", Long.parseLong(receipt))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsUnlawfulCannotHaveBeenApplied() throws Exception {
        String receipt = hit();
        archive.end(addressOf(base), Ending.REPAIRED, "修1号", "", "test");

        Answered refused = said("finance", receipt, "measure", MEASURE, "applied", "yes", "decision", "1号");
        Answered not = said("finance", receipt, "measure", MEASURE, "applied", "no", "reason", "记录已修复，不再适用");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("reason")).isEqualTo("GROUND_REPAIRED");
        assertThat(not.status()).as(not.body().toString()).isEqualTo(200);
        assertThat(not.body().path("open").isEmpty()).isTrue();
    }

    @Test
    void anUnansweredHitIsOverdueAfterThePeriodOfThePack() throws Exception {
        String receipt = hit();
        LocalDate due = LocalDate.parse(
                get("finance", "/api/v1/checks/" + receipt + "/feedback").text("due"));
        assertThat(due).isAfter(day().plusDays(20));

        today(due.toString());
        assertThat(receipts(get("finance", "/api/v1/check-feedback?state=open").body()))
                .contains(receipt);
        today(due.plusDays(1).toString());
        assertThat(receipts(get("finance", "/api/v1/check-feedback?state=open").body()))
                .doesNotContain(receipt);
        assertThat(receipts(
                        get("finance", "/api/v1/check-feedback?state=overdue").body()))
                .contains(receipt);
        assertThat(receipts(get("office", "/api/v1/check-feedback").body())).contains(receipt);
        assertThat(receipts(get("culture", "/api/v1/check-feedback").body())).doesNotContain(receipt);

        said("finance", receipt, "measure", MEASURE, "applied", "no", "reason", "供应商已退出投标");
        assertThat(receipts(get("finance", "/api/v1/check-feedback").body())).doesNotContain(receipt);
        assertThat(receipts(
                        get("finance", "/api/v1/check-feedback?state=answered").body()))
                .contains(receipt);
    }

    /** A permit of the urban authority, made from nothing but the declaration of the type. */
    private void permit(int organisation, String number, String day) throws Exception {
        RecordType type = inForce.policy().recordType("administrative-permit").orElseThrow();
        String header = type.fields().stream().map(Field::name).collect(Collectors.joining(","));
        String row = type.fields().stream()
                .map(field -> cell(field, organisation, number, day))
                .collect(Collectors.joining(","));
        var order = new Order(type.id(), urban.code(), "test", "permits.csv", null, false);
        var taken = deliveries.receive(order, new ByteArrayInputStream((header + "\n" + row + "\n").getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        assertThat(closed.counts().accepted()).as(closed.toString()).isEqualTo(1);
    }

    private String cell(Field field, int organisation, String number, String day) {
        if (field.privacy() == Field.Privacy.DROPPED || field.privacy() == Field.Privacy.PERSON_MARK) {
            return "";
        }
        return switch (field.role()) {
            case SUBJECT_NAME -> PenaltyFile.name(organisation);
            case SUBJECT_CODE -> PenaltyFile.code(organisation);
            case SUBJECT_CATEGORY -> "法人及非法人组织";
            case DOCUMENT_NUMBER -> number;
            case AUTHORITY_NAME, SOURCE_NAME -> urban.name().zh();
            case AUTHORITY_CODE, SOURCE_CODE -> urban.code();
            case VALID_TO -> "2029-06-04";
            case SUBJECT_OLDER_CODE -> "";
            default ->
                switch (field.type()) {
                    case DATE -> day;
                    case ENUM -> firstOf(field);
                    case TEXT -> "示例";
                    default -> "";
                };
        };
    }

    private String firstOf(Field field) {
        CodeList list =
                Objects.requireNonNull(inForce.policy().codeLists().get(Objects.requireNonNull(field.codeList())));
        return list.values().keySet().iterator().next();
    }

    private JsonNode rate(String reader) throws Exception {
        return get(reader, "/api/v1/check-rates?month=2026-06")
                .body()
                .path("rates")
                .valueStream()
                .filter(line -> line.path("body").asString().equals("urban")
                        && line.path("matter").asString().equals("permit-review"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decisionsWithoutACheckBeforeThemAreCountedAndNamed() throws Exception {
        deliver(penalties(base, 3));
        String before = asked("urban", base, "permit-review");
        permit(base, "澜城管许〔2026〕" + base + "号", "2026-06-10");
        permit(base + 1, "澜城管许〔2026〕" + (base + 1) + "号", "2026-06-10");
        permit(base + 2, "澜城管许〔2026〕" + (base + 2) + "号", "2026-06-09");
        String after = asked("urban", base + 2, "permit-review");
        said("urban", before, "decision", "澜城管许[2026] " + base + "号");
        said("urban", after, "decision", "澜城管许〔2026〕" + (base + 2) + "号");

        JsonNode line = rate("urban");
        assertThat(line.path("decisions").asLong()).isEqualTo(3);
        assertThat(line.path("checked").asLong()).isEqualTo(1);
        assertThat(line.path("checkRate").asLong()).isEqualTo(33);
        assertThat(rate("office")).isEqualTo(line);
        assertThat(get("culture", "/api/v1/check-rates?month=2026-06").body().toString())
                .doesNotContain("\"urban\"");

        Clerk clerk = new Clerk(context, "urban-clerk", Role.APPROVING_OFFICER, "urban");
        String unchecked = clerk.reads("/check-rates/unchecked?month=2026-06").body();
        assertThat(unchecked)
                .contains("澜城管许〔2026〕" + (base + 1) + "号", "澜城管许〔2026〕" + (base + 2) + "号")
                .doesNotContain("澜城管许〔2026〕" + base + "号");
        assertThat(clerk.reads("/check-rates?month=2026-06").body()).contains("33%", "/check-rates/unchecked");
        assertThat(clerk.reads("/check-rates?month=2026-06&export=csv").body())
                .contains(urban.name().zh(), ",3,1,33%,");
        Clerk other = new Clerk(context, "culture-clerk", Role.APPROVING_OFFICER, "culture");
        assertThat(other.reads("/check-rates/unchecked?month=2026-06").body()).doesNotContain("澜城管许");
    }

    @Test
    void casesComeFromFeedbackByBodyAndMonth() throws Exception {
        today("2026-08-12");
        String receipt = hit();
        said("finance", receipt, "measure", MEASURE, "applied", "yes", "decision", "案" + base + "号");

        Clerk office = new Clerk(context, "office-clerk", Role.AUDITOR, null);
        String csv = office.reads("/joint-cases?month=2026-08&export=csv").body();
        assertThat(csv).contains("2026-08,澜衡市财政局,惩戒,三年内有重大违法记录的，不得参加政府采购活动,1,1");
        assertThat(office.reads("/joint-cases?month=2026-08").body()).contains("澜衡市财政局");
        assertThat(office.reads("/joint-cases?month=2026-08&export=xlsx").status())
                .isEqualTo(200);
        assertThat(office.reads("/joint-cases?month=2026-03").body()).contains("本月没有案例");
    }

    /** Whatever came of it; nobody sees those of another body, and a receipt is opened by whoever asked. */
    @Test
    void checksMadeAreListedByMonthForTheirOwnBody() throws Exception {
        today("2026-06-10");
        deliver(penalties(base, 1));
        String receipt = asked("urban", base, "permit-review");
        String name = PenaltyFile.name(base);
        Clerk own = new Clerk(context, "urban-made", Role.APPROVING_OFFICER, "urban");
        assertThat(own.reads("/check-records?month=2026-06").body())
                .contains(name)
                .doesNotContain("/checks/" + receipt);
        assertThat(own.reads("/check-records?month=2026-06&outcome=HIT&q=" + PenaltyFile.code(base))
                        .body())
                .doesNotContain(name);
        assertThat(own.reads("/check-records?month=2026-03").body()).doesNotContain(name);
        Clerk other = new Clerk(context, "culture-made", Role.APPROVING_OFFICER, "culture");
        assertThat(other.reads("/check-records?month=2026-06").body()).doesNotContain(name);
        Clerk auditor = new Clerk(context, "auditor-made", Role.AUDITOR, null);
        assertThat(auditor.reads("/check-records?month=2026-06&export=csv").body())
                .contains(receipt + ",", PenaltyFile.code(base));
    }

    /** The same by hand: the form of a measure, its list and file, the form of feedback. */
    @Test
    void anOfficerDoesItOnPages() throws Exception {
        String receipt = hit();
        Clerk clerk = new Clerk(context, "finance-clerk", Role.APPROVING_OFFICER, "finance");
        assertThat(clerk.reads("/check-feedback").body())
                .contains("/check-feedback/" + receipt, PenaltyFile.name(base));
        assertThat(clerk.reads("/check-feedback/" + receipt).body()).contains("不得参加政府采购活动", "办件" + base);
        assertThat(clerk.sends("/check-feedback/" + receipt, "measure", MEASURE, "applied", "maybe")
                        .status())
                .isEqualTo(400);
        assertThat(clerk.sends(
                                "/check-feedback/" + receipt,
                                "measure",
                                MEASURE,
                                "applied",
                                "yes",
                                "decision",
                                "页" + base + "号")
                        .location())
                .isEqualTo("/check-feedback/" + receipt);
        assertThat(clerk.reads("/check-feedback/" + receipt).body()).contains("答复中列出的措施都已反馈");

        assertThat(clerk.reads("/applied-measures?q=页" + base).status()).isEqualTo(200);
        assertThat(clerk.reads("/applied-measures").body()).contains("页" + base + "号", "有效");
        Clerk.Seen refused = clerk.sends(
                "/applied-measures/new",
                "code",
                PenaltyFile.code(base),
                "measure",
                MEASURE,
                "matter",
                MATTER,
                "record",
                "",
                "decision",
                "页二" + base + "号");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("没有找到可作依据的记录", "政府采购法");
        Clerk.Seen applied = clerk.sends(
                "/applied-measures/new",
                "code",
                PenaltyFile.code(base),
                "measure",
                MEASURE,
                "matter",
                MATTER,
                "record",
                "/records/" + addressOf(base),
                "decision",
                "页二" + base + "号");
        assertThat(clerk.reads(applied.location()).body()).contains("页二" + base + "号", PenaltyFile.number(base));
        archive.end(addressOf(base), Ending.REPAIRED, "修1号", "", "test");
        assertThat(clerk.reads(applied.location()).body()).contains("已停止");
        following.run();
        assertThat(clerk.reads("/measure-notices").body()).contains("措施同时解除", PenaltyFile.name(base));
    }
}
