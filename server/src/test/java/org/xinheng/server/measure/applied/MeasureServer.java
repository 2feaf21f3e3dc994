package org.xinheng.server.measure.applied;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that apply measures over HTTP, with one organisation that lost a licence. */
abstract class MeasureServer extends RecordsServer {

    static final String SECRET = "measure-secret";
    static final String MEASURE = "procurement.major-violation";
    static final String MATTER = "government-procurement";
    static final String REVOKED = "罚款;吊销许可证件";

    @Autowired
    GroundFollowing following;

    @Autowired
    AppliedMeasures measures;

    @BeforeEach
    void bodies() {
        sql.sql("UPDATE measure.ground_cursor SET day = '2026-06-09'").update();
        for (String body : List.of("finance", "market", "culture", "emergency")) {
            String id = inForce.policy().authority(body).orElseThrow().id();
            setup.client("measures-" + body, SECRET, Set.of(Permission.CHECK), id);
        }
        setup.client("measures-nobody", SECRET, Set.of(Permission.CHECK), null);
        setup.client("measures-office", SECRET, Set.of(Permission.OVERSEE), null);
    }

    @AfterEach
    void rulesOfTheCityAgain() {
        policyOfTest = null;
    }

    record Answered(int status, JsonNode body) {
        String text(String member) {
            return body.path(member).asString("");
        }
    }

    Answered post(String body, String path, String json) throws Exception {
        var answer = server.post(path, server.token("measures-" + body, SECRET), json);
        return new Answered(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    Answered get(String body, String path) throws Exception {
        var answer = server.get(path, server.token("measures-" + body, SECRET));
        return new Answered(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    }

    /** Penalties that revoke a licence, one for each organisation from the first on. */
    PenaltyFile revocations(int first, int count) {
        PenaltyFile file = penalties(first, count);
        for (int row = 0; row < count; row++) {
            file.set(row, "CF_CFLB", REVOKED).set(row, "CF_NR_ZKDX", "食品经营许可证");
        }
        return file;
    }

    /** @param record address of the record; null for none */
    static String statement(int organisation, String measure, String matter, @Nullable String record) {
        return object(
                "code",
                PenaltyFile.code(organisation),
                "measure",
                measure,
                "matter",
                matter,
                "record",
                record,
                "decision",
                "澜采决〔2026〕" + organisation + "号");
    }

    Answered applied(int organisation, String record) throws Exception {
        return post("finance", "/api/v1/applied-measures", statement(organisation, MEASURE, MATTER, record));
    }

    String stateOf(String id) throws Exception {
        Answered seen = get("finance", "/api/v1/applied-measures/" + id);
        return seen.text("state") + (seen.text("reason").isEmpty() ? "" : " " + seen.text("reason"));
    }
}
