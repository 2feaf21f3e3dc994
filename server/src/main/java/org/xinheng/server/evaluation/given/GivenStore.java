package org.xinheng.server.evaluation.given;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.GradeRelease.ByConsent;
import org.xinheng.core.policy.GradeRelease.Reader;
import org.xinheng.server.evaluation.given.Readers.Telling;

/** Feeds of readers: lines, what stands, and how far each reader came. Whoever writes holds the feed until his transaction ends. */
final class GivenStore {

    private final JdbcClient sql;

    GivenStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param epoch how often lines were dropped
     * @param dropped highest number that was dropped
     */
    record Feed(String reader, long last, int epoch, long dropped) {}

    /** From where a line is: day of the evaluation, day of the line, run if any, and position of the archive that was known. */
    record Origin(
            LocalDate day, LocalDate written, @Nullable Long run, long position) {}

    /**
     * @param use that was granted, where it is given under a grant
     * @param passed whether it was passed over at hand-over: whoever came past it never gets it by its number
     */
    record Standing(
            String reader,
            long no,
            String grade,
            String rule,
            @Nullable ByConsent use,
            boolean passed) {}

    /** A grant under which a grade is given. */
    record Grant(long consent, LocalDate last) {}

    Optional<Feed> feed(String reader) {
        return sql.sql("SELECT reader, last_no, epoch, dropped FROM evaluation.given_reader WHERE reader = ?")
                .param(reader)
                .query((row, _) -> new Feed(row.getString(1), row.getLong(2), row.getInt(3), row.getLong(4)))
                .optional();
    }

    /** Whoever numbers lines of a feed goes one after the other; opened where it is none yet. Whoever only reads it waits for nobody. */
    void hold(String reader) {
        sql.sql("INSERT INTO evaluation.given_reader (reader) VALUES (?) ON CONFLICT DO NOTHING")
                .param(reader)
                .update();
        sql.sql("SELECT FROM evaluation.given_reader WHERE reader = ? FOR NO KEY UPDATE")
                .param(reader)
                .query(_ -> {});
    }

    Optional<Standing> standing(String reader, String model, long organisation) {
        return standings(organisation, model).stream()
                .filter(one -> one.reader().equals(reader))
                .findFirst();
    }

