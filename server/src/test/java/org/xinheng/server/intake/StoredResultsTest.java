package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Permission;
import tools.jackson.databind.JsonNode;

/** What a run said is read back by the office and by the organisation itself, and by nobody else. */
class StoredResultsTest extends EvaluationServer {

    private String run = "";

    @BeforeEach
    void evaluateTwo() throws Exception {
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        poorGrade(base);
        run = run().path("id").asString();
    }

    private String address(int number) {
        return "/api/v1/evaluations/" + run + "/results/" + PenaltyFile.code(number);
    }

    private HttpResponse<String> stored(int number, String client) throws Exception {
        return server.get(address(number), token(client));
    }

    @Test
    void theOfficeReadsWhatTheRunSaidWithItsExplanation() throws Exception {
        JsonNode kept = json(stored(base, "office"));

        assertThat(kept.path("run").asString()).isEqualTo(run);
        assertThat(kept.path("code").asString()).isEqualTo(PenaltyFile.code(base));
        assertThat(kept.path("grade").asString()).isEqualTo("poor");
        assertThat(kept.path("explanation")
                        .path("lines")
                        .valueStream()
                        .mapToInt(line -> line.path("points").asInt())
                        .sum())
                .isEqualTo(kept.path("points").asInt());
        assertThat(logged(base)).isEqualTo(1);
    }

    @Test
    void anOrganisationReadsItsOwnAndNoOther() throws Exception {
        assertThat(party(base).reads(address(base)).body()).contains("\"poor\"");
        assertThat(party(base + 1).reads(address(base)).status()).isEqualTo(404);
    }

    @Test
    void departmentsAndReadersByConsentHaveNoPartInIt() throws Exception {
        setup.client("asks", SECRET, Set.of(Permission.CHECK, Permission.DELIVER), market.id());
        setup.client("consented", SECRET, Set.of(Permission.READ_CONSENTED), null);

        assertThat(stored(base, "asks").statusCode()).isEqualTo(403);
        assertThat(stored(base, "consented").statusCode()).isEqualTo(403);
        assertThat(server.get(address(base), null).statusCode()).isEqualTo(401);
        assertThat(logged(base)).isZero();
    }

    /** As the evaluation of a past day: the same facts, so the same guard. */
    @Test
    void aRunOfAPastDayIsForWhoMayReadThePastAndForTheOrganisation() throws Exception {
        today("2026-06-11");

        assertThat(stored(base, "office").statusCode()).isEqualTo(403);
        assertThat(stored(base, "auditor").statusCode()).isEqualTo(200);
        assertThat(party(base).reads(address(base)).status()).isEqualTo(200);
    }

    @Test
    void whatIsUnknownIsSaidSo() throws Exception {
        assertThat(server.get("/api/v1/evaluations/999999999/results/" + PenaltyFile.code(base), token("office"))
                        .statusCode())
                .isEqualTo(404);
        var answer = server.get("/api/v1/evaluations/" + run + "/results/91990101MA00000000", token("office"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("type").asString()).endsWith("evaluation.stored");
        assertThat(server.get("/api/v1/evaluations/one/results/" + PenaltyFile.code(base), token("office"))
                        .statusCode())
                .isBetween(400, 404);
    }

    private long logged(int number) {
        return sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'evaluation.stored' AND organisation_id = ?")
                .param(organisation(number).id())
                .query(Long.class)
                .single();
    }
}
