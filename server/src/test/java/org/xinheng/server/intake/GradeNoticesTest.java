package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import tools.jackson.databind.JsonNode;

/** Nobody is given a bad grade before the organisation was told of this very result and heard. */
class GradeNoticesTest extends RecordsServer {

    private static final String NOTICES = "/api/v1/evaluations/notices";

    /** The first organisation has a poor grade, the second none of its penalties. */
    @BeforeEach
    void deliverRegisterAndPenalties() throws Exception {
        setup.client("rules", SECRET, Set.of(Permission.OVERSEE, Permission.KEEP_RULES), null);
        setup.client("market-asks", SECRET, Set.of(Permission.CHECK), market.id());
        setup.client("ecology-asks", SECRET, Set.of(Permission.CHECK), ecology.id());
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        poorGrade(base);
    }

    private HttpResponse<String> serve(int number) throws Exception {
        return server.post(NOTICES, token("rules"), "{\"code\":\"" + PenaltyFile.code(number) + "\"}");
    }

    private JsonNode served() throws Exception {
        var answer = serve(base);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private HttpResponse<String> decide(JsonNode notice, boolean release) throws Exception {
        return server.post(
                NOTICES + "/" + notice.path("id").asString() + "/decision",
                token("rules"),
                "{\"release\":" + release + ",\"reasons\":\"意见未涉及新的事实\"}");
    }

    private HttpResponse<String> grade(int number, String client) throws Exception {
        return server.get(
                "/api/v1/organisations/" + PenaltyFile.code(number) + "/released-grade?purpose=test", token(client));
    }

    private static void refuses(HttpResponse<String> answer, String why) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer).path("reason").asString()).isEqualTo(why);
    }

    @Test
    void isToldHeardAndOnlyThenGivenToWhomThePackNames() throws Exception {
        assertThat(grade(base, "market-asks").statusCode()).as("not told yet").isEqualTo(404);

        JsonNode notice = served();
        assertThat(notice.path("state").asString()).isEqualTo("WAITING");
        assertThat(notice.path("grade").asString()).isEqualTo("poor");
        assertThat(notice.path("answerBy").asString()).as("five working days").isEqualTo("2026-06-17");
        assertThat(sql.sql("SELECT kind FROM service.document WHERE id = :id")
                        .param("id", Long.valueOf(notice.path("documentId").asString()))
                        .query(String.class)
                        .single())
                .isEqualTo("evaluation.notice");
        refuses(serve(base), "TOLD");
        refuses(decide(notice, true), "TIME_RUNS");
        assertThat(grade(base, "market-asks").statusCode()).isEqualTo(404);

        String own = "/evaluations/notices/own";
        String id = notice.path("id").asString();
        assertThat(party(base).reads(own).body()).contains("评价结果告知", "等待主体提出意见", "2026年6月17日");
        assertThat(party(base + 1).reads(own).body()).contains("没有告知");
        assertThat(party(base).sends(own + "/" + id, "answer", " ").status()).isEqualTo(400);
        assertThat(party(base).sends(own + "/" + id, "answer", "请致电13800001234"))
                .as("a telephone; the summary leads to the field of this notice")
                .matches(answer -> answer.status() == 400)
                .extracting(Clerk.Seen::body, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("href=\"#answer-" + id + "\"", "id=\"answer-" + id + "\"", "id=\"answer-" + id + "-fault\"");
        assertThat(clerk(Role.CREDIT_OFFICE)
                        .sends("/evaluations/notices/" + id + "/decision", "reasons", " ")
                        .body())
                .contains("href=\"#reasons-" + id + "\"", "id=\"reasons-" + id + "\"");
        assertThat(party(base + 1).sends(own + "/" + id, "answer", "与我单位无关").status())
                .as("another one's")
                .isEqualTo(400);
        assertThat(party(base).sends(own + "/" + id, "answer", "其中一条处罚正在复议").location())
                .endsWith(own);
        assertThat(party(base).sends(own + "/" + id, "answer", "再说一遍").body()).contains("意见已经提交过");
        assertThat(clerk(Role.CREDIT_OFFICE).reads("/evaluations/notices").body())
                .contains("其中一条处罚正在复议", "主体已提出意见", "第 1–");
        var beyond = server.get(NOTICES + "?page=900", server.token("rules", SECRET));
        assertThat(json(beyond)).isEmpty();
        assertThat(beyond.headers().firstValue("Link")).isEmpty();

        assertThat(json(decide(notice, true)).path("state").asString()).isEqualTo("RELEASED");
        refuses(decide(notice, false), "DECIDED");
        JsonNode given = json(grade(base, "market-asks"));
        assertThat(given.path("grade").asString()).isEqualTo("poor");
        assertThat(given.has("points")).isFalse();
        assertThat(grade(base, "ecology-asks").statusCode())
                .as("no rule names it")
                .isEqualTo(404);
        assertThat(party(base).reads(own).body()).contains("可以按规定提供", "意见未涉及新的事实");
    }

    @Test
    void aGoodGradeTakesNoNoticeAndOthersAreNotGivenIt() throws Exception {
        assertThat(json(grade(base + 1, "market-asks")).path("grade").asString())
                .isEqualTo("good");
        assertThat(grade(base + 1, "ecology-asks").statusCode()).isEqualTo(404);
        refuses(serve(base + 1), "NOT_BAD");
        assertThat(server.get("/organisations/" + PenaltyFile.code(base), null).body())
                .contains(PenaltyFile.name(base))
                .doesNotContain("等级：差", "等级：良");
    }

    @Test
    void whoeverDoesNotAnswerIsHeardWhenTheTimeIsOver() throws Exception {
        JsonNode notice = served();
        today("2026-06-17");
        refuses(decide(notice, true), "TIME_RUNS");
        assertThatThrownBy(() -> sql.sql("""
                                INSERT INTO evaluation.notice_decision (notice_id, released, reasons, actor, decided_at)
                                VALUES (:id, true, '直接写入', 'test', '2026-06-17T23:59:59+08:00')
                                """)
                        .param("id", Long.valueOf(notice.path("id").asString()))
                        .update())
                .as("past all Java")
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("still waits");
        today("2026-06-18");
        assertThat(json(decide(notice, true)).path("state").asString()).isEqualTo("RELEASED");
        assertThat(grade(base, "market-asks").statusCode()).isEqualTo(200);
    }

    @Test
    void aFurtherRecordTakesANewNotice() throws Exception {
        JsonNode notice = served();
        today("2026-06-18");
        assertThat(json(decide(notice, true)).path("state").asString()).isEqualTo("RELEASED");
        var further = penalties(base, 1)
                .set(0, "CF_WSH", PenaltyFile.number(base + 600))
                .set(0, "CF_JDRQ", "2026/06/15");
        deliver(further);

        assertThat(grade(base, "market-asks").statusCode())
                .as("it was not told of this record")
                .isEqualTo(404);
        JsonNode second = served();
        assertThat(second.path("id").asString()).isNotEqualTo(notice.path("id").asString());
        assertThat(json(decide(second, false)).path("state").asString())
                .as("to withhold it, nobody waits")
                .isEqualTo("WITHDRAWN");
        assertThat(grade(base, "market-asks").statusCode()).isEqualTo(404);
    }

    @Test
    void badOrdersAreRefusedWithTheirReason() throws Exception {
        assertThat(server.post(NOTICES, token("rules"), "{\"code\":\"91990101MA00000000\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.post(NOTICES, token("rules"), "{}").statusCode()).isEqualTo(404);
        refuses(
                server.post(
                        NOTICES, token("rules"), "{\"code\":\"" + PenaltyFile.code(base) + "\",\"model\":\"none\"}"),
                "NO_RULE");
        assertThat(server.post(NOTICES, token("office"), "{}").statusCode()).isEqualTo(403);
        assertThat(server.post(NOTICES + "/run", token("rules"), "{\"model\":\"none\"}")
                        .statusCode())
                .isEqualTo(409);
        JsonNode notice = served();
        assertThat(server.post(
                                NOTICES + "/" + notice.path("id").asString() + "/decision",
                                token("rules"),
                                "{\"release\":true}")
                        .statusCode())
                .as("no reasons")
                .isEqualTo(400);
        assertThat(server.get(
                                "/api/v1/organisations/" + PenaltyFile.code(base) + "/released-grade",
                                token("market-asks"))
                        .statusCode())
                .as("no purpose")
                .isEqualTo(400);
    }
}
