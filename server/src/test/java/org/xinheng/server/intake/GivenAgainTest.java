package org.xinheng.server.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.lifted;
import static org.xinheng.server.archive.RecordMarks.placed;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.consent.Standing;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.consent.ConsentMoved;
import org.xinheng.server.organisation.Mergers;
import tools.jackson.databind.JsonNode;

/** Nothing that a reader holds stands for ever, and nothing that it passed by is lost. */
class GivenAgainTest extends GivenGradesServer {

    @Autowired
    private RecordMarks marks;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("givenGradesHealth")
    private HealthIndicator health;

    private String number(String client, int organisation) throws Exception {
        return lines(client, organisation).getLast().path("number").asString();
    }

    @Test
    void anEndSaysWhichLineItEnds() throws Exception {
        String given = number(CHAMBER, base + 1);
        poorGrade(base + 1);
        settle();

        JsonNode end = lines(CHAMBER, base + 1).getFirst();
        assertThat(end.path("act").asString()).isEqualTo("ENDED");
        assertThat(end.path("ends").asString()).isEqualTo(given);
    }

    /** Whoever holds the grade under the old code must find it again. */
    @Test
    void whatWasGivenOfAnEntryThatBecamePartOfAnotherEndsUnderItsOwnCode() throws Exception {
        register(Map.of(base + 2, "2015-03-01"));
        settle();
        String given = number(CHAMBER, base + 1);
        String standing = number(CHAMBER, base + 2);
        Mergers.merge(sql, organisation(base + 1).id(), organisation(base + 2).id());
        assertThat(said(CHAMBER, base + 1))
                .as("at once: it is no organisation any more")
                .isEmpty();
        settle();

        assertThat(lines(CHAMBER, base + 1))
                .singleElement()
                .satisfies(end -> assertThat(end.path("ends").asString()).isEqualTo(given));
        assertThat(number(CHAMBER, base + 2)).isEqualTo(standing);
    }

    /** It is disputed when the line is asked for, and not any more when it is looked at. */
    @Test
    void aGradeThatWasPassedOverIsGivenAnewWhenItHoldsAfterAll() throws Exception {
        released(base);
        String given = number(MARKET, base);
        String next = lastCursor(MARKET);
        change(placed(Kind.DISPUTED, "YY-" + base, day(), ""));
        assertThat(said(MARKET, base)).as("looked at again").isEmpty();
        change(lifted(Kind.DISPUTED, "YY-" + base, day()));
        settle();

        assertThat(lines(MARKET, base, next))
                .extracting(line -> line.path("act").asString())
                .containsExactly("ENDED", "GIVEN");
        assertThat(lines(MARKET, base, next).getFirst().path("ends").asString()).isEqualTo(given);
    }

    /** A record is damaged in the archive after its grade was released. */
    @Test
    void aRecordThatCannotBeReadKeepsNoOtherGradeFromItsReader() throws Exception {
        released(base);
        JdbcClient owner = JdbcClient.create(database.owner());
        long organisation = organisation(base).id();
        owner.sql("CREATE TABLE archive.planted AS SELECT record_id, version_no, payload FROM archive.version"
                        + " WHERE organisation_id = " + organisation)
                .update();
        try {
            owner.sql("UPDATE archive.version SET payload = '\\x00ff01' WHERE organisation_id = " + organisation)
                    .update();
            assertThat(said(MARKET, base)).isEmpty();
            assertThat(said(MARKET, base + 1)).containsExactly("GIVEN good");
        } finally {
            owner.sql(
                            "UPDATE archive.version v SET payload = p.payload FROM archive.planted p WHERE v.organisation_id = "
                                    + organisation + " AND v.record_id = p.record_id AND v.version_no = p.version_no")
                    .update();
            owner.sql("DROP TABLE archive.planted").update();
        }
        settle();
        assertThat(said(MARKET, base)).as("under another number").containsExactly("GIVEN poor");
    }

    private void change(RecordMarks.Change change) {
        for (RecordVersion record : archive.currentOf(organisation(base).id())) {
            marks.change(record.address(), List.of(change), "office");
        }
    }

