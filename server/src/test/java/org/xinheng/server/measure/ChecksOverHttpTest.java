package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.intake.PenaltyFile;
import tools.jackson.databind.JsonNode;

/** What is a hit and what is none. */
class ChecksOverHttpTest extends ChecksServer {

    @Test
    void merelyHavingARecordIsNoHit() throws Exception {
        office.deliver(100, "罚款", "5", recently);

        JsonNode answer = office.check(100, PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo("CLEAR");
        assertThat(answer.path("outcomeText").asString()).isEqualTo("本事项未见适用措施");
        assertThat(answer.path("measures").isEmpty()).isTrue();
        assertThat(answer.toString()).doesNotContain(PenaltyFile.number(100));
        assertThat(answer.path("notice").asString()).isEqualTo("本结果不是信用良好证明，也不是作出不利决定的独立依据。");
        assertThat(answer.path("ruleVersion").asString())
                .isEqualTo(inForce.policy().version());
        assertThat(answer.path("position").asString())
                .isEqualTo(Long.toString(archive.position().value()));
        JsonNode organisation = answer.path("organisation");
        assertThat(organisation.path("code").asString()).isEqualTo(PenaltyFile.code(100));
        assertThat(organisation.path("name").asString()).isEqualTo(PenaltyFile.name(100));
        assertThat(organisation.path("kind").asString()).isEqualTo("企业");
        assertThat(organisation.path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(organisation.path("registered").asBoolean(true)).isFalse();
        assertThat(organisation.path("id").isString()).isTrue();
    }

    @Test
    void aKindThatTheLawNamesIsAHitInThatMatterAndInNoOther() throws Exception {
        office.deliver(110, "罚款;吊销许可证件", "5", recently);

        JsonNode hit = office.check(110, PROCUREMENT);

        assertThat(hit.path("outcome").asString()).isEqualTo("HIT");
        assertThat(hit.path("outcomeText").asString()).isEqualTo("本事项有适用措施");
        assertThat(hit.path("measures").size()).isEqualTo(1);
        JsonNode measure = hit.path("measures").get(0);
        assertThat(measure.path("id").asString()).isEqualTo("procurement.major-violation");
        assertThat(measure.path("duty").asString()).isEqualTo("must");
        assertThat(measure.path("effect").asString()).isEqualTo("restriction");
        assertThat(measure.path("basis").asString()).contains("第十九条第一款");
        assertThat(measure.path("body").asString()).isEqualTo("采购人、采购代理机构");
        String until = LocalDate.parse(recently).plusYears(3).minusDays(1).toString();
        assertThat(measure.path("until").asString()).isEqualTo(until);
        JsonNode record = measure.path("records").get(0);
        assertThat(record.path("documentNumber").asString()).isEqualTo(PenaltyFile.number(110));
        assertThat(record.path("decidedOn").asString()).isEqualTo(recently);
        assertThat(record.path("authority").asString())
                .isEqualTo(inForce.policy().authorities().get(1).name().zh());
        assertThat(record.path("severity").asString()).isEqualTo("severe");
        assertThat(record.path("kinds").toString()).isEqualTo("[\"吊销许可证件\"]");
        assertThat(record.has("fineYuan")).isFalse();
        assertThat(archive.find(record.path("address").asString())).isNotNull();
        assertThat(hit.toString()).doesNotContain("明码标价");
        assertThat(office.outcome(110, "tendering")).isEqualTo("CLEAR");
    }

    @ParameterizedTest(name = "a fine of {1}0,000 yuan: {2}")
    @CsvSource({"120, 199.9999, CLEAR", "121, 200, HIT"})
    void aFineCountsFromTheThresholdOn(int organisation, String wan, String expected) throws Exception {
        office.deliver(organisation, "罚款", wan, recently);

        JsonNode answer = office.check(organisation, PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo(expected);
        if (expected.equals("HIT")) {
            JsonNode record = answer.path("measures").get(0).path("records").get(0);
            assertThat(record.path("fineYuan").asString()).isEqualTo("2000000");
            assertThat(record.path("kinds").isEmpty()).isTrue();
        }
    }

    @Test
    void anEffectThatIsOverIsNoHit() throws Exception {
        LocalDate today = LocalDate.now(clock);
        office.deliver(130, "吊销许可证件", "", today.minusYears(3).plusDays(2).toString());
        office.deliver(131, "吊销许可证件", "", today.minusYears(3).minusDays(2).toString());

        assertThat(office.outcome(130, PROCUREMENT)).isEqualTo("HIT");
        assertThat(office.outcome(131, PROCUREMENT)).isEqualTo("CLEAR");
    }

    @Test
    void aWithdrawnRecordIsNoGroundFromTheNextCheckOn() throws Exception {
        office.deliver(140, "吊销许可证件", "", recently);
        String address = office.check(140, PROCUREMENT)
                .path("measures")
                .get(0)
                .path("records")
                .get(0)
                .path("address")
                .asString();

        assertThat(archive.end(address, Ending.REPAIRED, "信修〔2026〕1号", "", "office"))
                .isInstanceOf(EndResult.Ended.class);

        assertThat(office.outcome(140, PROCUREMENT)).isEqualTo("CLEAR");
    }

    @Test
    void aCorrectionCountsFromTheNextCheckOn() throws Exception {
        office.deliver(145, "罚款", "5", recently);
        assertThat(office.outcome(145, PROCUREMENT)).isEqualTo("CLEAR");

        office.deliver(145, "罚款", "500", recently);

        assertThat(office.outcome(145, PROCUREMENT)).isEqualTo("HIT");
    }
}
