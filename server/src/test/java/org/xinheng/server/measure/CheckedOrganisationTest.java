package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.CheckingOffice.question;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.testkit.code.CodeMint;
import tools.jackson.databind.JsonNode;

/** Who is asked about: codes and names as they are typed, and what of them is kept. */
class CheckedOrganisationTest extends ChecksServer {

    private static final String IDENTITY = "11010519491231002X";

    @Test
    void aCodeThatNobodyHasIsUnknown() throws Exception {
        JsonNode answer = office.check(99_999, PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(answer.path("outcomeText").asString()).isEqualTo("主体未识别");
        assertThat(answer.path("organisation").isNull()).isTrue();
        assertThat(answer.path("measures").isEmpty()).isTrue();
    }

    @Test
    void aMistypedIdentityNumberIsNotKeptWhole() throws Exception {
        HttpResponse<String> answer = office.asked(question("110105194912310021", PROCUREMENT));

        assertThat(json(answer).path("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(json(answer).path("code").asString()).isEqualTo("110105********0021");
        assertThat(office.check("110105194913310021", PROCUREMENT).path("code").asString())
                .as("no birthday")
                .isEqualTo("110105194913310021");
    }

    @Test
    void otherSpellingsAreTheSameCode() throws Exception {
        office.deliver(150, "吊销许可证件", "", recently);
        String code = PenaltyFile.code(150);
        StringBuilder wide = new StringBuilder();
        code.toLowerCase(java.util.Locale.ROOT).chars().forEach(c -> wide.append((char) (c + 0xFEE0)));

        JsonNode answer = office.check(" " + wide.insert(4, ' ').insert(9, '-') + " ", PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo("HIT");
        assertThat(answer.path("code").asString()).isEqualTo(code);
    }

    @Test
    void aNameShowsOrganisationsAndMakesNobodyKnown() throws Exception {
        String person = "欧阳澜溪";
        for (int organisation = 8880; organisation < 8887; organisation++) {
            office.deliver(CheckingOffice.penalty(organisation, "罚款", "5", recently)
                    .set(0, "CF_XDR_MC", "澜溪古渡" + organisation + "有限公司"));
        }
        office.deliver(CheckingOffice.penalty(8888, "罚款", "5", recently)
                .set(0, "CF_XDR_MC", person)
                .set(0, "CF_XDR_LB", "个体工商户")
                .set(0, "CF_XDR_SHXYM", CodeMint.uscc("92", "990101", 8888)));
        String unknown = PenaltyFile.code(998);

        JsonNode one = named(unknown, "澜溪古渡8882有限公司");
        assertThat(one.path("lookAlikes").findValuesAsString("code")).contains(PenaltyFile.code(8882));
        assertThat(one.path("lookAlikes").get(0).propertyNames()).containsExactly("code", "name");
        JsonNode many = named(unknown, "澜溪古渡");
        assertThat(many.path("lookAlikes")).hasSize(5);
        assertThat(named(unknown, person).path("lookAlikes"))
                .as("nobody who bears a person's name")
                .isEmpty();
        assertThat(named(unknown, "").path("lookAlikes")).isEmpty();
        for (JsonNode answer : List.of(one, many)) {
            assertThat(answer.path("outcome").asString()).isEqualTo("UNKNOWN");
            assertThat(answer.path("organisation").isNull()).isTrue();
            assertThat(answer.path("measures")).isEmpty();
        }
        assertThat(sql.sql("SELECT outcome || coalesce(organisation_id::text, '') FROM measure.receipt WHERE id = ?")
                        .params(Long.parseLong(one.path("receiptId").asString()))
                        .query(String.class)
                        .single())
                .as("no link is kept either")
                .isEqualTo("UNKNOWN");

        JsonNode known = named(PenaltyFile.code(8880), "澜溪古渡8882有限公司");
        assertThat(known.path("organisation").path("code").asString())
                .as("the code says who is meant, whatever the name")
                .isEqualTo(PenaltyFile.code(8880));
        Map<String, Object> identity = question(unknown, PROCUREMENT);
        identity.put("name", IDENTITY);
        var refused = office.asked(identity);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("name").doesNotContain(IDENTITY);
    }

    private JsonNode named(String code, String name) throws Exception {
        Map<String, Object> question = question(code, PROCUREMENT);
        question.put("name", name);
        var answered = office.asked(question);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        return json(answered);
    }

    @ParameterizedTest
    @CsvSource({"code", "purpose", "caseNumber", "operator"})
    void anIdentityNumberIsRefusedAndNothingOfItIsKept(String field) throws Exception {
        long receipts = count("measure.receipt");
        long reads = count("access.read_log");
        Map<String, Object> question = question(PenaltyFile.code(1), PROCUREMENT);
        question.put(field, IDENTITY);

        HttpResponse<String> answer = office.asked(question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").get(0).path("field").asString()).isEqualTo(field);
        assertThat(json(answer).path("errors").get(0).path("message").asString())
                .contains("公民身份号码");
        assertThat(answer.body()).doesNotContain(IDENTITY.substring(0, 17));
        assertThat(count("measure.receipt")).isEqualTo(receipts);
        assertThat(count("access.read_log")).isEqualTo(reads);
    }

    @Test
    void whatIsNoCodeOfAnOrganisationIsRefusedRatherThanKept() throws Exception {
        HttpResponse<String> answer = office.asked(question("张三丰", PROCUREMENT));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").get(0).path("field").asString()).isEqualTo("code");
        assertThat(answer.body()).doesNotContain("张三丰");
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
