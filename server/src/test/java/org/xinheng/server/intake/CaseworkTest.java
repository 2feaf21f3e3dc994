package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.desk.Taking;
import org.xinheng.server.service.Attachments;

/** What holds for every kind of case, over HTTP and on pages. */
class CaseworkTest extends CaseworkServer {

    private static final String LAW = "《食品安全法》第一百一十四条";

    @Autowired
    CaseDesk desk;

    @Autowired
    Attachments attachments;

    /** A step of the organisation itself after the first one. */
    private Outcome byTheParty(String id, String action, String reason) {
        var party =
                new Actor("own-" + base, Actor.Kind.CLERK, null, PenaltyFile.code(base), Set.of(Permission.OWN_FILE));
        return desk.take(
                party,
                Long.parseLong(id),
                new Taking(action, 1, new CaseFile.Said(reason, "", null), List.of(), null, null));
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
                "hall",
                "/api/v1/cases/objection",
                object(
                        "record",
                        address,
                        "ground",
                        "wrong",
                        "presented",
                        "licence",
                        "presentedNumber",
                        "副本1号",
                        "statement",
                        "请联系13800138000核对。"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("statement");
        assertThat(marks()).isEmpty();
    }

    @Test
    void pagesLeadTheClerkFromTheRecordToTheAnswer() throws Exception {
        var office = clerk(org.xinheng.server.access.Role.CREDIT_OFFICE);
        var window = new Clerk(context, "window-" + base, org.xinheng.server.access.Role.SERVICE_WINDOW, null);
        assertThat(window.reads("/cases/new/objection?record=" + address).body())
                .contains("异议理由", "出示的材料");
        var bare = window.sends("/cases/new/objection", "record", address, "ground", "wrong");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("没有出示证照或者授权书的，窗口不能代办");
        var opened = window.sends(
                "/cases/new/objection",
                "record",
                address,
                "ground",
                "wrong",
                "presented",
                "authorisation",
                "presentedNumber",
                "授权〔2026〕1号");
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
        // The window sees what it opened, another window nothing of it.
        assertThat(window.reads(file).body()).contains("授权〔2026〕1号", "撤回异议");
        assertThat(window.reads("/cases").body()).contains(file);
        var other = new Clerk(context, "other-window-" + base, org.xinheng.server.access.Role.SERVICE_WINDOW, null);
        assertThat(other.reads(file).status()).isEqualTo(404);
        assertThat(other.reads("/cases").body()).doesNotContain(file + "\"");
        // The office takes no step in the organisation's name.
        assertThat(office.reads("/cases/new/objection?record=" + address).status())
                .isEqualTo(404);
        assertThat(office.sends(file, "seen", "1", "action", "recall").status()).isEqualTo(400);
        var repair = "/records/" + address + "/repair";
        assertThat(window.reads(repair).body())
                .as("nothing is shown before anything is")
                .contains("presentedNumber", "核对修复条件")
                .doesNotContain("最早可以申请的日期");
        assertThat(window.sends(repair, "step", "check").status()).isEqualTo(400);
        assertThat(window.sends(repair, "step", "check", "presented", "licence", "presentedNumber", "副本1号")
                        .body())
                .contains("最早可以申请的日期");
        assertThat(office.reads("/records/" + address + "/repair").status()).isEqualTo(403);
    }

    @Test
    void theWindowHandsARepairOverOnlyForWhoPresentsItself() throws Exception {
        today(String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair()));
        var window = new Clerk(context, "window-" + base, org.xinheng.server.access.Role.SERVICE_WINDOW, null);
        var path = "/records/" + address + "/repair";
        var bare = window.sends(path, "performance", "缴款凭证", "commitment", "信用承诺书", "key", "bare-" + base);
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("窗口不能代办");
        var person = window.sends(
                path,
                "performance",
                "缴款凭证",
                "commitment",
                "信用承诺书",
                "presented",
                "licence",
                "presentedNumber",
                "11010519491231002X");
        assertThat(person.status()).isEqualTo(400);
        var given = window.sends(
                path,
                "performance",
                "缴款凭证",
                "commitment",
                "信用承诺书",
                "key",
                "given-" + base,
                "presented",
                "licence",
                "presentedNumber",
                "副本7号");
        assertThat(given.body()).contains("已移交，编号");
        assertThat(sql.sql("SELECT content FROM casework.handover WHERE record_key = ?")
                        .param(address)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("\"presented\":\"licence\"", "副本7号");
    }

    @Test
    void whatBurdensHangsOnAFindingAndIsOrderedByWhoeverMadeIt() throws Exception {
        var paper = List.of(
                "reason",
                "过期食品未清理。",
                "papers",
                "约谈通知书",
                "documentNumber",
                "昕市监谈〔2026〕2号",
                "documentDate",
                "2026-06-10");
        for (String kind : List.of("warning-interview", "rectification")) {
            var path = "/api/v1/cases/" + kind;
            var bare = post("market", path, with(paper, "organisation", PenaltyFile.code(base)));
            assertThat(bare.status()).isEqualTo(422);
            assertThat(bare.text("type")).endsWith("case.finding-missing");
            assertThat(post("market", path, with(paper, "record", "a-grade-or-a-class"))
                            .text("type"))
                    .endsWith("case.finding-missing");
            assertThat(post("office", path, with(paper, "record", address)).status())
                    .isEqualTo(403);
        }
        var held = post(
                "market",
                "/api/v1/cases/warning-interview",
                writing(with(paper, "record", address), "law", LAW, "time", "2026年6月12日上午9时", "place", "市场监管局二楼会议室"));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        assertThat(held.text("record")).isEqualTo(address);
        assertThat(marks()).as("an interview marks nothing").isEmpty();
        assertThat(byTheParty(held.text("id"), "state", "已经清理完毕。")).isInstanceOf(Outcome.Done.class);
        assertThat(served(held.text("number"))).containsExactly("interview.notice");

        today(String.valueOf(Objects.requireNonNull(
                        archive.currentOf(organisation(base).id()).getFirst().window())
                .last()));
        today(day().plusDays(1).toString());
        assertThat(post("market", "/api/v1/cases/rectification", with(paper, "record", address))
                        .text("type"))
                .as("out of publication")
                .endsWith("case.finding-unusable");
        today("2026-06-10");

        file("wrong", "凭证1号");
        var disputed = post("market", "/api/v1/cases/rectification", with(paper, "record", address));
        assertThat(disputed.text("type")).endsWith("case.finding-unusable");
    }

    /** Attachments are for those in the case: the credit office sees the state of an interview and nothing of its files. */
    @Test
    void whoOnlyOverseesACaseSeesNoneOfItsFiles() throws Exception {
        var opened = post(
                "market",
                "/api/v1/cases/interview",
                writing(
                        invitation(PenaltyFile.code(base)),
                        "law",
                        LAW,
                        "time",
                        "2026年6月12日上午9时",
                        "place",
                        "市场监管局二楼会议室"));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        var clerk = new Actor("market-clerk", Actor.Kind.CLERK, "market", Set.of(Permission.DELIVER));
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(attachments.keep("约谈材料.pdf", opened.text("number"), clerk, new java.io.ByteArrayInputStream(pdf)))
                .isInstanceOf(Attachments.Outcome.Kept.class);
        var page = "/cases/" + opened.text("id");
        var kept = attachments.ofCase(opened.text("number")).getFirst();
        var source = clerkOf(market);
        var office = clerk(org.xinheng.server.access.Role.CREDIT_OFFICE);

        assertThat(source.reads(page).body()).contains("约谈材料.pdf", "multipart/form-data");
        assertThat(source.reads(page + "/attachments/" + kept.id()).status()).isEqualTo(200);
        assertThat(office.reads(page).body())
                .contains(opened.text("number"))
                .doesNotContain("约谈材料.pdf", "multipart/form-data");
        assertThat(office.reads(page + "/attachments/" + kept.id()).status()).isEqualTo(404);
        assertThat(office.sends(page + "/attachments").status()).isEqualTo(404);

        var objection = "/cases/" + file("wrong", "凭证1号").text("id");
        assertThat(office.reads(objection).body())
                .as("the office forwards objections")
                .contains("multipart/form-data");
    }

    @Test
    void everyPeriodOfAComplaintThatEndsUnusedIsTakenDown() throws Exception {
        var told = post(
                "office",
                "/api/v1/cases/complaint",
                object(
                        "organisation",
                        PenaltyFile.code(base),
                        "body",
                        "market",
                        "reason",
                        "反映该企业销售过期食品。",
                        "papers",
                        "窗口登记"));
        assertThat(told.status()).as(told.body().toString()).isEqualTo(201);
        today(String.valueOf(told.body()
                .path("periods")
                .valueStream()
                .map(period -> java.time.LocalDate.parse(period.path("due").asString()))
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow()
                .plusDays(2)));
        assertThat(watch.missing()).isPositive();
        while (watch.run() > 0) {
            // one step a case and turn
        }
        assertThat(sql.sql("SELECT action FROM casework.step WHERE case_id = ? ORDER BY number")
                        .param(Long.parseLong(told.text("id")))
                        .query(String.class)
                        .list())
                .containsExactly("tell", "late-acceptance", "late");
        var body = clerkOf(market);
        assertThat(body.reads("/today").body()).contains("案件逾期提醒", "/cases?reminded=true");
        assertThat(body.reads("/cases?reminded=true").body()).contains(told.text("number"));
        assertThat(clerkOf(ecology).reads("/cases?reminded=true").body()).doesNotContain(told.text("number"));
        assertThat(step("market", told.text("id"), 3, "take").status()).isEqualTo(200);
        assertThat(body.reads("/cases?reminded=true").body()).as("answered").doesNotContain(told.text("number"));
    }

    private static String invitation(String code) {
        return object(
                "organisation",
                code,
                "reason",
                "提示约谈有关情况。",
                "papers",
                "约谈通知书",
                "documentNumber",
                "昕市监谈〔2026〕1号",
                "documentDate",
                "2026-06-10");
    }

    private static String with(List<String> said, String member, String value) {
        var all = new ArrayList<>(said);
        all.addAll(List.of(member, value));
        return object(all.toArray(String[]::new));
    }

    @Test
    void theFormAsksForTheFindingAndSaysWhatIsNone() throws Exception {
        var source = clerkOf(market);
        assertThat(source.reads("/cases").body()).contains("警示约谈", "限期整改", "提示约谈");
        assertThat(source.reads("/cases/new/warning-interview").body()).contains("认定依据", "评价等级、风险分类和预警不能作为依据");
        var bare = source.sends(
                "/cases/new/warning-interview",
                "reason",
                "过期食品未清理。",
                "papers",
                "约谈通知书",
                "documentNumber",
                "昕市监谈〔2026〕3号",
                "documentDate",
                "2026-06-10");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("须有认定依据");
    }

    @Test
    void rectificationInterviewComplaintAndCampaignRunOnTheSameMachine() throws Exception {
        var code = PenaltyFile.code(base);
        var ordered = post(
                "market",
                "/api/v1/cases/rectification",
                writing(
                        object(
                                "record",
                                address,
                                "reason",
                                "限期清理过期食品并报告。",
                                "papers",
                                "责令改正通知书",
                                "documentNumber",
                                "昕市监改〔2026〕1号",
                                "documentDate",
                                "2026-06-10"),
                        "law",
                        LAW,
                        "demands",
                        "清理过期食品"));
        assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(201);
        assertThat(byTheParty(ordered.text("id"), "report", "已经清理完毕。")).isInstanceOf(Outcome.Done.class);
        assertThat(step("market", ordered.text("id"), 2, "return", "reason", "还有两批没有清理。")
                        .status())
                .isEqualTo(200);
        assertThat(step("market", ordered.text("id"), 3, "extend", "reason", "清理确需更长时间。", "until", "2026-07-30")
                        .status())
                .as("a term that was used up is not extended")
                .isEqualTo(400);
        assertThat(step("market", ordered.text("id"), 3, "fail", "reason", "逾期没有清理完毕。")
                        .status())
                .isEqualTo(200);
        assertThat(served(ordered.text("number")))
                .containsExactly("rectification.notice", "rectification.returned", "rectification.failed");

        var office = post(
                "office", "/api/v1/cases/interview", object("organisation", code, "body", "market", "reason", "提示约谈。"));
        assertThat(office.status()).as("the office holds no interview").isEqualTo(403);
        assertThat(post("market", "/api/v1/cases/interview", invitation(code)).text("type"))
                .as("an invitation without law, time and place is not served, so nothing is opened")
                .endsWith("case.document-incomplete");
        var invited = post(
                "market",
                "/api/v1/cases/interview",
                writing(invitation(code), "law", LAW, "time", "2026年6月12日上午9时", "place", "市场监管局二楼会议室"));
        assertThat(invited.status()).as(invited.body().toString()).isEqualTo(201);
        assertThat(sql.sql("SELECT convert_from(content, 'UTF8') FROM service.document WHERE case_reference = ?")
                        .param(invited.text("number"))
                        .query(String.class)
                        .single())
                .contains(LAW, "2026年6月12日上午9时", "市场监管局二楼会议室");
        var page = clerkOf(market);
        var path = "/cases/" + invited.text("id");
        assertThat(page.reads(path).body()).contains("文书内容", "written[time]");
        assertThat(page.sends(path, "seen", "1", "action", "hold", "reason", "已说明情况，当事人表示理解。")
                        .body())
                .contains("文书内容不全");
        assertThat(page.sends(
                                path,
                                "seen",
                                "1",
                                "action",
                                "hold",
                                "reason",
                                "已说明情况，当事人表示理解。",
                                "written[time]",
                                "2026年6月12日")
                        .status())
                .isEqualTo(303);
        assertThat(served(invited.text("number"))).containsExactly("interview.notice", "interview.record");
        var told = post(
                "office",
                "/api/v1/cases/complaint",
                object("organisation", code, "body", "market", "reason", "反映该企业销售过期食品。", "papers", "窗口登记"));
        assertThat(told.status()).as(told.body().toString()).isEqualTo(201);
        assertThat(marks()).as("a lead marks nothing").isEmpty();
        assertThat(served(told.text("number")))
                .as("of a lead nothing is told to whom it concerns")
                .isEmpty();
        var item = post("market", "/api/v1/cases/campaign-item", object("organisation", code, "reason", "食品经营专项治理。"));
        assertThat(item.status()).isEqualTo(201);
        assertThat(step("market", item.text("id"), 1, "mend", "reason", "已经整改到位。")
                        .status())
                .isEqualTo(200);
        assertThat(served(item.text("number"))).containsExactly("campaign.entered", "campaign.closed");
    }
}