    List<Standing> standings(long organisation, String model) {
        return sql.sql("""
                        SELECT reader, no, grade, rule, data, purpose, passed FROM evaluation.given_standing
                         WHERE organisation_id = ? AND model = ? ORDER BY reader
                        """)
                .params(organisation, model)
                .query((row, _) -> new Standing(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5) == null ? null : new ByConsent(row.getString(5), row.getString(6)),
                        row.getBoolean(7)))
                .list();
    }

    /**
     * Ends what stands of the organisations that a selection picks, in a feed that is held.
     *
     * @param picked selects {@code model}, {@code organisation_id} and {@code reason}
     * @return how many ended
     */
    int end(String reader, Origin origin, String picked, Map<String, ?> facts) {
        return sql.sql("WITH picked AS (" + picked + ")" + """
                        , moved AS (
                            DELETE FROM evaluation.given_standing s USING picked p
                             WHERE s.reader = :reader AND s.model = p.model AND s.organisation_id = p.organisation_id
                            RETURNING s.no, p.reason
                        ), numbered AS (
                            SELECT no, reason, row_number() OVER (ORDER BY no) AS further FROM moved
                        ), written AS (
                            INSERT INTO evaluation.given_line (reader, no, act, of_no, organisation_id, model, rule, edition, basis, day,
                                                               run_id, position, reason, written_on, keep_days)
                            SELECT l.reader, r.last_no + n.further, 'ENDED', l.no, l.organisation_id, l.model, l.rule, l.edition, l.basis,
                                   :day, :run::bigint, :position, n.reason, :written, l.keep_days
                              FROM numbered n
                              JOIN evaluation.given_line l ON l.reader = :reader AND l.no = n.no
                              JOIN evaluation.given_reader r ON r.reader = :reader
                            RETURNING no
                        )
                        UPDATE evaluation.given_reader SET last_no = last_no + (SELECT count(*) FROM written)
                         WHERE reader = :reader RETURNING (SELECT count(*) FROM written)
                        """)
                .params(facts)
                .param("reader", reader)
                .param("day", origin.day())
                .param("written", origin.written())
                .param("run", origin.run())
                .param("position", origin.position())
                .query(Integer.class)
                .single();
    }

    /** Ends what stands of one organisation, in a feed that is held. */
    int end(String reader, Origin origin, String model, long organisation, Ended reason) {
        return end(
                reader,
                origin,
                "SELECT :model AS model, :organisation::bigint AS organisation_id, :reason AS reason",
                Map.of("model", model, "organisation", organisation, "reason", reason.name()));
    }

    /**
     * Gives grades to the organisations that a selection picks, in a feed that is held.
     *
     * @param basis of what is given
     * @param picked selects {@code organisation_id}, {@code grade}, {@code consent_id} and {@code until}, nobody of whom stands
     * @return how many were given
     */
    int give(Telling telling, Basis basis, Origin origin, String picked, Map<String, ?> facts) {
        Reader rule = telling.rule();
        ByConsent use = rule.consent();
        return sql.sql("WITH picked AS (" + picked + ")" + """
                        , numbered AS (
                            SELECT p.*, r.last_no + row_number() OVER (ORDER BY p.organisation_id) AS no
                              FROM picked p, evaluation.given_reader r WHERE r.reader = :reader
                        ), written AS (
                            INSERT INTO evaluation.given_line (reader, no, act, organisation_id, model, rule, edition, basis, grade, day,
                                                               run_id, position, written_on, keep_days)
                            SELECT :reader, no, 'GIVEN', organisation_id, :model, :rule, :edition, :basis, grade, :day,
                                   :run::bigint, :position, :written, :keep
                              FROM numbered
                            RETURNING no
                        ), standing AS (
                            INSERT INTO evaluation.given_standing (reader, model, organisation_id, no, grade, rule, consent_id, until,
                                                                   data, purpose)
                            SELECT :reader, :model, organisation_id, no, grade, :rule, consent_id, until, :data::text, :purpose::text
                              FROM numbered
                        )
                        UPDATE evaluation.given_reader SET last_no = last_no + (SELECT count(*) FROM written)
                         WHERE reader = :reader RETURNING (SELECT count(*) FROM written)
                        """)
                .params(facts)
                .param("reader", telling.feed())
                .param("model", rule.model())
                .param("rule", rule.rule().id())
                .param("edition", telling.edition())
                .param("basis", basis.citation())
                .param("data", use == null ? null : use.data())
                .param("purpose", use == null ? null : use.purpose())
                .param("day", origin.day())
                .param("written", origin.written())
                .param("run", origin.run())
                .param("position", origin.position())
                .param("keep", rule.keepDays())
                .query(Integer.class)
                .single();
    }

    /** Gives the grade of one organisation, in a feed that is held. */
    void give(Telling telling, Origin origin, long organisation, String grade, @Nullable Grant grant) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organisation", organisation);
        facts.put("grade", grade);
        facts.put("consent", grant == null ? null : grant.consent());
        facts.put("until", grant == null ? null : grant.last());
        give(telling, telling.basis(grade), origin, """
                SELECT :organisation::bigint AS organisation_id, :grade AS grade, :consent::bigint AS consent_id,
                       :until::date AS until
                """, facts);
    }

    /** These lines stand and were not handed over to whoever came past them. */
    void passed(String reader, Collection<Long> numbers) {
        sql.sql("UPDATE evaluation.given_standing SET passed = true WHERE reader = ? AND no = ANY (?)")
                .params(reader, numbers.toArray(Long[]::new))
                .update();
    }

    /** What stands goes on under another grant: no line says it, for nothing changed for the reader. */
    void regrant(Standing standing, Grant grant) {
        sql.sql("UPDATE evaluation.given_standing SET consent_id = ?, until = ? WHERE reader = ? AND no = ?")
                .params(grant.consent(), grant.last(), standing.reader(), standing.no())
                .update();
    }

    /**
     * Drops pairs of lines whose days are over, in a feed that is held; whoever stood before them begins again.
     *
     * @return how many pairs were dropped
     */
    int drop(String reader, LocalDate today, int most) {
        return sql.sql("""
                        WITH old AS (
                            SELECT no, of_no FROM evaluation.given_line
                             WHERE reader = :reader AND act = 'ENDED' AND written_on + keep_days < :today ORDER BY no LIMIT :most
                        ), gone AS (
                            DELETE FROM evaluation.given_line
                             WHERE reader = :reader AND no IN (SELECT no FROM old UNION ALL SELECT of_no FROM old)
                        )
                        UPDATE evaluation.given_reader
                           SET epoch = epoch + 1, dropped = greatest(dropped, (SELECT max(no) FROM old))
                         WHERE reader = :reader AND EXISTS (SELECT FROM old) RETURNING (SELECT count(*) FROM old)
                        """)
                .param("reader", reader)
                .param("today", today)
                .param("most", most)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
