package org.xinheng.server.evaluation.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.GradeRelease.Kind;
import org.xinheng.core.policy.GradeRelease.Reader;
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.given.GivenStore.Feed;
import org.xinheng.server.evaluation.given.Readers.Telling;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.organisation.Mergers;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;
import org.xinheng.testkit.policy.Edited;

/** What befalls one organisation is in no other's way; who is called like a department is told nothing. */
class GivingTest extends RecordsServer {

    private static final String CHAMBER = "client:demo-chamber";

    @Autowired
    Evaluations evaluations;

    @Autowired
    Giving giving;

    @Autowired
    Surroundings around;

    @Autowired
    AccessLog log;

    @BeforeEach
    void twoGoodOnes() throws Exception {
        look(giving);
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        look(giving);
        assertThat(acts(base)).containsExactly("GIVEN null");
    }

    @AfterEach
    void rulesOfTheCityAgain() {
        policyOfTest = null;
    }

    private void look(Giving one) {
        evaluations.follow();
        for (int i = 0; i < 20; i++) {
            one.look();
        }
    }

    private List<String> acts(int number) {
        return acts(organisation(number).id());
    }

    private List<String> acts(long organisation) {
        return sql.sql("""
                        SELECT act || ' ' || coalesce(reason, 'null') FROM evaluation.given_line
                         WHERE organisation_id = ? AND reader = ? ORDER BY no
                        """).params(organisation, CHAMBER).query(String.class).list();
    }

    private Giving failingFor(long organisation) {
        return new GivenConfiguration().giving(sql, aroundFailingFor(organisation));
    }

    private Surroundings aroundFailingFor(long organisation) {
        return aroundFailingFor(organisation, new IllegalStateException("a record cannot be read"));
    }

    private Surroundings aroundFailingFor(long organisation, RuntimeException fault) {
        var failing = WatchedCalls.watched(Evaluations.class, evaluations, call -> {
            if (call.name().equals("explain")
                    && call.given(1) instanceof Organisation asked
                    && asked.id() == organisation) {
                throw fault;
            }
            return call.goOn();
        });
        return new Surroundings(
                around.inForce(),
                failing,
                around.door(),
                around.consents(),
                around.organisations(),
                around.archive(),
                around.clock(),
                around.transactions(),
                around.apart());
    }

    /** A bad grade is evaluated again when it is handed over; one that cannot be must not keep the others from their reader. */
    @Test
    void whoeverCannotBeEvaluatedAtHandOverIsPassedOver() {
        long organisation = organisation(base).id();
        Telling market =
                new Readers(inForce).of("authority:market", "enterprise", day()).orElseThrow();
        GivenStore store = new GivenStore(sql);
        around.transactions().executeWithoutResult(_ -> {
            var origin =
                    new GivenStore.Origin(day(), day(), null, archive.position().value());
            store.hold(market.feed());
            store.end(market.feed(), origin, "enterprise", organisation, Ended.CHANGED);
            store.give(market, origin, organisation, "poor", null);
        });
        GivenDesk desk = new GivenConfiguration().givenDesk(sql, aroundFailingFor(organisation), log);
        Actor actor = new Actor("any", Actor.Kind.CLIENT, "market", Set.of(Permission.TAKE_GRADES));
        List<LineView> seen = new ArrayList<>();
        String next = "0";
        boolean more = true;
        while (more) {
            var page = (GivenDesk.Outcome.Page) desk.handOver(actor, next, 200, Words.in(Language.CHINESE));
            seen.addAll(page.lines());
            next = page.next();
            more = page.more();
        }

        assertThat(seen)
                .extracting(LineView::name)
                .contains(organisation(base + 1).name());
        assertThat(seen).noneMatch(line -> line.name().equals(organisation(base).name()) && line.grade() != null);
        assertThat(store.standing(market.feed(), "enterprise", organisation)
                        .orElseThrow()
                        .passed())
                .isTrue();
        look(giving);
        assertThat(store.standing(market.feed(), "enterprise", organisation).map(GivenStore.Standing::grade))
                .as("what it has by the rules")
                .contains("good");
    }

