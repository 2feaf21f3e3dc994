package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.casework.desk.PeriodWatch;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.ServedDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Objection and repair over HTTP, with what they do to record, portal and inbox. */
class CaseworkTest extends RecordsServer {

    private static final String SECRET = "portal-secret";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    PeriodWatch watch;

    @Autowired
    DocumentService documents;

    private String address;

    @BeforeEach
    void deliverOne() throws Exception {
        setup.client("window", SECRET, Set.of(Permission.PUSH_REPAIRS), null);
        deliver(penalties(base, 1));
        address = addressOf(base);
    }

    private record Answered(int status, JsonNode body) {
        String text(String member) {
            return body.path(member).asString("");
        }

        List<String> actions() {
            return body.path("actions").valueStream().map(JsonNode::asString).toList();
        }
    }

    private Answered post(String client, String path, String json) throws Exception {
        var secret = client.equals("window") ? SECRET : "test-secret";
        var answer = server.post(path, server.token(client, secret), json);
        return new Answered(answer.statusCode(), JSON.readTree(answer.body()));
    }

    private Answered file(String ground, String papers) throws Exception {
        return post(
                "office",
                "/api/v1/cases/objection",
                object("record", address, "ground", ground, "statement", "缴款凭证显示罚款已经缴清。", "papers", papers));
    }

    private Answered step(String client, String id, int seen, String action, @Nullable String... more)
            throws Exception {
        var json = object(more.length == 0 ? new String[] {"action", action} : join(action, more));
        return post(client, "/api/v1/cases/" + id + "/steps", json.replace("{", "{\"seen\":" + seen + ","));
    }

    private static @Nullable String[] join(String action, @Nullable String... more) {
        var all = new @Nullable String[more.length + 2];
        all[0] = "action";
        all[1] = action;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private List<RecordMark> marks() {
        return publicRecords.find(address, day()) instanceof Sight.Visible(var record) ? record.marks() : List.of();
    }

    private boolean visible() {
        return publicRecords.find(address, day()) instanceof Sight.Visible;
    }

    private List<String> served(String number) {
        return documents.ofCase(number).stream().map(ServedDocument::kind).toList();
    }

    @Test
    void theObjectionOfTheSubjectMarksAtOnceAndARejectionNamesTheNextRemedy() throws Exception {
        var filed = file("wrong", "单位授权证明〔2026〕1号");
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        assertThat(marks()).extracting(RecordMark::kind).contains(Kind.DISPUTED, Kind.STATEMENT);
        assertThat(served(filed.text("number"))).containsExactly("objection.acceptance");

        var id = filed.text("id");
        assertThat(step("office", id, 1, "forward").status()).isEqualTo(200);
        // The office decides nothing that another body found.
        assertThat(step(
                                "office",
                                id,
                                2,
                                "reject",
                                "reason",
                                "核查属实",
                                "documentNumber",
                                "甲〔2026〕1号",
                                "documentDate",
                                "2026-06-10")
                        .status())
                .isEqualTo(403);
        assertThat(step("ecology", id, 2, "reject").status()).isEqualTo(404);
        var rejected = step(
                "market",
                id,
                2,
                "reject",
                "reason",
                "经核查，缴款凭证属于另一案件。",
                "documentNumber",
                "昕市监异〔2026〕1号",
                "documentDate",
                "2026-06-10");
        assertThat(rejected.status()).as(rejected.body().toString()).isEqualTo(200);
        assertThat(rejected.body().path("closed").asBoolean()).isTrue();
        assertThat(marks()).extracting(RecordMark::kind).containsExactly(Kind.STATEMENT);
        assertThat(served(filed.text("number"))).containsExactly("objection.acceptance", "objection.rejected");
    }

    @Test
    void theSameGroundWithoutNewEvidenceBringsNoSecondMark() throws Exception {
        var first = file("wrong", "凭证1号");
        step(
                "market",
                first.text("id"),
                1,
                "reject",
                "reason",
                "经核查无误。",
                "documentNumber",
                "甲〔2026〕2号",
                "documentDate",
                "2026-06-10");

        var again = file("wrong", "凭证1号");
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(marks()).extracting(RecordMark::kind).doesNotContain(Kind.DISPUTED);
        step(
                "market",
                again.text("id"),
                1,
                "reject",
                "reason",
                "经核查无误。",
                "documentNumber",
                "甲〔2026〕3号",
                "documentDate",
                "2026-06-10");

        var newer = file("wrong", "凭证2号");
        assertThat(newer.body().path("repeated").asBoolean()).isFalse();
        assertThat(marks()).extracting(RecordMark::kind).contains(Kind.DISPUTED);
    }

    @Test
    void whatIsNotAnsweredInTimeIsWithheldUntilTheSourceCertifies() throws Exception {
        var filed = file("wrong", "凭证1号");
        var id = filed.text("id");
        // Seven working days from 10 June 2026; 19 June is the Dragon Boat Festival.
        today("2026-06-22");
        assertThat(visible()).isTrue();
        today("2026-06-23");
        assertThat(visible()).as("without any job").isFalse();

        assertThat(watch.missing()).as("an escalation of yesterday is due").isPositive();
        while (watch.run() > 0) {
            // one step a case and turn
        }
        assertThat(watch.missing()).isZero();
        assertThat(served(filed.text("number"))).contains("objection.withheld");
        var late = step(
                "market",
                id,
                3,
                "reject",
                "reason",
                "经核查无误。",
                "documentNumber",
                "甲〔2026〕4号",
                "documentDate",
                "2026-06-23");
        assertThat(late.status()).isEqualTo(409);
        assertThat(visible()).isFalse();
        var certified = step(
                "market",
                id,
                3,
                "certify",
                "reason",
                "书面确认信息无误。",
                "documentNumber",
                "甲〔2026〕5号",
                "documentDate",
                "2026-06-23");
        assertThat(certified.status()).as(certified.body().toString()).isEqualTo(200);
        assertThat(visible()).isTrue();
    }

    @Test
    void attackingTheDecisionItselfIsAnsweredWithTheRemedyAndProofOfFilingMarks() throws Exception {
        var elsewhere = file("decision-itself", "凭证1号");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.text("detail")).contains("行政复议", "行政诉讼");
        assertThat(marks()).isEmpty();

        var without = post("office", "/api/v1/cases/litigation", object("record", address));
        assertThat(without.text("type")).endsWith("case.papers-missing");
        var marked = post(
                "office",
                "/api/v1/cases/litigation",
                object(
                        "record",
                        address,
                        "papers",
                        "受理通知书〔2026〕3号",
                        "documentNumber",
                        "昕府复受〔2026〕3号",
                        "documentDate",
                        "2026-06-08"));
        assertThat(marked.status()).as(marked.body().toString()).isEqualTo(201);
        assertThat(marks()).extracting(RecordMark::kind).containsExactly(Kind.LITIGATION);
    }

