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

/** What holds for every kind of case, over HTTP. */
class CaseworkTest extends CaseworkServer {

    @Autowired
    CaseDesk desk;

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

    private static String with(List<String> said, String member, String value) {
        var all = new ArrayList<>(said);
        all.addAll(List.of(member, value));
        return object(all.toArray(String[]::new));
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
        for (String campaign : List.of("", "wage-arrears", "no-such-campaign")) {
            assertThat(post(
                                    "market",
                                    "/api/v1/cases/campaign-item",
                                    object("organisation", code, "ground", campaign, "reason", "退卡难。"))
                            .text("type"))
                    .as("no campaign, one that is over, one that is none: " + campaign)
                    .endsWith("case.ground-unknown");
        }
        var item = post(
                "market",
                "/api/v1/cases/campaign-item",
                object("organisation", code, "ground", "prepaid-cards", "reason", "预收款未按约存管，退卡难。"));
        assertThat(item.status()).as(item.body().toString()).isEqualTo(201);
        assertThat(item.body().path("periods").get(0).path("due").asString()).isEqualTo("2026-07-10");
        assertThat(told(item.text("number"), "campaign.entered")).contains("预付式消费领域失信问题专项治理", "2026年7月10日", "退卡难");
        assertThat(step("market", item.text("id"), 1, "mend", "reason", "已经整改到位。")
                        .status())
                .isEqualTo(200);
        assertThat(served(item.text("number"))).containsExactly("campaign.entered", "campaign.closed");
    }
}
