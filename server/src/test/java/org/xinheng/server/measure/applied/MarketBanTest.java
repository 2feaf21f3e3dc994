package org.xinheng.server.measure.applied;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.PenaltyFile;

/** Bans from markets and trades: delivered with a term, shown while they run, and never about a person. */
class MarketBanTest extends MeasureServer {

    private Map<String, String> ban() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("JR_MC", PenaltyFile.name(base));
        row.put("JR_LB", "法人及非法人组织");
        row.put("JR_DM", PenaltyFile.code(base));
        row.put("JR_WSH", "澜市监禁〔2026〕" + base + "号");
        row.put("JR_WSMC", "行业禁入决定书");
        row.put("JR_LX", "行业禁入");
        row.put("JR_FW", "食品经营" + base);
        row.put("JR_SY", "多次销售不合格食品");
        row.put("JR_YJ", "《中华人民共和国行政处罚法》第九条第四项");
        row.put("JR_JDRQ", "2026-06-05");
        row.put("JR_QX", "有期限");
        row.put("JR_QSRQ", "2026-06-12");
        row.put("JR_JZRQ", "2027-06-11");
        row.put("JR_YJTK", "");
        row.put("JR_JG", market.name().zh());
        row.put("JR_JGDM", market.code());
        row.put("JR_ZT", "");
        row.put("JR_BZ", "");
        return row;
    }

    private Delivery take(Map<String, String> row) throws Exception {
        String file = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        var order = new Order("market-ban", market.code(), "test", "bans.csv", null, false);
        var taken = deliveries.receive(order, new ByteArrayInputStream(file.getBytes(UTF_8)));
        return deliveries.await(taken.id(), Duration.ofSeconds(30));
    }

    private String column(String query) throws Exception {
        return server.get("/market-bans" + query, null).body();
    }

    @Test
    void standsInTheColumnWhileItRunsAndAnswersGoneAfterIt() throws Exception {
        assertThat(take(ban()).counts().accepted()).isEqualTo(1);
        String address = addressOf(base);
        String shown = column("?q=" + PenaltyFile.code(base));

        assertThat(shown)
                .contains(address, PenaltyFile.name(base), "食品经营" + base, "澜市监禁〔2026〕" + base + "号")
                .contains("《中华人民共和国行政处罚法》第九条第四项", "noindex", "2027年6月11日")
                .doesNotContain("/records/" + PenaltyFile.code(base));
        assertThat(column("?kind=市场禁入&q=" + PenaltyFile.code(base))).doesNotContain(address);
        assertThat(column("?export=csv&q=" + PenaltyFile.code(base))).contains("2026-06-12,2027-06-11");
        assertThat(server.get("/records/" + address, null).statusCode()).isEqualTo(200);

        today("2027-06-11");
        assertThat(column("?q=" + PenaltyFile.code(base))).contains(address);
        today("2027-06-12");
        assertThat(column("?q=" + PenaltyFile.code(base))).doesNotContain(address);
        assertThat(server.get("/records/" + address, null).statusCode()).isEqualTo(410);
    }

    @Test
    void restrictsFromItsFirstToItsLastDayAndNoLongerThanItStands() throws Exception {
        take(ban());
        String address = addressOf(base);
        String json = statement(base, "market.ban", "market-entry", address);

        assertThat(post("culture", "/api/v1/applied-measures", json).text("reason"))
                .isEqualTo("GROUND_NOT_BEGUN");
        today("2026-06-12");
        Answered applied = post("culture", "/api/v1/applied-measures", json);
        assertThat(applied.text("until")).isEqualTo("2027-06-11");
        archive.end(address, Ending.WITHDRAWN, "撤1号", "原决定已撤销。", "test");
        assertThat(get("culture", "/api/v1/applied-measures/" + applied.text("id"))
                        .text("state"))
                .isEqualTo("OFF");
        assertThat(column("?q=" + PenaltyFile.code(base))).doesNotContain(address);
    }

    @Test
    void isRefusedWithoutATermUnlessItsLawBansForGood() throws Exception {
        Map<String, String> endless = ban();
        endless.put("JR_JZRQ", "");
        assertThat(take(endless).counts().refused()).isEqualTo(1);
        endless.put("JR_JZRQ", "长期");
        assertThat(take(endless).counts().refused()).isEqualTo(1);
        endless.put("JR_JZRQ", "");
        endless.put("JR_QX", "永久");
        assertThat(take(endless).counts().refused())
                .as("for good, by no article")
                .isEqualTo(1);
        endless.put("JR_YJTK", "《示例行业管理条例》第三十条");

        assertThat(take(endless).counts().accepted()).isEqualTo(1);
        assertThat(column("?q=" + PenaltyFile.code(base))).contains("法律规定的永久禁入");
    }

    @Test
    void aPersonAndAnIndividualBusinessAreNeverTaken() throws Exception {
        Map<String, String> person = ban();
        person.put("JR_LB", "自然人");
        person.put("JR_MC", "甲某" + base);
        assertThat(take(person).counts().accepted()).isZero();
        person.put("JR_LB", "个体工商户");
        assertThat(take(person).counts().accepted()).isZero();
        person.put("JR_LB", "法人及非法人组织");
        person.put("JR_DM", "11010519491231002X");
        assertThat(take(person).counts().accepted()).isZero();

        assertThat(organisations.findByCode(PenaltyFile.code(base))).isEmpty();
        assertThat(column("?q=甲某" + base)).doesNotContain("/records/");
    }

    @Test
    void theCatalogueSaysWhatByWhomOnWhatGroundAndHowToGetOff() throws Exception {
        String catalogue = server.get("/measures", null).body();
        assertThat(catalogue).contains("/measures/market.ban", "/measures/incentive.tax-a", "/scenes");
        assertThat(server.get("/measures/market.ban", null).body())
                .contains("第九条第四项", "市场和行业准入的审批、登记机关", "如何解除", "/repair", "/objection");
        assertThat(server.get("/measures/incentive.tax-a", null).body()).contains("/scenes", "激励同时停止");
        assertThat(server.get("/measures?effect=incentive", null).body()).doesNotContain("/measures/market.ban");
        assertThat(server.get("/measures/no-trains", null).statusCode()).isEqualTo(404);
        assertThat(server.get("/scenes", null).body()).contains("/measures");
    }
}
