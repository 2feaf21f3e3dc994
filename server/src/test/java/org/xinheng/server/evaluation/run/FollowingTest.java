package org.xinheng.server.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.given.Giving;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.policy.FromPolicy;

/** Whom a look leaves out is known: what was given of it before is looked at, and no older run holds for it. */
class FollowingTest extends RecordsServer {

    @Autowired
    Evaluations evaluations;

    @Autowired
    CityRun.Sources sources;

    @Autowired
    RecordChanges changes;

    @Autowired
    EventStore events;

    @Autowired
    Giving giving;

    @BeforeEach
    void followed() {
        evaluations.follow();
        give();
    }

    private void give() {
        for (int i = 0; i < 20; i++) {
            giving.look();
        }
    }

    private Following following(CityRun.Sources by, int most) {
        return new Following(
                new FromPolicy<>(inForce, Ready::of), by, changes, events, new Following.Bounds(clock, most));
    }

    private List<String> acts(int number) {
        return sql.sql("""
                        SELECT act || ' ' || coalesce(reason, grade) FROM evaluation.given_line
                         WHERE organisation_id = ? AND reader = 'client:demo-chamber' ORDER BY no
                        """).param(organisation(number).id()).query(String.class).list();
    }

    private List<Long> leftOut() {
        return sql.sql("""
                        SELECT organisation_id FROM evaluation.event_skipped
                         WHERE followed_id = (SELECT max(id) FROM evaluation.followed) ORDER BY 1
                        """).query(Long.class).list();
    }

    @Test
    void whatStandsOfThoseWhoAreLeftToTheNightIsLookedAtAtOnce() throws Exception {
        register(Map.of(base, "2015-03-01"));
        evaluations.follow();
        give();
        assertThat(acts(base)).containsExactly("GIVEN good");

        poorGrade(base);
        following(sources, 0).look();
        assertThat(leftOut()).containsExactly(organisation(base).id());
        give();
        assertThat(acts(base)).containsExactly("GIVEN good", "ENDED CHANGED");
    }

    @Test
    void noOlderRunHoldsForThoseWhoAreLeftToTheNight() throws Exception {
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        long run = evaluations
                .start("enterprise", day(), "test")
                .map(Evaluations.Run::id)
                .orElseThrow();
        for (int i = 0;
                i < 1200 && !evaluations.run(run).map(Evaluations.Run::finished).orElse(false);
                i++) {
            Thread.sleep(50);
        }
        assertThat(evaluations.stored(run, organisation(base)).map(Evaluations.Stored::grade))
                .contains("good");
        poorGrade(base);
        following(sources, 0).look();
        give();

        assertThat(acts(base)).isEmpty();
    }

    @Test
    void whoeverCannotBeReadIsLeftOutAndHoldsUpNobody() throws Exception {
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        evaluations.follow();
        give();
        poorGrade(base);
        poorGrade(base + 1);
        long unreadable = organisation(base).id();
        following(failingFor(unreadable, new IllegalStateException("a record cannot be read")), Following.MOST_AT_ONCE)
                .look();

        assertThat(leftOut()).containsExactly(unreadable);
        assertThat(evaluations
                        .lastSaid("enterprise", organisation(base + 1).id())
                        .map(Evaluations.Said::grade))
                .contains("poor");
        give();
        assertThat(acts(base)).as("it can be read again").containsExactly("GIVEN good", "ENDED CHANGED");
        assertThat(acts(base + 1)).containsExactly("GIVEN good", "ENDED CHANGED");
    }

    private CityRun.Sources failingFor(long organisation, RuntimeException fault) {
        var failing = WatchedCalls.watched(KnownRecords.class, sources.records(), call -> {
            if (call.given(0) instanceof Collection<?> ids && ids.contains(organisation)) {
                throw fault;
            }
            return call.goOn();
        });
        return new CityRun.Sources(
                sources.archive(), failing, sources.organisations(), sources.register(), sources.store());
    }

    /** Nobody is left out because the database stumbled: the look is repeated. */
    @Test
    void whatTheDatabaseHindersIsLookedAtAgain() throws Exception {
        register(Map.of(base, "2015-03-01"));
        evaluations.follow();
        poorGrade(base);
        var fault = new TransientDataAccessResourceException("no connection");
        Following hindered = following(failingFor(organisation(base).id(), fault), Following.MOST_AT_ONCE);

        assertThatThrownBy(hindered::look).isSameAs(fault);
        evaluations.follow();
        assertThat(evaluations.lastSaid("enterprise", organisation(base).id()).map(Evaluations.Said::grade))
                .contains("poor");
    }
}
