package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import tools.jackson.databind.JsonNode;

/** The office tries a model over everything that the server holds, and sees how far that is. */
class ModelRoomTest extends RecordsServer {

    private static final String SECRET = "test-secret";
    private static final String TRIALS = "/api/v1/evaluations/trials";

    @BeforeEach
    void deliverRegisterAndPenalty() throws Exception {
        setup.client("rules", SECRET, Set.of(Permission.OVERSEE, Permission.KEEP_RULES), null);
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        deliver(penalties(base, 1));
    }

    private JsonNode finished(JsonNode trial) throws Exception {
        JsonNode now = trial;
        for (int i = 0; i < 600 && now.path("state").asString().equals("WORKING"); i++) {
            Thread.sleep(50);
            now = json(server.get(TRIALS + "/" + trial.path("id").asString(), token("rules")));
        }
        assertThat(now.path("state").asString()).as(now.toString()).isEqualTo("FINISHED");
        return now;
    }

    @Test
    void aTrialLooksAtEverybodyAndWritesNoResult() throws Exception {
        long results = results();
        var answer = server.post(TRIALS, token("rules"), "{\"pack\":\"demo-city\",\"model\":\"enterprise\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode trial = finished(json(answer));

        JsonNode report = trial.path("report");
        assertThat(report.path("organisations").asLong())
                .isEqualTo(trial.path("total").asLong())
                .isGreaterThanOrEqualTo(2);
        assertThat(report.path("moves").size()).as("the pack in force itself").isZero();
        assertThat(report.path("violated").asLong()).isZero();
        assertThat(report.path("trials").asLong()).isPositive();
        assertThat(report.path("indicators").size()).isGreaterThan(20);
        assertThat(results()).isEqualTo(results);
        assertThat(report.path("groups").valueStream())
                .as("by kind and, where the register knows it, by district")
                .anySatisfy(one -> assertThat(one.path("by").asString()).isEqualTo("kind"))
                .allSatisfy(one -> assertThat(one.path("grades")
                                .valueStream()
                                .mapToLong(grade -> grade.path("after").asLong())
                                .sum())
                        .isEqualTo(one.path("organisations").asLong()));

        var office = clerk(Role.CREDIT_OFFICE);
        assertThat(office.reads("/evaluations").body()).contains("href=\"/evaluations/trials\"");
        assertThat(clerk(Role.AUDITOR).reads("/evaluations").body())
                .as("who oversees, but keeps no rules, is offered no door that is closed")
                .contains("href=\"/evaluations\"")
                .doesNotContain("/evaluations/trials");
        String path = "/evaluations/trials/" + trial.path("id").asString();
        assertThat(office.reads("/evaluations/trials").body()).contains("demo-city", "已完成", "由另一人批准");
        assertThat(office.reads(path).body()).contains("等级分布", "没有主体的等级发生变化", "单调性", "变化占比", "0.0%");
        assertThat(office.reads("/en" + path).body()).contains("Monotonicity");
        assertThat(office.reads(path + "/workbook").status()).isEqualTo(200);
        assertThat(office.reads(path + "/workbook").body()).startsWith("PK");
    }

    private long results() {
        return sql.sql("SELECT count(*) FROM evaluation.result")
                .query(Long.class)
                .single();
    }

    @Test
    void whatCannotBeTriedIsSaid() throws Exception {
        assertThat(server.post(TRIALS, token("rules"), "{\"pack\":\"nowhere\"}").statusCode())
                .isEqualTo(422);
        assertThat(server.post(TRIALS, token("rules"), "{}").statusCode()).isEqualTo(422);
        assertThat(server.post(TRIALS, token("rules"), "{\"pack\":\"demo-city\",\"model\":\"none\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get(TRIALS + "/999999999", token("rules")).statusCode())
                .isEqualTo(404);
        assertThat(server.post(TRIALS, token("office"), "{}").statusCode()).isEqualTo(403);
        assertThat(clerk(Role.CREDIT_OFFICE)
                        .sends("/evaluations/trials", "pack", "nowhere")
                        .status())
                .isEqualTo(400);
        assertThat(clerk(Role.CREDIT_OFFICE)
                        .reads("/evaluations/trials/999999999")
                        .status())
                .isEqualTo(404);
    }
}
