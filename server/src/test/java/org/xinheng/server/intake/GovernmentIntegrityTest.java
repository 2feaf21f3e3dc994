package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Role;
import tools.jackson.databind.JsonNode;

/** Public bodies by their own model, and contractors by one that folds in the public one, from delivery to explanation. */
class GovernmentIntegrityTest extends PublicBodiesServer {

    private JsonNode evaluation(String code, String model) throws Exception {
        var answer = server.get(
                "/api/v1/organisations/" + code + "/evaluation?purpose=test&model=" + model, token("office"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void promisesAndArrearsOfABodyCountAndTheOfficeAloneSeesIt() throws Exception {
        String code = body("11", 5);
        registerBody(code, "澜衡市昕澜区示例局" + base);
        assertThat(evaluation(code, "government").path("points").asInt()).isEqualTo(90);

        deliver("government-promise", code, "诺" + base, Map.of("ZC_QK", "逾期未兑现"));
        deliver("government-arrears", code, "欠" + base, Map.of("TQ_QK", "部分清偿"));
        JsonNode bad = evaluation(code, "government");
        assertThat(bad.path("points").asInt()).as("5 and 8 less").isEqualTo(77);
        assertThat(bad.path("grade").path("id").asString()).isEqualTo("medium");
        List<String> addresses = archive
                .currentOf(organisations.findByCode(code).orElseThrow().id())
                .stream()
                .map(one -> one.address())
                .toList();
        assertThat(bad.path("contributions")
                        .valueStream()
                        .filter(line -> line.path("points").asInt() < 0)
                        .map(line -> line.path("record").asString()))
                .containsExactlyInAnyOrderElementsOf(addresses);

        deliver("government-promise", code, "诺" + base, Map.of("ZC_QK", "已兑现"));
        JsonNode kept = evaluation(code, "government");
        assertThat(kept.path("points").asInt()).isEqualTo(83);
        assertThat(kept.path("grade").path("id").asString()).isEqualTo("good");
        assertThat(evaluation(code, "enterprise").has("grade"))
                .as("the model of enterprises is not for it")
                .isFalse();

        assertThat(clerk(Role.CREDIT_OFFICE).reads("/evaluations").body()).contains("政务诚信评价", "政府投资工程承包企业信用评价");
        assertThat(server.get("/organisations/" + code, null).body()).doesNotContain("政务诚信", "诺" + base);
    }

    @Test
    void aContractorIsToldOfItsPublicResultByWeightAndByRecord() throws Exception {
        register(Map.of(base + 20, "2015-03-01"));
        String code = PenaltyFile.code(base + 20);
        assertThat(evaluation(code, "public-works").has("grade"))
                .as("holds no public contract")
                .isFalse();
        deliver(penalties(base + 20, 1));
        deliver("public-contract", code, "约" + base, Map.of());

        JsonNode publicOne = evaluation(code, "enterprise");
        JsonNode trade = evaluation(code, "public-works");
        int points = publicOne.path("points").asInt();
        assertThat(points).isLessThan(830);
        assertThat(trade.path("dimensions").path(0).path("points").asInt()).isEqualTo((points * 6 + 9) / 10);
        assertThat(trade.path("points").asInt()).isEqualTo((points * 6 + 9) / 10 + 200 + 150);
        assertThat(trade.path("contributions")
                        .valueStream()
                        .mapToInt(line -> line.path("points").asInt())
                        .sum())
                .isEqualTo(trade.path("points").asInt());
        assertThat(records(trade)).isNotEmpty().containsAll(records(publicOne));
    }

    private static List<String> records(JsonNode result) {
        return result.path("contributions")
                .valueStream()
                .filter(line -> line.has("record"))
                .map(line -> line.path("record").asString())
                .distinct()
                .toList();
    }
}