    @Test
    void anUpheldObjectionWithdrawsOrNeedsACorrection() throws Exception {
        var id = file("not-mine", "凭证1号").text("id");
        var uncorrected = step("market", id, 1, "uphold-corrected", "reason", "已经更正有关内容。");
        assertThat(uncorrected.text("type")).endsWith("case.not-corrected");
        assertThat(marks()).extracting(RecordMark::kind).contains(Kind.DISPUTED);

        var upheld = step(
                "market",
                id,
                1,
                "uphold-withdraw",
                "reason",
                "经核查，该信息不属于该企业，予以撤回。",
                "documentNumber",
                "昕市监撤〔2026〕7号",
                "documentDate",
                "2026-06-10",
                "withdrawalGround",
                "revoked");
        assertThat(upheld.status()).as(upheld.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isInstanceOf(Sight.Gone.class);
        assertThat(archive.currentOf(organisation(base).id())).isEmpty();
    }

    @Test
    void aDoubleClickOpensOneCaseAndTakesOneStep() throws Exception {
        assertThat(file("wrong", "凭证1号").status()).isEqualTo(201);
        var second = file("wrong", "凭证1号");
        assertThat(second.status()).isEqualTo(409);
        var id = second.text("case");

        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = two.submit(() -> {
                start.await();
                return step(
                                "market",
                                id,
                                1,
                                "reject",
                                "reason",
                                "经核查无误。",
                                "documentNumber",
                                "甲〔2026〕8号",
                                "documentDate",
                                "2026-06-10")
                        .status();
            });
            Future<Integer> other = two.submit(() -> {
                start.await();
                return step(
                                "market",
                                id,
                                1,
                                "reject",
                                "reason",
                                "经核查无误。",
                                "documentNumber",
                                "甲〔2026〕9号",
                                "documentDate",
                                "2026-06-10")
                        .status();
            });
            start.countDown();
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    private Answered push(String number, String appliedOn) throws Exception {
        return post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", number, "record", address, "appliedOn", appliedOn)
                        .replace("}", ",\"papers\":[\"缴款凭证\",\"信用承诺书\"]}"));
    }

    private String earliest() {
        return String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair());
    }

