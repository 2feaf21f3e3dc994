package org.xinheng.server.evaluation.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.evaluation.advice.Advice.Answer;
import org.xinheng.server.evaluation.advice.Advice.Offer;
import org.xinheng.server.evaluation.desk.Matter;

/** Advice with its answers, and how far results were followed; only ever appended to. */
final class AdviceStore {

    private static final String ADVICE = """
            SELECT a.id, a.organisation_id, a.model, a.grade, a.day, a.records, a.document_id, a.talk, a.courses, a.served_at,
                   w.talk, w.courses, w.answered_at
              FROM evaluation.advice a
              LEFT JOIN LATERAL (SELECT talk, courses, answered_at FROM evaluation.advice_answer
                                  WHERE advice_id = a.id ORDER BY id DESC LIMIT 1) w ON true
            """;

    private final JdbcClient sql;

    AdviceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One step after the other for an organisation, until the transaction ends. */
    void inTurn(long organisation) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('evaluation.advice'), (:organisation % 2147483647)::int)")
                .param("organisation", organisation)
                .query(row -> {});
    }

    void give(Matter matter, Offer offer, long document, Instant at) {
        sql.sql("""
                        INSERT INTO evaluation.advice (organisation_id, model, grade, day, records, document_id, talk, courses, served_at)
                        VALUES (:organisation, :model, :grade, :day, :records, :document, :talk, :courses, :at)
                        """)
                .param("organisation", matter.organisation())
                .param("model", matter.model())
                .param("grade", matter.grade())
                .param("day", matter.day())
                .param("records", matter.records().stream().sorted().toArray(String[]::new))
                .param("document", document)
                .param("talk", offer.talk())
                .param("courses", offer.courses().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void answer(long advice, Answer answer, String actor) {
        sql.sql("""
                        INSERT INTO evaluation.advice_answer (advice_id, talk, courses, actor, answered_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        advice,
                        answer.talk(),
                        answer.courses().toArray(String[]::new),
                        actor,
                        answer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Advice> find(long id) {
        return sql.sql(ADVICE + "WHERE a.id = :id")
                .param("id", id)
                .query((row, _) -> advice(row))
                .optional();
    }

    /** Of these entries of the register, newest first. */
    List<Advice> of(Collection<Long> organisations) {
        return sql.sql(ADVICE + "WHERE a.organisation_id = ANY (:organisations) ORDER BY a.id DESC")
                .param("organisations", organisations.toArray(Long[]::new))
                .query((row, _) -> advice(row))
                .list();
    }

    /** The newest first. */
    List<Advice> list(long offset, int limit) {
        return sql.sql(ADVICE + "ORDER BY a.id DESC LIMIT :limit OFFSET :offset")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> advice(row))
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM evaluation.advice")
                .query(Long.class)
                .single();
    }

    /**
     * Results that nobody was advised of yet.
     *
     * @param after last look at what befell organisations that was followed
     * @param upTo last such look
     * @param runs finished whole runs that were not followed
     */
    record Unfollowed(long after, long upTo, List<Long> runs) {
        Unfollowed {
            runs = List.copyOf(runs);
        }

        boolean nothing() {
            return after == upTo && runs.isEmpty();
        }
    }

    Unfollowed unfollowed() {
        long after = sql.sql("SELECT coalesce(max(followed_id), 0) FROM evaluation.advice_followed")
                .query(Long.class)
                .single();
        long upTo = sql.sql("SELECT coalesce(max(id), 0) FROM evaluation.followed")
                .query(Long.class)
                .single();
        List<Long> runs = sql.sql("""
                        SELECT r.id FROM evaluation.run r
                         WHERE NOT EXISTS (SELECT FROM evaluation.advice_run a WHERE a.run_id = r.id)
                           AND r.parts = (SELECT count(*) FROM evaluation.part p WHERE p.run_id = r.id)
                         ORDER BY r.id
                        """).query(Long.class).list();
        return new Unfollowed(after, Math.max(after, upTo), runs);
    }

    void followed(Unfollowed results) {
        if (results.after() != results.upTo()) {
            sql.sql("INSERT INTO evaluation.advice_followed (followed_id) VALUES (?)")
                    .param(results.upTo())
                    .update();
        }
        for (long run : results.runs()) {
            sql.sql("INSERT INTO evaluation.advice_run (run_id) VALUES (?) ON CONFLICT DO NOTHING")
                    .param(run)
                    .update();
        }
    }

    /** @param model by which the grade is */
    record Failed(long organisation, String model) {}

    /** Who could not be advised when results were followed. */
    List<Failed> failed() {
        return sql.sql("SELECT organisation_id, model FROM evaluation.advice_failed ORDER BY 1, 2")
                .query((row, _) -> new Failed(row.getLong(1), row.getString(2)))
                .list();
    }

    void failed(Failed one) {
        sql.sql("INSERT INTO evaluation.advice_failed (organisation_id, model) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(one.organisation(), one.model())
                .update();
    }

    void succeeded(Failed one) {
        sql.sql("DELETE FROM evaluation.advice_failed WHERE organisation_id = ? AND model = ?")
                .params(one.organisation(), one.model())
                .update();
    }

    /** Organisations of which one of these results said one of these grades. */
    List<Long> graded(String model, Collection<String> grades, Unfollowed results) {
        return sql.sql("""
                        SELECT organisation_id FROM evaluation.event_result
                         WHERE followed_id > :after AND followed_id <= :upTo AND model = :model AND grade = ANY (:grades)
                         UNION
                        SELECT s.organisation_id FROM evaluation.result s JOIN evaluation.run r ON r.id = s.run_id
                         WHERE r.id = ANY (:runs) AND r.model = :model AND s.grade = ANY (:grades)
                         ORDER BY 1
                        """)
                .param("after", results.after())
                .param("upTo", results.upTo())
                .param("runs", results.runs().toArray(Long[]::new))
                .param("model", model)
                .param("grades", grades.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private static Advice advice(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject(13, OffsetDateTime.class);
        return new Advice(
                row.getLong(1),
                new Matter(
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        Set.of((String[]) row.getArray(6).getArray())),
                row.getLong(7),
                new Offer(row.getBoolean(8), texts(row, 9)),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                answered == null ? null : new Answer(row.getBoolean(11), texts(row, 12), answered.toInstant()));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
