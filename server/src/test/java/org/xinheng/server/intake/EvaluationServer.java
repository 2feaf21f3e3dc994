package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.evaluation.Evaluations;
import tools.jackson.databind.JsonNode;

/** The whole server with the client {@code rules}, which orders runs over the whole place. */
abstract class EvaluationServer extends RecordsServer {

    private static final String RUNS = "/api/v1/evaluations";

    @Autowired
    Evaluations evaluations;

    @BeforeEach
    void openRules() {
        setup.client("rules", SECRET, Set.of(Permission.OVERSEE, Permission.KEEP_RULES), null);
    }

    /** Three registered organisations; the first was penalised twice for the same conduct. */
    void deliverRegisterAndPenalties() throws Exception {
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01", base + 2, "2026-05-01"));
        var file = penalties(base, 1);
        file.add(PenaltyFile.row(base, PenaltyFile.number(base + 500)))
                .set(1, "CF_JDRQ", "2026/05/06")
                .set(1, "CF_CFJGDM", market.code())
                .set(1, "CF_SJLYDM", market.code())
                .set(1, "CF_CFJG", market.name().zh())
                .set(1, "CF_SJLY", market.name().zh());
        deliver(file);
    }

    JsonNode run() throws Exception {
        return run(day());
    }

    /** Orders a run for a day, or what is left of one, and waits for its end. */
    JsonNode run(LocalDate day) throws Exception {
        var ordered = server.post(RUNS, token("rules"), "{\"day\":\"" + day + "\"}");
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        JsonNode run = json(ordered);
        String address = RUNS + "/" + run.path("id").asString();
        for (int i = 0; i < 1200 && !run.path("finished").asBoolean(); i++) {
            Thread.sleep(50);
            run = json(server.get(address, token("rules")));
        }
        assertThat(run.path("finished").asBoolean()).as(run.toString()).isTrue();
        return run;
    }

    /** What a run wrote, by organisation: grade, points, why there is none, and the explanation as it is packed. */
    Map<Long, String> results(JsonNode run) {
        Map<Long, String> results = new TreeMap<>();
        sql.sql("SELECT organisation_id, grade, points, why, explanation FROM evaluation.result WHERE run_id = :run")
                .param("run", run.path("id").asLong())
                .query(row -> {
                    results.put(
                            row.getLong(1),
                            row.getString(2) + " " + row.getObject(3) + " " + row.getString(4) + " "
                                    + HexFormat.of().formatHex(row.getBytes(5)));
                });
        return results;
    }
}
