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
    List<Advice> list(int limit) {
        return sql.sql(ADVICE + "ORDER BY a.id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> advice(row))
                .list();
    }

    /** @param followed last look at what befell organisations; @param run last finished run */
    record Cursor(long followed, long run) {}

    Cursor cursor() {
        return sql.sql("SELECT followed_id, run_id FROM evaluation.advice_followed ORDER BY id DESC LIMIT 1")
                .query((row, _) -> new Cursor(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(new Cursor(0, 0));
    }

    /** Up to where there are results. */
    Cursor head() {
        return sql.sql("""
                        SELECT coalesce((SELECT max(id) FROM evaluation.followed), 0),
                               coalesce((SELECT max(r.id) FROM evaluation.run r
                                          WHERE r.parts = (SELECT count(*) FROM evaluation.part p WHERE p.run_id = r.id)), 0)
                        """)
                .query((row, _) -> new Cursor(row.getLong(1), row.getLong(2)))
                .single();
    }

    void move(Cursor to) {
        sql.sql("INSERT INTO evaluation.advice_followed (followed_id, run_id) VALUES (?, ?)")
                .params(to.followed(), to.run())
                .update();
    }

    /** Organisations of which a result between two cursors said one of these grades. */
    List<Long> graded(String model, Collection<String> grades, Cursor after, Cursor upTo) {
        return sql.sql("""
                        SELECT organisation_id FROM evaluation.event_result
                         WHERE followed_id > :followed AND followed_id <= :lastFollowed AND model = :model AND grade = ANY (:grades)
                         UNION
                        SELECT s.organisation_id FROM evaluation.result s JOIN evaluation.run r ON r.id = s.run_id
                         WHERE r.id > :run AND r.id <= :lastRun AND r.model = :model AND s.grade = ANY (:grades)
                         ORDER BY 1
                        """)
                .param("followed", after.followed())
                .param("lastFollowed", upTo.followed())
                .param("run", after.run())
                .param("lastRun", upTo.run())
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