    @Test
    void whoeverCannotBeSettledEndsHoldsUpNobodyAndIsTriedAgain() throws Exception {
        poorGrade(base);
        poorGrade(base + 1);
        look(failingFor(organisation(base).id()));

        assertThat(acts(base)).containsExactly("GIVEN null", "ENDED UNSETTLED");
        assertThat(acts(base + 1)).containsExactly("GIVEN null", "ENDED CHANGED");
        assertThat(sql.sql("SELECT tries FROM evaluation.given_due WHERE organisation_id = ?")
                        .param(organisation(base).id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        today("2026-06-11");
        look(giving);
        assertThat(sql.sql("SELECT count(*) FROM evaluation.given_due WHERE organisation_id = ?")
                        .param(organisation(base).id())
                        .query(Integer.class)
                        .single())
                .as("settled: it has a poor grade, of which the chamber is not told")
                .isZero();
        assertThat(acts(base)).hasSize(2);
    }

    /** The database stumbles: that is no matter of the organisation, whose bank would use up a read for it. */
    @Test
    void whatTheDatabaseHindersEndsNothingAndTheLookFails() throws Exception {
        poorGrade(base);
        poorGrade(base + 1);
        evaluations.follow();
        var fault = new TransientDataAccessResourceException("no connection");
        Giving hindered = new GivenConfiguration()
                .giving(sql, aroundFailingFor(organisation(base).id(), fault));

        assertThatThrownBy(hindered::look).hasRootCause(fault);
        assertThat(acts(base)).containsExactly("GIVEN null");
        assertThat(acts(base + 1)).as("nobody waits for it").containsExactly("GIVEN null", "ENDED CHANGED");
        look(giving);
        assertThat(acts(base)).containsExactly("GIVEN null", "ENDED CHANGED");
    }

    @Test
    void aRuleOfAClientThatIsCalledLikeADepartmentIsNotFollowed() {
        GradeRelease rules =
                Objects.requireNonNull(inForce.policy().instruments().gradeRelease());
        Reader chamber = rules.readers().stream()
                .filter(one -> one.rule().id().equals("grade-reader.chamber"))
                .findFirst()
                .orElseThrow();
        policyOfTest = Edited.instrument(
                inForce.policy(),
                "collision",
                "gradeRelease",
                Edited.with(rules, "readers", List.of(Edited.with(chamber, "reader", "market"))));
        Readers readers = new Readers(inForce);

        assertThat(chamber.kind()).isEqualTo(Kind.ASSOCIATION);
        assertThat(readers.on(day())).isEmpty();
        assertThat(readers.isNamed("client:market")).isFalse();
        assertThat(readers.feeds(new Actor("market", Actor.Kind.CLIENT, null, Set.of(Permission.TAKE_GRADES))))
                .as("its own, not the department's")
                .containsExactly("client:market");
        assertThat(readers.feeds(new Actor("any", Actor.Kind.CLIENT, "market", Set.of(Permission.TAKE_GRADES))))
                .containsExactly("authority:market", "client:any");
    }

    @Test
    void onlyDepartmentsAreToldThatARecordIsInDispute() {
        assertThat(Ended.toldTo(CHAMBER, Ended.DISPUTE)).isEqualTo(Ended.CHANGED);
        assertThat(Ended.toldTo("authority:market", Ended.DISPUTE)).isEqualTo(Ended.DISPUTE);
        assertThat(Ended.toldTo(CHAMBER, Ended.CONSENT_REVOKED)).isEqualTo(Ended.CONSENT_REVOKED);
        assertThat(Ended.toldTo(CHAMBER, null)).isNull();
    }

    @Test
    void whatWasGivenOfAMergedEntryEndsAndNoOlderRunBringsItBack() throws Exception {
        boolean first = organisation(base).id() < organisation(base + 1).id();
        Organisation absorbed = organisation(first ? base : base + 1);
        Organisation into = organisation(first ? base + 1 : base);
        poorGrade(first ? base : base + 1);
        look(giving);
        assertThat(acts(absorbed.id())).containsExactly("GIVEN null", "ENDED CHANGED");
        register(Map.of(base + 2, "2015-03-01"));
        look(giving);
        Organisation second = organisation(base + 2);
        register(Map.of(base + 3, "2015-03-01"));
        Organisation third = organisation(base + 3);
        long run = finished();
        Mergers.merge(sql, absorbed.id(), into.id());
        Mergers.merge(sql, second.id(), into.id());
        Mergers.merge(sql, third.id(), into.id());
        look(giving);

        assertThat(acts(second.id())).containsExactly("GIVEN null", "ENDED CHANGED");
        assertThat(acts(absorbed.id())).hasSize(2);
        assertThat(acts(third.id())).as("the run knew it as one of its own").isEmpty();
        assertThat(evaluations.stored(run, into).map(Evaluations.Stored::grade))
                .as("its own result, not that of the older entry that became part of it")
                .contains("good");
    }

    private long finished() throws InterruptedException {
        long run = evaluations
                .start("enterprise", day(), "test")
                .map(Evaluations.Run::id)
                .orElseThrow();
        for (int i = 0;
                i < 1200 && !evaluations.run(run).map(Evaluations.Run::finished).orElse(false);
                i++) {
            Thread.sleep(50);
        }
        return run;
    }

    @Test
    void linesAreNumberedWithoutGapsAndWhatStandsStandsByItsLine() throws Exception {
        poorGrade(base);
        look(giving);

        Feed feed = new GivenStore(sql).feed(CHAMBER).orElseThrow();
        assertThat(sql.sql("SELECT no FROM evaluation.given_line WHERE reader = ? AND no > ? ORDER BY no")
                        .params(CHAMBER, feed.dropped())
                        .query(Long.class)
                        .list())
                .isNotEmpty()
                .isEqualTo(LongStream.rangeClosed(feed.dropped() + 1, feed.last())
                        .boxed()
                        .toList());
        assertThat(standing(base)).as("ended").isEmpty();
        assertThat(standing(base + 1))
                .isEqualTo(sql.sql("SELECT no FROM evaluation.given_line WHERE organisation_id = ? AND reader = ?")
                        .params(organisation(base + 1).id(), CHAMBER)
                        .query(Long.class)
                        .list());
    }

    private List<Long> standing(int number) {
        return sql.sql("SELECT no FROM evaluation.given_standing WHERE organisation_id = ? AND reader = ?")
                .params(organisation(number).id(), CHAMBER)
                .query(Long.class)
                .list();
    }

    @Test
    void whoeverPollsWhileTwoWriteMissesNothing() throws Exception {
        Map<Integer, String> founded = new HashMap<>();
        for (int i = 10; i < 60; i++) {
            founded.put(base + i, "2015-03-01");
        }
        register(founded);
        evaluations.follow();
        long begun = new GivenStore(sql).feed(CHAMBER).orElseThrow().last();
        GivenLines lines = new GivenLines(sql);
        List<Long> seen = new ArrayList<>();
        long cursor = begun;
        try (var writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = List.of(writers.submit(giving::look), writers.submit(another()::look));
            boolean last = false;
            while (!last) {
                last = both.stream().allMatch(Future::isDone);
                for (GivenLines.Line line : lines.after(CHAMBER, cursor, 200)) {
                    seen.add(line.no());
                    cursor = line.no();
                }
            }
            for (Future<?> one : both) {
                one.get();
            }
        }
        look(giving);
        lines.after(CHAMBER, cursor, 200).forEach(line -> seen.add(line.no()));

        assertThat(seen)
                .hasSize(founded.size())
                .isEqualTo(lines.after(CHAMBER, begun, 200).stream()
                        .map(GivenLines.Line::no)
                        .toList());
    }

    private Giving another() {
        return new GivenConfiguration().giving(sql, around);
    }
}
