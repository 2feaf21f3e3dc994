package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Items of campaigns: entered by the body that leads one, about those whom it concerns, and kept to their end. */
class CampaignItemTest extends PublicBodiesServer {

    private static final String ITEMS = "/api/v1/cases/campaign-item";

    private String company = "";

    @BeforeEach
    void aCompany() throws Exception {
        company = body("91", 7);
        registerBody(company, "澜衡市示例健身有限公司" + base);
    }

    private HttpResponse<String> enter(String source, String code, String campaign) throws Exception {
        return server.post(
                ITEMS, token(source), object("organisation", code, "ground", campaign, "reason", "预收款未按约存管，退卡难。"));
    }

    private static String type(HttpResponse<String> answer) {
        return json(answer).path("type").asString();
    }

    @Test
    void onlyTheBodyThatLeadsACampaignEntersInIt() throws Exception {
        var refused = enter("ecology", company, "prepaid-cards");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(type(refused)).isEqualTo("urn:xinheng:problem:case.ground-led");
        assertThat(json(refused).path("title").asString())
                .contains(market.name().zh(), "牵头");
        var page = clerkOf(ecology)
                .sends(
                        "/cases/new/campaign-item",
                        "organisation",
                        company,
                        "ground",
                        "prepaid-cards",
                        "reason",
                        "预收款未按约存管，退卡难。");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("由" + market.name().zh() + "牵头");

        var entered = enter("market", company, "prepaid-cards");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    }

    @Test
    void theFormOffersABodyOnlyTheCampaignsThatItLeads() throws Exception {
        assertThat(clerkOf(market).reads("/cases/new/campaign-item").body()).contains("value=\"prepaid-cards\"");
        assertThat(clerkOf(ecology).reads("/cases/new/campaign-item").body())
                .contains("目前没有正在进行、可以由本单位办理的专项治理")
                .doesNotContain("prepaid-cards");

        today("2025-02-20");
        assertThat(clerkOf(ecology).reads("/cases/new/campaign-item").body())
                .as("it names no leader")
                .contains("value=\"wage-arrears\"");
    }

    @Test
    void whomACampaignDoesNotConcernIsNotTakenIntoIt() throws Exception {
        String trader = body("92", 8);
        registerBody(trader, "澜衡市示例早餐店" + base);
        today("2025-02-20");
        var refused = enter("ecology", trader, "wage-arrears");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(type(refused)).isEqualTo("urn:xinheng:problem:case.ground-subject");
        assertThat(json(refused).path("title").asString()).contains("不适用于这类主体");
        var entered = enter("ecology", company, "wage-arrears");
        assertThat(entered.statusCode())
                .as("it names no leader: " + entered.body())
                .isEqualTo(201);

        today("2026-06-10");
        assertThat(enter("market", trader, "prepaid-cards").statusCode())
                .as("one that concerns traders")
                .isEqualTo(201);
    }

    @Test
    void anItemOfACampaignThatThePackNoLongerNamesGoesToItsEnd() throws Exception {
        JsonNode item = json(enter("market", company, "prepaid-cards"));
        String id = item.path("id").asString();
        JdbcClient.create(database.owner())
                .sql("UPDATE casework.case_file SET ground = 'taken-out' WHERE id = ?")
                .param(Long.parseLong(id))
                .update();

        var extended = step(id, 1, object("action", "extend", "reason", "整改确需更长时间。", "until", "2026-08-10"));
        assertThat(extended.statusCode()).as(extended.body()).isEqualTo(200);
        var mended = step(id, 2, object("action", "mend", "reason", "已经整改到位。"));
        assertThat(mended.statusCode()).as(mended.body()).isEqualTo(200);
        assertThat(told(item, "campaign.extension"))
                .contains("你单位列入专项治理台账的问题，治理期限延长至2026年8月10日")
                .doesNotContain("所属专项治理");
        assertThat(told(item, "campaign.closed"))
                .contains("你单位列入专项治理台账的问题已经办结：已经整改到位。")
                .doesNotContain("所属专项治理");
    }

    @Test
    void theLettersNameTheCampaignWhereThePackDoes() throws Exception {
        JsonNode item = json(enter("market", company, "prepaid-cards"));
        step(item.path("id").asString(), 1, object("action", "mend", "reason", "已经整改到位。"));

        assertThat(told(item, "campaign.closed")).contains("所属专项治理：预付式消费领域失信问题专项治理。");
    }

    @Test
    void whereNoCampaignGoesOnTheFormSaysSo() throws Exception {
        var clerk = clerkOf(market);
        assertThat(clerk.sends("/cases/new/campaign-item", "organisation", company, "reason", "退卡难。")
                        .body())
                .contains("请选择一项", "预付式消费领域失信问题专项治理")
                .doesNotContain("请选择理由");
        today("2027-03-01");
        assertThat(clerkOf(market).reads("/cases/new/campaign-item").body()).contains("目前没有正在进行、可以由本单位办理的专项治理");
    }

    private HttpResponse<String> step(String id, int seen, String json) throws Exception {
        return server.post(
                "/api/v1/cases/" + id + "/steps", token("market"), json.replace("{", "{\"seen\":" + seen + ","));
    }

    private String told(JsonNode item, String kind) {
        return sql.sql("SELECT convert_from(content, 'UTF8') FROM service.document"
                        + " WHERE case_reference = ? AND kind = ?")
                .params(item.path("number").asString(), kind)
                .query(String.class)
                .single();
    }
}
