package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.CheckingOffice.question;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.server.intake.PenaltyFile;
import tools.jackson.databind.JsonNode;

/** Questions that are refused, and the language of the answer. */
class CheckQuestionsTest extends ChecksServer {

    @ParameterizedTest
    @CsvSource({"code", "matter", "purpose", "caseNumber", "operator"})
    void everyPartIsCompulsoryAndBounded(String field) throws Exception {
        for (Object fault : new Object[] {null, "  ", "甲".repeat(2_000), "甲\u0000乙"}) {
            Map<String, Object> question = new HashMap<>(question(PenaltyFile.code(1), PROCUREMENT));
            question.put(field, fault);

            HttpResponse<String> answer = office.asked(question);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("type").asString()).isEqualTo("urn:xinheng:problem:fields");
            assertThat(json(answer).path("errors").size()).isEqualTo(1);
            assertThat(json(answer).path("errors").get(0).path("field").asString())
                    .isEqualTo(field);
            assertThat(json(answer).path("errors").get(0).path("message").asString())
                    .isNotBlank();
        }
    }

    @Test
    void everyFaultIsNamedAtOnce() throws Exception {
        HttpResponse<String> answer = office.asked(Map.of());

        assertThat(json(answer)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("code", "matter", "purpose", "caseNumber", "operator");
    }

    @Test
    void anUnknownMatterIsToldApart() throws Exception {
        HttpResponse<String> answer = office.asked(question(PenaltyFile.code(1), "no-such-matter"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:xinheng:problem:check.matter-unknown");
        assertThat(json(answer).path("detail").asString()).contains("matters.yaml");
    }

    @Test
    void sentencesComeInTheReadersLanguage() throws Exception {
        office.deliver(190, "吊销许可证件", "", recently);

        JsonNode answer = json(office.askedInEnglish(question(PenaltyFile.code(190), PROCUREMENT)));

        assertThat(answer.path("outcomeText").asString()).isEqualTo("A measure applies in this matter");
        assertThat(answer.path("notice").asString()).startsWith("This result is no proof of good credit");
        assertThat(answer.path("measures").get(0).path("title").asString())
                .startsWith("No part in government procurement");
        assertThat(json(office.askedInEnglish(Map.of()))
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asString())
                .startsWith("Compulsory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":", "", "null", "[]", "{\"code\":{}}", "\"91\""})
    void whatIsNoQuestionIsRefused(String body) throws Exception {
        HttpResponse<String> answer = office.http.post("/api/v1/checks", office.asking(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void whatIsNoJsonOrTooLongIsRefusedUnread() throws Exception {
        assertThat(office.http
                        .post("/api/v1/checks", office.asking(), "{\"code\":\"" + "9".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(office.http
                        .send(office.http
                                .to("/api/v1/checks")
                                .header("Authorization", "Bearer " + office.asking())
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }
}
