package org.xinheng.server.evaluation.given;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is to be looked at by itself, and how far events, days and runs were followed. */
final class GivenQueue {

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration LONGEST_STANDSTILL = Duration.ofDays(1);

    private static final String ASKED = """
             ON CONFLICT (organisation_id, model) DO UPDATE
                SET asked = given_due.asked + 1, next_at = least(given_due.next_at, excluded.next_at)
            """;

    /** Many at once, in the order in which everybody asks. */
    private static final String ORDERED = " ORDER BY 1, 2" + ASKED;

    private final JdbcClient sql;

    GivenQueue(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param asked as it stood when it was read; @param tries that failed */
    record Due(long organisation, String model, long asked, int tries) {}

    void ask(long organisation, String model, Instant now) {
        sql.sql("INSERT INTO evaluation.given_due (organisation_id, model, next_at) VALUES (?, ?, ?)" + ASKED)
                .params(organisation, model, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of whom something stands come first: an end does not wait for a beginning. */
    List<Due> due(Instant now, int most) {
        return sql.sql("""
                        SELECT d.organisation_id, d.model, d.asked, d.tries FROM evaluation.given_due d
                         WHERE d.next_at <= :now
                         ORDER BY NOT EXISTS (SELECT FROM evaluation.given_standing s
                                               WHERE s.organisation_id = d.organisation_id AND s.model = d.model),
                                  d.tries, d.next_at, d.organisation_id
                         LIMIT :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Due(row.getLong(1), row.getString(2), row.getLong(3), row.getInt(4)))
                .list();
    }

    /** Unless it was asked again meanwhile. */
    void settled(Due due) {
        sql.sql("DELETE FROM evaluation.given_due WHERE organisation_id = ? AND model = ? AND asked = ?")
                .params(due.organisation(), due.model(), due.asked())
                .update();
    }

    /** It is tried again, later each time, so that it is in nobody's way. */
    void failed(Due due, Instant now) {
        Duration wait = Duration.ofMinutes(1L << Math.min(due.tries(), MOST_DOUBLINGS));
        Instant next = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        sql.sql("""
                        UPDATE evaluation.given_due SET tries = tries + 1, next_at = ?
                         WHERE organisation_id = ? AND model = ?
                        """)
                .params(next.atOffset(ZoneOffset.UTC), due.organisation(), due.model())
                .update();
    }

    /**
     * @param followed last look at events that was followed; null until the first time
     * @param day on which rules and grants were last looked through
     * @param lookedAt when a look last came to its end with every step of it: events, rules and grants, those who were due, runs;
     *     until one did, when the first one began
     */
    record Progress(
            @Nullable Long followed,
            @Nullable LocalDate day,
            @Nullable String edition,
            @Nullable LocalDate droppedOn,
            @Nullable Instant lookedAt) {

        /** Whether no look came to its end for a day: then what stands may be over. */
        boolean standsStill(Instant now) {
            return lookedAt != null && lookedAt.isBefore(now.minus(LONGEST_STANDSTILL));
        }
    }

    Progress progress() {
        return sql.sql("SELECT followed_id, day, edition, dropped_on, looked_at FROM evaluation.given_progress")
                .query((row, _) -> new Progress(
                        row.getObject(1, Long.class),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        instant(row.getObject(5, OffsetDateTime.class))))
                .single();
    }

    void beginToFollow() {
        sql.sql("""
                        UPDATE evaluation.given_progress
                           SET followed_id = (SELECT coalesce(max(id), 0) FROM evaluation.followed) WHERE followed_id IS NULL
                        """).update();
    }

    /** The last of some looks at events after one; the same where there are none. */
    long lookAfter(long followed, int most) {
        return sql.sql("""
                        SELECT coalesce(max(id), :after) FROM (
                            SELECT id FROM evaluation.followed WHERE id > :after ORDER BY id LIMIT :most) f
                        """)
                .param("after", followed)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Asks for everybody whom something befell and of whom something stands, or may be given now. */
    void askForEvents(long after, long upTo, String model, Collection<String> grades, Instant now) {
        sql.sql("""
                        INSERT INTO evaluation.given_due (organisation_id, model, next_at)
                        SELECT DISTINCT e.organisation_id, e.model, :now::timestamptz FROM evaluation.event_result e
                         WHERE e.followed_id > :after AND e.followed_id <= :upTo AND e.model = :model
                           AND (e.grade = ANY (:grades) OR EXISTS (
                                SELECT FROM evaluation.given_standing s
                                 WHERE s.organisation_id = e.organisation_id AND s.model = e.model))
                        """ + ORDERED)
                .param("after", after)
                .param("upTo", upTo)
                .param("model", model)
                .param("grades", grades.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Asks for everybody whom a look left out, of whom something stands. */
    void askForSkipped(long after, long upTo, String model, Instant now) {
        sql.sql("""
                        INSERT INTO evaluation.given_due (organisation_id, model, next_at)
                        SELECT DISTINCT s.organisation_id, s.model, :now::timestamptz
                          FROM evaluation.event_skipped k
                          JOIN evaluation.given_standing s ON s.organisation_id = k.organisation_id AND s.model = :model
                         WHERE k.followed_id > :after AND k.followed_id <= :upTo
                        """ + ORDERED)
                .param("after", after)
                .param("upTo", upTo)
                .param("model", model)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Asks for entries of the register that became part of another one, of which something stands. */
    void askForMerged(Entries entries, Instant now) {
        sql.sql("""
                        INSERT INTO evaluation.given_due (organisation_id, model, next_at)
                        SELECT DISTINCT organisation_id, model, :now::timestamptz FROM evaluation.given_standing
                         WHERE organisation_id = ANY (:merged::bigint[])
                        """ + ORDERED)
                .param("merged", entries.merged())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void followed(long upTo) {
        sql.sql("UPDATE evaluation.given_progress SET followed_id = ?")
                .param(upTo)
                .update();
    }

    /** Asks for everybody whose grant is over by its days. */
    void askForGrantsThatAreOver(LocalDate today, Instant now) {
        sql.sql("""
                        INSERT INTO evaluation.given_due (organisation_id, model, next_at)
                        SELECT DISTINCT organisation_id, model, :now::timestamptz FROM evaluation.given_standing WHERE until < :today
                        """ + ORDERED)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Asks for everybody of whom a bad grade stands: its notice may be about something else by the rules of today. */
    void askForBad(String model, Collection<String> grades, Instant now) {
        sql.sql("""
                        INSERT INTO evaluation.given_due (organisation_id, model, next_at)
                        SELECT DISTINCT organisation_id, model, :now::timestamptz FROM evaluation.given_standing
                         WHERE model = :model AND grade = ANY (:grades)
                        """ + ORDERED)
                .param("model", model)
                .param("grades", grades.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void lookedThrough(LocalDate day, String edition) {
        sql.sql("UPDATE evaluation.given_progress SET day = ?, edition = ?")
                .params(day, edition)
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** The first look of all begins. */
    void beginToLook(Instant at) {
        sql.sql("UPDATE evaluation.given_progress SET looked_at = ? WHERE looked_at IS NULL")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A look came to its end. */
    void looked(Instant at) {
        sql.sql("UPDATE evaluation.given_progress SET looked_at = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void dropped(LocalDate day) {
        sql.sql("UPDATE evaluation.given_progress SET dropped_on = ?")
                .param(day)
                .update();
    }

    /** Feed and model of everything that stands. */
    record Told(String feed, String model) {}

    List<Told> told() {
        return sql.sql("SELECT DISTINCT reader, model FROM evaluation.given_standing ORDER BY 1, 2")
                .query((row, _) -> new Told(row.getString(1), row.getString(2)))
                .list();
    }

    List<String> feeds() {
        return sql.sql("SELECT reader FROM evaluation.given_reader ORDER BY 1")
                .query(String.class)
                .list();
    }

    /** A finished run over the whole place, and what it knew. */
    record Run(long id, LocalDate day, long archive, long register) {}

    /** The newest one of an edition of the pack by a model, for one of these days, whose results are still there. */
    Optional<Run> run(String model, String edition, LocalDate since, LocalDate today) {
        return sql.sql("""
                        SELECT r.id, r.day, r.known_at, r.register_at FROM evaluation.run r
                         WHERE r.model = :model AND r.pack = :edition AND r.day BETWEEN :since AND :today AND r.known_at IS NOT NULL
                           AND r.parts = (SELECT count(*) FROM evaluation.part p WHERE p.run_id = r.id)
                           AND EXISTS (SELECT FROM evaluation.result s WHERE s.run_id = r.id)
                         ORDER BY r.day DESC, r.id DESC LIMIT 1
                        """)
                .param("model", model)
                .param("edition", edition)
                .param("since", since)
                .param("today", today)
                .query((row, _) ->
                        new Run(row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getLong(4)))
                .optional();
    }

    /** @param after organisation, or grant, up to which a rule was gone through for a run */
    record Through(long run, long after, boolean done) {}

    Optional<Through> through(String rule) {
        return sql.sql("SELECT run_id, after_id, done FROM evaluation.given_run WHERE rule = ?")
                .param(rule)
                .query((row, _) -> new Through(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .optional();
    }

    void through(String rule, Through through) {
        sql.sql("""
                        INSERT INTO evaluation.given_run (rule, run_id, after_id, done) VALUES (:rule, :run, :after, :done)
                        ON CONFLICT (rule) DO UPDATE
                           SET run_id = excluded.run_id, after_id = excluded.after_id, done = excluded.done
                        """)
                .param("rule", rule)
                .param("run", through.run())
                .param("after", through.after())
                .param("done", through.done())
                .update();
    }
}
