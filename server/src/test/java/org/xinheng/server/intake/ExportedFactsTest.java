package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.ModelFile;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.SubjectState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server gives out of an evaluation is enough to come to the same result elsewhere. */
class ExportedFactsTest extends EvaluationServer {

    @BeforeEach
    void deliver() throws Exception {
        deliverRegisterAndPenalties();
    }

    /** The exported model over the exported facts, as Spark runs it: grade and points of the server's run, for everybody. */
    @Test
    void whatIsExportedEvaluatesToWhatTheRunWrote() throws Exception {
        JsonNode run = run();
        Map<Long, String> results = results(run);
        String day = run.path("day").asString();
        var model = server.download(
                "/api/v1/evaluations/models/" + run.path("model").asString(), token("rules"));
        assertThat(model.statusCode()).isEqualTo(200);
        var evaluator = ModelFile.read(model.body()).evaluator().on(LocalDate.parse(day));
        assertThat(server.get("/api/v1/evaluations/facts", token("rules")).statusCode())
                .as("no purpose")
                .isEqualTo(400);
        var facts = server.get("/api/v1/evaluations/facts?purpose=spark&day=" + day, token("rules"));
        assertThat(facts.statusCode()).isEqualTo(200);

        Map<Long, String> elsewhere = new HashMap<>();
        facts.body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .forEach(line ->
                        elsewhere.put(line.path("organisation").asLong(), said(evaluator.evaluate(facts(line)))));
        assertThat(elsewhere.keySet()).isEqualTo(results.keySet());
        elsewhere.forEach(
                (organisation, said) -> assertThat(results.get(organisation)).startsWith(said));
    }

    private static String said(Evaluation result) {
        return switch (result) {
            case Evaluation.Rated rated -> rated.grade().id() + " " + rated.points();
            case Evaluation.NotRated not -> "null null " + not.why();
        };
    }

    private static OrganisationFacts facts(JsonNode line) {
        List<RecordFact> records = new ArrayList<>();
        for (JsonNode one : line.path("records")) {
            records.add(new RecordFact(
                    one.path("id").asString(),
                    one.path("type").asInt(),
                    new RecordFact.Days(
                            LocalDate.parse(one.path("decidedOn").asString()),
                            dayOf(one.path("lastDay")),
                            dayOf(one.path("earliestRepair"))),
                    new RecordFact.Standing(
                            textOf(one.path("severity")), one.path("disputed").asBoolean()),
                    one.path("values")
                            .valueStream()
                            .map(ExportedFactsTest::textOf)
                            .toArray(String[]::new)));
        }
        String state = textOf(line.path("state"));
        return new OrganisationFacts(
                new OrganisationFacts.Identity(
                        line.path("prefix").asString(),
                        state == null ? null : SubjectState.valueOf(state),
                        dayOf(line.path("knownSince"))),
                records);
    }

    private static @Nullable String textOf(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }

    private static @Nullable LocalDate dayOf(JsonNode node) {
        return node.isNull() ? null : LocalDate.parse(node.asString());
    }
}
