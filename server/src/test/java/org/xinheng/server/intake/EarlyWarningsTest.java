package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.placed;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.warning.Warnings;
import tools.jackson.databind.JsonNode;

/** Deliveries make subscribed departments attentive, once for each cause, and nothing else follows. */
class EarlyWarningsTest extends RecordsServer {

    @Autowired
    Warnings warnings;

    @Autowired
    RecordMarks marks;

    @BeforeEach
    void followUpToHere() {
        setup.client("market-inspects", SECRET, Set.of(Permission.INSPECT), market.id());
        setup.client("ecology-inspects", SECRET, Set.of(Permission.INSPECT), ecology.id());
        warnings.look();
    }

    private List<JsonNode> told(Authority body, int number) throws Exception {
        var answer = server.get("/api/v1/early-warnings", token(body.id() + "-inspects"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer)
                .valueStream()
                .filter(one -> one.path("code").asString().equals(PenaltyFile.code(number)))
                .toList();
    }

    /** So many penalties of the first organisation, numbered from there on. */
    private void penalise(int count, int firstNumber, String kind) throws Exception {
        var file = penalties(base, 1).set(0, "CF_WSH", PenaltyFile.number(firstNumber));
        for (int i = 1; i < count; i++) {
            file.add(PenaltyFile.row(base, PenaltyFile.number(firstNumber + i)))
                    .set(i, "CF_CFJGDM", market.code())
                    .set(i, "CF_SJLYDM", market.code())
                    .set(i, "CF_CFJG", market.name().zh())
                    .set(i, "CF_SJLY", market.name().zh());
        }
        for (int i = 0; i < count; i++) {
            file.set(i, "CF_CFLB", kind);
            if (!kind.equals("罚款")) {
                file.set(i, "CF_NR", kind + "。").set(i, "CF_NR_FK", "");
            }
        }
        deliver(file);
    }

    @Test
    void threePenaltiesWarnOnceWithReasonAndRecords() throws Exception {
        penalise(2, base + 100, "罚款");
        warnings.look();
        assertThat(told(market, base)).as("two are no cause").isEmpty();

        penalise(1, base + 200, "罚款");
        assertThat(warnings.look()).isEqualTo(1);
        assertThat(warnings.look()).as("nothing new").isZero();
        JsonNode one = told(market, base).getFirst();
        assertThat(one.path("reason").asString()).isEqualTo("12个月内受到3次以上行政处罚");
        assertThat(one.path("basis").asString()).isNotBlank();
        assertThat(one.path("records").size()).isEqualTo(3);
        assertThat(one.path("records").path(0).path("text").asString()).contains("2026年6月5日");
        assertThat(told(ecology, base)).as("did not subscribe to it").isEmpty();

        penalise(1, base + 300, "罚款");
        assertThat(warnings.look()).as("part of the same matter").isZero();
        assertThat(told(market, base)).hasSize(1);
    }

    @Test
    void aSevereOneGoesToEverybodyWhoSubscribedAndEachReadsItForItself() throws Exception {
        penalise(1, base + 100, "责令停产停业");
        assertThat(warnings.look()).isEqualTo(1);
        JsonNode one = told(market, base).getFirst();
        assertThat(told(ecology, base)).hasSize(1);
        String reading = "/api/v1/early-warnings/" + one.path("id").asString() + "/reading";

        assertThat(server.post(reading, token("market-inspects"), "").statusCode())
                .isEqualTo(204);
        assertThat(server.post(reading, token("market-inspects"), "").statusCode())
                .as("read before")
                .isEqualTo(204);
        assertThat(told(market, base).getFirst().path("read").asBoolean()).isTrue();
        assertThat(told(ecology, base).getFirst().path("read").asBoolean()).isFalse();
        assertThat(new Clerk(context, Role.SUPERVISING_OFFICER, ecology.id())
                        .reads("/early-warnings")
                        .body())
                .contains(PenaltyFile.name(base), "新增严重失信行政处罚", "预警仅供参考");
        assertThat(server.get("/organisations/" + PenaltyFile.code(base), null).body())
                .doesNotContain("预警");
        assertThat(server.get("/api/v1/early-warnings", token("office")).statusCode())
                .isEqualTo(403);
        assertThat(server.post("/api/v1/early-warnings/999999999/reading", token("market-inspects"), "")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Nothing is cut silently: what is not on the first page stands on another. */
    @Test
    void longListOfWarningsIsTurnedToItsEnd() throws Exception {
        deliver(penalties(base, 1));
        setup.client("education-inspects", SECRET, Set.of(Permission.INSPECT), "education");
        sql.sql("""
                        WITH raised AS (
                            INSERT INTO warning.warning (rule, rule_version, organisation_id, day, raised_at)
                            SELECT 'early-warning.many', 'x', :organisation, date '2026-06-10' - n, now()
                              FROM generate_series(1, 20001) n ORDER BY n
                            RETURNING id)
                        INSERT INTO warning.recipient (warning_id, body) SELECT id, 'education' FROM raised
                        """).param("organisation", organisation(base).id()).update();
        var supervisor = new Clerk(context, Role.SUPERVISING_OFFICER, "education");
        assertThat(supervisor.reads("/early-warnings").body())
                .contains("共 20,001 条", "/early-warnings?page=2")
                .doesNotContain("这里只列出其中");
        assertThat(supervisor.reads("/early-warnings?page=401").body()).contains("2026年6月9日");

        String third = supervisor.reads("/early-warnings?page=3").body();
        var mark =
                java.util.regex.Pattern.compile("/early-warnings/\\d+/reading").matcher(third);
        assertThat(mark.find()).isTrue();
        assertThat(third).contains("<input type=\"hidden\" name=\"page\" value=\"3\">");
        assertThat(supervisor.sends(mark.group(), "page", "3").location())
                .as("the reader stays where it was")
                .endsWith("/early-warnings?page=3");

        var first = server.get("/api/v1/early-warnings", token("education-inspects"));
        assertThat(json(first).size()).isEqualTo(200);
        assertThat(first.headers().firstValue("Link")).hasValue("</api/v1/early-warnings?page=2>; rel=\"next\"");
        var last = server.get("/api/v1/early-warnings?page=101", token("education-inspects"));
        assertThat(json(last).size()).isEqualTo(1);
        assertThat(last.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void whatIsDisputedWarnsOfNothing() throws Exception {
        penalise(1, base + 100, "责令停产停业");
        marks.change(addressOf(base), List.of(placed(Kind.DISPUTED, "YY-7", day(), "")), "office");
        assertThat(warnings.look()).isZero();
        assertThat(told(market, base)).isEmpty();
    }
}
