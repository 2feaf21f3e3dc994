package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.service.Attachments;

/** Cases on pages: who is led through them, and who sees nothing of them. */
class CasePagesTest extends CaseworkServer {

    @Autowired
    Attachments attachments;

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
}