    @Test
    void theEndOfALineThatWasWithheldIsTold() throws Exception {
        long consent = sign(base + 1, 1);
        settle();
        assertThat(said(BANK, base + 1)).containsExactly("GIVEN good");
        step(base + 1, consent, Standing.Act.PAUSE);
        settle();
        step(base + 1, consent, Standing.Act.RESUME);
        settle();
        String withheld = number(BANK, base + 1);
        step(base + 1, consent, Standing.Act.REVOKE);
        settle();

        assertThat(lines(BANK, base + 1).getLast().path("ends").asString()).isEqualTo(withheld);
        assertThat(party(base + 1).reads("/evaluations/given/own").body()).contains("收到本条；授权查询次数已用完，未取得等级");
    }

    /** Paused and resumed; what the bank's feed does about the pause comes last. */
    @Test
    void anEventThatComesLateEndsNothingUnderAGrantThatStands() throws Exception {
        long consent = sign(base + 1, 1);
        settle();
        String given = number(BANK, base + 1);
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> events.publishEvent(
                        new ConsentMoved(consent, organisation(base + 1).id(), BANK)));
        settle();

        assertThat(said(BANK, base + 1)).containsExactly("GIVEN good");
        assertThat(number(BANK, base + 1)).isEqualTo(given);
    }

    /** The night's run began yesterday; today a grade ended. */
    @Test
    void aRunOfTheNightBeforeDoesNotBringBackWhatEndedToday() throws Exception {
        run(day());
        today("2026-06-11");
        poorGrade(base + 1);
        settle();
        assertThat(standing(base + 1)).isZero();
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("DELETE FROM evaluation.event_result WHERE organisation_id = ?")
                .param(organisation(base + 1).id())
                .update();
        owner.sql("DELETE FROM evaluation.given_run").update();
        for (int i = 0; i < 3; i++) {
            giving.look();
        }

        assertThat(sql.sql("SELECT count(*) FROM evaluation.given_run WHERE done")
                        .query(Long.class)
                        .single())
                .as("yesterday's run was gone through")
                .isPositive();
        assertThat(standing(base + 1)).isZero();
    }

    private long standing(int number) {
        return sql.sql("SELECT count(*) FROM evaluation.given_standing WHERE organisation_id = ?")
                .param(organisation(number).id())
                .query(Long.class)
                .single();
    }

    @Test
    void aClientWhoseFeedIsAnotherOneNowBeginsAgain() throws Exception {
        String next = lastCursor(CHAMBER);
        setup.client(CHAMBER, SECRET, Set.of(Permission.TAKE_GRADES), market.id());

        assertThat(ask(CHAMBER, "?after=" + next).statusCode()).isEqualTo(410);
        assertThat(ask(CHAMBER, "?line=1&after=" + next).statusCode())
                .as("its number is that of another line now")
                .isEqualTo(410);
        assertThat(ask(CHAMBER, "?after=0").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsHandedOverWhenWhatStandsWasNotLookedThroughForADay() throws Exception {
        today("2026-06-11");
        assertThat(ask(CHAMBER, "").statusCode()).isEqualTo(200);
        assertThat(requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);
        today("2026-06-12");
        var refused = ask(CHAMBER, "");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(json(refused).path("detail").asString()).contains("暂停交付");
        assertThat(requireNonNull(health.health()).getStatus()).isEqualTo(Status.DOWN);
        settle();
        assertThat(ask(CHAMBER, "").statusCode()).isEqualTo(200);
        assertThat(requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);
    }

    /** Two programs with one client: each grade of a grant counts as one read, whoever comes first. */
    @Test
    void twoProgramsThatReadOneFeedAtOnceTakeEachGradeOnce() throws Exception {
        long consent = sign(base + 1, 1);
        settle();
        try (var programs = Executors.newFixedThreadPool(2)) {
            List<Future<List<String>>> both = new ArrayList<>();
            var start = new CyclicBarrier(2);
            for (int i = 0; i < 2; i++) {
                both.add(programs.submit(() -> {
                    start.await();
                    return said(BANK, base + 1);
                }));
            }
            for (Future<List<String>> one : both) {
                assertThat(one.get()).containsExactly("GIVEN good");
            }
        }
        assertThat(sql.sql("SELECT count(*) FROM consent.reading WHERE consent_id = ?")
                        .param(consent)
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