    @Test
    void aRepairIsAskedForAtTheRightTimeAndDecidedByWhoMadeTheFinding() throws Exception {
        var early = server.get("/api/v1/records/" + address + "/repair-eligibility", token("office"));
        var told = JSON.readTree(early.body());
        assertThat(told.path("ready").asBoolean()).isFalse();
        assertThat(told.path("earliest").asString()).isEqualTo(earliest());
        assertThat(told.path("missing").toString()).contains("too-early", "proof", "commitment");

        today(earliest());
        var pushed = push("XY-" + base, day().minusDays(1).toString());
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        assertThat(push("XY-" + base, day().minusDays(1).toString()).text("id")).isEqualTo(pushed.text("id"));
        var id = pushed.text("id");
        var file =
                JSON.readTree(server.get("/api/v1/cases/" + id, token("market")).body());
        assertThat(file.path("periods").get(0).path("start").asString())
                .isEqualTo(day().minusDays(1).toString());
        assertThat(file.path("periods").get(1).path("start").asString()).isEqualTo(day().toString());

        assertThat(step("office", id, 2, "accept").status()).isEqualTo(403);
        assertThat(step("market", id, 2, "accept").status()).isEqualTo(200);
        var backdated = step(
                "market",
                id,
                3,
                "grant",
                "reason",
                "符合修复条件。",
                "documentNumber",
                "昕市监修〔2026〕1号",
                "documentDate",
                "2026-06-01");
        assertThat(backdated.text("type")).endsWith("case.backdated");
        var granted = step(
                "market",
                id,
                3,
                "grant",
                "reason",
                "符合修复条件。",
                "documentNumber",
                "昕市监修〔2026〕1号",
                "documentDate",
                day().toString());
        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));
        assertThat(served(pushed.text("number"))).containsExactly("repair.acceptance", "repair.granted");
        returned("XY-" + base + "-4");

        var revoked = step(
                "market",
                id,
                4,
                "expose-repaired",
                "reason",
                "复查发现提交了虚假缴款凭证。",
                "documentNumber",
                "昕市监修撤〔2026〕1号",
                "documentDate",
                day().toString());
        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(200);
        assertThat(archive.currentOf(organisation(base).id())).hasSize(1);
        var barred = JSON.readTree(server.get("/api/v1/records/" + address + "/repair-eligibility", token("office"))
                .body());
        assertThat(barred.path("missing").toString()).contains("barred");
    }

    @Test
    void aPushedRepairIsNotGrantedBeforeTheShortestPeriodIsOver() throws Exception {
        var pushed = push("XY-EARLY-" + base, day().toString());
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        var id = pushed.text("id");
        assertThat(step("market", id, 2, "accept").status()).isEqualTo(200);

        var granted = step(
                "market",
                id,
                3,
                "grant",
                "reason",
                "符合修复条件。",
                "documentNumber",
                "昕市监修〔2026〕2号",
                "documentDate",
                day().toString());

        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(409);
        assertThat(granted.text("type")).endsWith("too-early");
        assertThat(visible()).isTrue();
    }

    private static void returned(String name) throws Exception {
        Path file = FOLDER.resolve("repair-window").resolve("result-" + name + ".json");
        for (int i = 0; i < 100 && !Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertThat(Files.readString(file)).contains("\"result\":\"grant\"");
    }

    @Test
    void anExtensionWithoutALengthInTheRuleNamesItsDayAndIsTold() throws Exception {
        today(earliest());
        var pushed = push("XY-" + base, day().toString());
        var id = pushed.text("id");
        step("market", id, 2, "accept");

        assertThat(step("market", id, 3, "extend", "reason", "需要检验检测。").text("type"))
                .endsWith("case.until-missing");
        var until = day().plusDays(60).toString();
        var extended = step("market", id, 3, "extend", "reason", "需要检验检测。", "until", until);
        assertThat(extended.body().path("periods").get(0).path("due").asString())
                .isEqualTo(until);
        assertThat(served(pushed.text("number"))).contains("repair.extension");
        assertThat(step("market", id, 4, "extend", "reason", "再次延长。", "until", until)
                        .text("type"))
                .endsWith("case.extended");
    }

    @Test
    void aServerClockThatWasSetBackTakesNothingDown() throws Exception {
        var id = file("wrong", "凭证1号").text("id");
        today("2026-06-09");

        assertThat(step("office", id, 1, "forward").text("type")).endsWith("case.clock-set-back");
        today("2026-06-10");
        assertThat(step("office", id, 1, "forward").status()).isEqualTo(200);
    }

    @Test
    void personalNumbersInStatementsAreRefusedAtTheDoor() throws Exception {
        var answer = post(
                "office",
                "/api/v1/cases/objection",
                object("record", address, "ground", "wrong", "papers", "授权书", "statement", "请联系13800138000核对。"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("statement");
        assertThat(marks()).isEmpty();
    }

    @Test
    void aRecordInBankruptcyIsScreenedAndComesBackWhenThePlanFails() throws Exception {
        var asked = post(
                "office",
                "/api/v1/cases/screening",
                object(
                        "record",
                        address,
                        "papers",
                        "裁定书",
                        "documentNumber",
                        "（2026）昕破1号",
                        "documentDate",
                        "2026-06-01"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        var id = asked.text("id");
        var screened = step(
                "market",
                id,
                1,
                "screen",
                "reason",
                "裁定批准重整计划。",
                "documentNumber",
                "昕市监屏〔2026〕1号",
                "documentDate",
                "2026-06-10");
        assertThat(screened.status()).as(screened.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Suspended());

        assertThat(step(
                                "market",
                                id,
                                2,
                                "undo",
                                "reason",
                                "重整计划未执行。",
                                "documentNumber",
                                "（2026）昕破1号之二",
                                "documentDate",
                                "2026-06-10")
                        .status())
                .isEqualTo(200);
        assertThat(visible()).isTrue();
    }

    @Test
    void pagesLeadTheClerkFromTheRecordToTheAnswer() throws Exception {
        var office = clerk(org.xinheng.server.access.Role.CREDIT_OFFICE);
        assertThat(office.reads("/cases/new/objection?record=" + address).body())
                .contains("异议理由");
        var bare = office.sends("/cases/new/objection", "record", address, "ground", "wrong");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("单位授权证明");
        var opened = office.sends("/cases/new/objection", "record", address, "ground", "wrong", "papers", "授权书1号");
        assertThat(opened.status()).isEqualTo(303);
        var file = opened.location();
        assertThat(office.reads("/cases").body()).contains("异议处理", "第 1–");
        assertThat(office.reads("/cases?export=csv").body()).contains("承办单位", "异议处理");
        assertThat(office.reads("/cases?q=nothing-of-this").body()).contains("没有符合条件的内容");
        assertThat(clerkOf(ecology).reads("/cases?export=csv").body().lines()).hasSize(1);
        var source = clerkOf(market);
        var page = source.reads(file);
        assertThat(page.body()).contains("7个工作日", "第四十一条", "异议不成立");
        assertThat(source.sends(file, "seen", "1", "action", "reject").body()).contains("请写明理由");
        assertThat(clerkOf(ecology).reads(file).status()).isEqualTo(404);
        // Whoever may open no case about a record is shown nothing of it.
        assertThat(source.reads("/cases/new/objection?record=" + address).status())
                .isEqualTo(404);
        assertThat(office.reads("/records/" + address + "/repair").body()).contains("最早可以申请的日期");
    }

    @Test
    void rectificationInterviewComplaintAndCampaignRunOnTheSameMachine() throws Exception {
        var code = PenaltyFile.code(base);
        var ordered = post(
                "market",
                "/api/v1/cases/rectification",
                object(
                        "organisation",
                        code,
                        "reason",
                        "限期清理过期食品并报告。",
                        "papers",
                        "责令改正通知书",
                        "documentNumber",
                        "昕市监改〔2026〕1号",
                        "documentDate",
                        "2026-06-10"));
        assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(201);
        assertThat(step("office", ordered.text("id"), 1, "report", "reason", "已经清理完毕。")
                        .status())
                .isEqualTo(200);
        assertThat(step("market", ordered.text("id"), 2, "pass").status()).isEqualTo(200);

        var office = post(
                "office", "/api/v1/cases/interview", object("organisation", code, "body", "market", "reason", "提示约谈。"));
        assertThat(office.status()).as("the office holds no interview").isEqualTo(403);
        assertThat(post(
                                "market",
                                "/api/v1/cases/interview",
                                object(
                                        "organisation",
                                        code,
                                        "reason",
                                        "提示约谈有关情况。",
                                        "papers",
                                        "约谈通知书",
                                        "documentNumber",
                                        "昕市监谈〔2026〕1号",
                                        "documentDate",
                                        "2026-06-10"))
                        .status())
                .isEqualTo(201);
        var told = post(
                "office",
                "/api/v1/cases/complaint",
                object("organisation", code, "body", "market", "reason", "反映该企业销售过期食品。", "papers", "窗口登记"));
        assertThat(told.status()).as(told.body().toString()).isEqualTo(201);
        assertThat(marks()).as("a lead marks nothing").isEmpty();
        assertThat(post("market", "/api/v1/cases/campaign-item", object("organisation", code, "reason", "食品经营专项治理。"))
                        .status())
                .isEqualTo(201);
    }
}
