package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.placed;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.organisation.Mergers;
import tools.jackson.databind.JsonNode;

/** The whole place is evaluated with a receipt, each result explains itself to the office, and the public sees no grade. */
class EvaluationRunsTest extends EvaluationServer {

    @Autowired
    RecordMarks marks;

    @BeforeEach
    void deliver() throws Exception {
        deliverRegisterAndPenalties();
    }

    private JsonNode evaluation(int organisation) throws Exception {
        return evaluation(organisation, day());
    }

    private JsonNode evaluation(int organisation, LocalDate day) throws Exception {
        var answer = server.get(
                "/api/v1/organisations/" + PenaltyFile.code(organisation) + "/evaluation?purpose=test&day=" + day,
                token(day.isBefore(day()) ? "auditor" : "office"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void aResultAddsUpAndNamesItsRecordsSourcesReasonsAndWaysOut() throws Exception {
        JsonNode result = evaluation(base);

        assertThat(result.path("contributions")
                        .valueStream()
                        .mapToInt(line -> line.path("points").asInt())
                        .sum())
                .isEqualTo(result.path("points").asInt());
        assertThat(result.path("dimensions")
                        .valueStream()
                        .mapToInt(part -> part.path("points").asInt())
                        .sum())
                .isEqualTo(result.path("points").asInt());
        // 830 to begin with: twice 15 and 10, and 30 for the repetition.
        assertThat(result.path("points").asInt()).isEqualTo(750);
        assertThat(result.path("grade").path("id").asString()).isEqualTo("good");
        assertThat(result.path("contributions").valueStream())
                .allSatisfy(line -> assertThat(line.path("basis").asString()).isNotBlank());
        assertThat(result.path("reasons").size()).isBetween(1, 4);
        assertThat(result.path("reasons").path(0).path("text").asString()).contains("分");
        assertThat(result.path("whatIfs")
                        .valueStream()
                        .map(one -> one.path("step").asString()))
                .contains("ALL", "REPAIR", "TIME");
    }

    @Test
    void aDisputedRecordCountsNothing() throws Exception {
        assertThat(evaluation(base + 1).path("points").asInt()).isEqualTo(830);
        deliver(penalties(base + 1, 1));
        assertThat(evaluation(base + 1).path("points").asInt()).isEqualTo(805);

        marks.change(addressOf(base + 1), List.of(placed(Kind.DISPUTED, "YY-1", day(), "")), "office");
        JsonNode result = evaluation(base + 1);
        assertThat(result.path("points").asInt()).isEqualTo(830);
        assertThat(result.path("contributions")
                        .valueStream()
                        .map(line -> line.path("effect").asString()))
                .contains("DISPUTED");
    }

    @Test
    void whoHasTooLittleDataIsNotRatedAndHearsFromWhen() throws Exception {
        JsonNode result = evaluation(base + 2);

        assertThat(result.has("grade")).isFalse();
        assertThat(result.path("notRated").asString()).contains("2026年11月1日");
        assertThat(result.path("whatIfs").path(0).path("step").asString()).isEqualTo("ENOUGH_DATA");
    }

    @Test
    void aRunWritesWhatEachOrganisationIsToldAndGivesAReceipt() throws Exception {
        JsonNode run = run();

        assertThat(run.path("modelHash").asString()).matches("[0-9a-f]{64}");
        assertThat(run.path("pack").asString()).isEqualTo(inForce.policy().version());
        assertThat(run.path("lastPosition").asLong())
                .isEqualTo(archive.position().value());
        assertThat(run.path("parts").asInt()).isEqualTo(run.path("done").asInt());
        long counted = run.path("grades")
                        .valueStream()
                        .mapToLong(one -> one.path("number").asLong())
                        .sum()
                + run.path("notRated")
                        .valueStream()
                        .mapToLong(one -> one.path("number").asLong())
                        .sum();
        assertThat(counted).isEqualTo(run.path("organisations").asLong());
        Map<Long, String> results = results(run);
        assertThat(results.get(organisation(base).id())).startsWith("good 750");
        assertThat(results.get(organisation(base + 1).id())).startsWith("good 830");
        assertThat(results.get(organisation(base + 2).id())).startsWith("null null TOO_LITTLE_DATA");
    }

    @Test
    void aRunThatWasBrokenOffGoesOnAndEndsAsIfItHadNotBeen() throws Exception {
        JsonNode run = run();
        long id = run.path("id").asLong();
        Map<Long, String> before = results(run);
        assertThat(evaluations.finished("enterprise", day())).isTrue();
        breakOff(id);
        assertThat(results(run)).hasSizeLessThan(before.size());

        JsonNode again = run();
        assertThat(again.path("id").asLong()).isEqualTo(id);
        assertThat(results(run)).isEqualTo(before);
    }

    @Test
    void partsThatSharedOutMergedOrganisationsOtherwiseDoNotGoTogether() throws Exception {
        JsonNode run = run();
        breakOff(run.path("id").asLong());
        Mergers.merge(sql, organisation(base).id(), organisation(base + 1).id());

        JsonNode anew = run();
        assertThat(anew.path("id").asLong()).isNotEqualTo(run.path("id").asLong());
        assertThat(results(anew))
                .doesNotContainKey(idOf(base))
                .hasEntrySatisfying(
                        organisation(base + 1).id(),
                        result -> assertThat(result)
                                .as("the penalties came along")
                                .startsWith("good 750"));
        forget(run.path("id").asLong());
    }

    /** So that no other test goes on with it. */
    private void forget(long run) {
        for (String table : List.of("result", "part")) {
            JdbcClient.create(database.owner())
                    .sql("DELETE FROM evaluation." + table + " WHERE run_id = :run")
                    .param("run", run)
                    .update();
        }
        JdbcClient.create(database.owner())
                .sql("DELETE FROM evaluation.run WHERE id = :run")
                .param("run", run)
                .update();
    }

    private long idOf(int number) {
        return sql.sql("SELECT id FROM organisation.organisation WHERE code = :code")
                .param("code", PenaltyFile.code(number))
                .query(Long.class)
                .single();
    }

    @Test
    void aPastDayIsJudgedByWhatWasKnownWhenItEnded() throws Exception {
        LocalDate before = day();
        today(before.plusDays(3).toString());
        deliver(penalties(base + 1, 1));
        String known = archive.currentOf(organisation(base).id()).getFirst().address();
        marks.change(known, List.of(placed(Kind.DISPUTED, "YY-2", day(), "")), "office");
        assertThat(evaluation(base).path("points").asInt()).isGreaterThan(750);
        assertThat(evaluation(base + 1).path("points").asInt()).isEqualTo(805);

        assertThat(evaluation(base, before).path("points").asInt()).isEqualTo(750);
        assertThat(evaluation(base + 1, before).path("points").asInt()).isEqualTo(830);
        Map<Long, String> results = results(run(before));
        assertThat(results.get(organisation(base).id())).startsWith("good 750");
        assertThat(results.get(organisation(base + 1).id())).startsWith("good 830");
        // Before the register knew it, there was nothing to judge.
        assertThat(evaluation(base, before.minusYears(1)).has("grade")).isFalse();
        assertThat(evaluations.finished("enterprise", before)).isTrue();
        assertThat(evaluations.finished("enterprise", before.minusDays(40))).isFalse();
    }

    /** As if the process had died when half of the archive's parts were written. */
    private void breakOff(long run) {
        JdbcClient owner = JdbcClient.create(database.owner());
        int removed = owner.sql("""
                        DELETE FROM evaluation.result r WHERE run_id = :run AND NOT EXISTS (
                            SELECT FROM archive.version v WHERE v.organisation_id = r.organisation_id
                               AND v.tableoid::regclass::text < 'archive.version_16')
                        """).param("run", run).update();
        assertThat(removed).isGreaterThanOrEqualTo(2);
        owner.sql("DELETE FROM evaluation.part WHERE run_id = :run AND part >= 16")
                .param("run", run)
                .update();
    }

    @Test
    void onlyTheOfficeAsksAndOnlyWithAPurpose() throws Exception {
        String address = "/api/v1/organisations/" + PenaltyFile.code(base) + "/evaluation";
        assertThat(server.get(address + "?purpose=test", token("market")).statusCode())
                .isEqualTo(403);
        assertThat(server.get(address, token("office")).statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/organisations/91990101MA00000000/evaluation?purpose=test", token("office"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.post("/api/v1/evaluations", token("office"), "{}").statusCode())
                .isEqualTo(403);
        assertThat(server.post("/api/v1/evaluations", token("rules"), "{\"model\":\"none\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasKnownOnAPastDayIsOnlyForThoseWhoReadThePast() throws Exception {
        String address = "/api/v1/organisations/" + PenaltyFile.code(base) + "/evaluation?purpose=test&day=";
        String yesterday = day().minusDays(1).toString();

        assertThat(server.get(address + yesterday, token("office")).statusCode())
                .isEqualTo(403);
        assertThat(server.get(address + day(), token("office")).statusCode()).isEqualTo(200);
        assertThat(server.get(address + yesterday, token("auditor")).statusCode())
                .isEqualTo(200);
        String facts = "/api/v1/evaluations/facts?purpose=test&day=";
        assertThat(server.get(facts + yesterday, token("rules")).statusCode()).isEqualTo(403);
        assertThat(server.get(facts + day(), token("rules")).statusCode()).isEqualTo(200);
    }

    @Test
    void aDayThatIsNoneOrDidNotBeginIsRefused() throws Exception {
        String facts = "/api/v1/evaluations/facts?purpose=test&day=";
        for (String none : List.of("%2B999999999-12-31", "-9999-01-01", "2026-02-30", "soon")) {
            assertThat(server.get(facts + none, token("rules")).statusCode())
                    .as(none)
                    .isEqualTo(400);
        }
        String tomorrow = "{\"day\":\"" + day().plusDays(1) + "\"}";
        assertThat(server.post("/api/v1/evaluations", token("rules"), tomorrow).statusCode())
                .as("it would stand in for the run of that day")
                .isEqualTo(400);
    }

    @Test
    void theOfficeSeesItOnAPageAndThePublicDoesNot() throws Exception {
        run();
        var office = clerk(Role.CREDIT_OFFICE);
        assertThat(office.reads("/evaluations").body()).contains("全市评价批次", "已完成", "良");
        var seen = office.reads("/evaluations/organisation?code=" + PenaltyFile.code(base) + "&purpose=test");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).contains("等级：良", "750 分", "怎样会改变", "信用修复");
        assertThat(office.reads("/en/evaluations/organisation?code=" + PenaltyFile.code(base) + "&purpose=test")
                        .body())
                .contains("Grade: Good", "were repaired");
        assertThat(office.reads("/evaluations/organisation?code=" + PenaltyFile.code(base))
                        .status())
                .isEqualTo(400);
        assertThat(clerkOf(market).reads("/evaluations").status()).isEqualTo(403);
        assertThat(server.get("/organisations/" + PenaltyFile.code(base), null).body())
                .contains(PenaltyFile.name(base))
                .doesNotContain("等级", "750 分");
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'evaluation' AND organisation_id = :id")
                        .param("id", organisation(base).id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }
}
