package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A feed is read to its end in any steps; what was dropped sends nobody round in circles, and masses come in by runs. */
class GivenFeedTest extends GivenGradesServer {

    @Test
    void whoeverStoodBeforeADroppedLineBeginsAgainOnceAndThenGoesOn() throws Exception {
        String behind = json(ask(CHAMBER, "?after=0&limit=1")).path("next").asString();
        poorGrade(base + 1);
        settle();
        String after = json(ask(CHAMBER, "?after=" + lastCursor(CHAMBER) + "&limit=1"))
                .path("next")
                .asString();

        today("2026-08-10");
        settle();
        register(Map.of(base + 2, "2015-03-01"));
        settle();

        var gone = ask(CHAMBER, "?after=" + behind);
        assertThat(gone.statusCode()).as(gone.body()).isEqualTo(410);
        assertThat(json(gone).path("detail").asString()).contains("after 填为 0");
        assertThat(ask(CHAMBER, "?after=" + after).statusCode())
                .as("it had seen all that was dropped")
                .isEqualTo(200);
        String next = "0";
        boolean more = true;
        int seen = 0;
        while (more) {
            var answer = ask(CHAMBER, "?limit=1&after=" + next);
            assertThat(answer.statusCode()).as(next + answer.body()).isEqualTo(200);
            JsonNode page = json(answer);
            seen += page.path("lines").size();
            next = page.path("next").asString();
            more = page.path("more").asBoolean();
        }
        assertThat(seen).isPositive();
        assertThat(ask(CHAMBER, "?after=" + next).statusCode())
                .as("polling goes on")
                .isEqualTo(200);
        assertThat(sql.sql("SELECT count(*) FROM evaluation.given_line WHERE organisation_id = ? AND reader = ?")
                        .params(organisation(base + 1).id(), "client:" + CHAMBER)
                        .query(Long.class)
                        .single())
                .as("the grade and its end")
                .isZero();
    }

    @Test
    void aRunOverTheWholePlaceGivesAndEndsInMasses() throws Exception {
        register(Map.of(base + 3, "2015-03-01"));
        follow(day());
        assertThat(said(CHAMBER, base + 3)).containsExactly("GIVEN good");
        assertThat(sql.sql("SELECT run_id FROM evaluation.given_line WHERE organisation_id = ? AND reader = ?")
                        .params(organisation(base + 3).id(), "client:" + CHAMBER)
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(said(CHAMBER, base)).as("a poor one").isEmpty();

        poorGrade(base + 3);
        today("2026-06-11");
        follow(day());
        assertThat(said(CHAMBER, base + 3)).containsExactly("ENDED CHANGED");
        assertThat(said(BANK, base + 3))
                .as("nobody is gone through who granted nothing")
                .isEmpty();
    }

    @Test
    void byConsentFewAreHandedOverAtOnceAndTheRestAfterThem() throws Exception {
        Map<Integer, String> founded = new HashMap<>();
        for (int i = 10; i < 31; i++) {
            founded.put(base + i, "2015-03-01");
        }
        register(founded);
        String next = lastCursor(BANK);
        for (int number : founded.keySet()) {
            sign(number, 5);
        }
        settle();

        JsonNode first = json(ask(BANK, "?limit=200&after=" + next));
        assertThat(first.path("lines").size()).isEqualTo(20);
        assertThat(first.path("more").asBoolean()).isTrue();
        JsonNode second =
                json(ask(BANK, "?limit=200&after=" + first.path("next").asString()));
        assertThat(second.path("lines").size()).isEqualTo(1);
        assertThat(second.path("more").asBoolean()).isFalse();
    }

    /** A run for a day long past says nothing of today. */
    @Test
    void aRunOfAPastDayIsNotFollowed() throws Exception {
        register(Map.of(base + 4, "2015-03-01"));
        today("2026-06-14");
        follow(LocalDate.parse("2026-06-10"));
        assertThat(said(CHAMBER, base + 4)).isEmpty();
    }

    /** What a run wrote is gone through in some steps. */
    private void follow(LocalDate day) throws Exception {
        run(day);
        for (int i = 0; i < 3; i++) {
            giving.look();
        }
    }
}
