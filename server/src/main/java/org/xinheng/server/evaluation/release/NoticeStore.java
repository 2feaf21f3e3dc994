package org.xinheng.server.evaluation.release;

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
import org.xinheng.server.evaluation.desk.Matter;
import org.xinheng.server.evaluation.release.Notice.Answer;
import org.xinheng.server.evaluation.release.Notice.Decision;

/** Notices with their answers and decisions; only ever appended to. */
final class NoticeStore {

    private static final String NOTICE = """
            SELECT n.id, n.organisation_id, n.model, n.grade, n.day, n.records, n.document_id, n.answer_by, n.served_at,
                   a.body, a.answered_at, d.released, d.reasons, d.decided_at
              FROM evaluation.notice n
              LEFT JOIN evaluation.notice_answer a ON a.notice_id = n.id
              LEFT JOIN evaluation.notice_decision d ON d.notice_id = n.id
            """;

    private final JdbcClient sql;

    NoticeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One step after the other for an organisation, until the transaction ends. */
    void inTurn(long organisation) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('evaluation.notice'), (:organisation % 2147483647)::int)")
                .param("organisation", organisation)
                .query(row -> {});
    }

    /** @param served the document, and when it was served */
    record Sent(long document, LocalDate answerBy, Instant served) {}

    Notice open(Matter matter, Sent sent, String actor) {
        long id = sql.sql("""
                        INSERT INTO evaluation.notice (organisation_id, model, grade, day, records, document_id, answer_by, actor,
                                                       served_at)
                        VALUES (:organisation, :model, :grade, :day, :records, :document, :by, :actor, :at) RETURNING id
                        """)
                .param("organisation", matter.organisation())
                .param("model", matter.model())
                .param("grade", matter.grade())
                .param("day", matter.day())
                .param("records", matter.records().stream().sorted().toArray(String[]::new))
                .param("document", sent.document())
                .param("by", sent.answerBy())
                .param("actor", actor)
                .param("at", sent.served().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    void answer(long notice, String text, String actor, Instant at) {
        sql.sql("INSERT INTO evaluation.notice_answer (notice_id, body, actor, answered_at) VALUES (?, ?, ?, ?)")
                .params(notice, text, actor, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(long notice, Decision decision, String actor) {
        sql.sql("""
                        INSERT INTO evaluation.notice_decision (notice_id, released, reasons, actor, decided_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        notice,
                        decision.released(),
                        decision.reasons(),
                        actor,
                        decision.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Notice> find(long id) {
        return sql.sql(NOTICE + "WHERE n.id = :id")
                .param("id", id)
                .query((row, _) -> notice(row))
                .optional();
    }

    /** Of these entries of the register, newest first. */
    List<Notice> of(Collection<Long> organisations) {
        return sql.sql(NOTICE + "WHERE n.organisation_id = ANY (:organisations) ORDER BY n.id DESC")
                .param("organisations", organisations.toArray(Long[]::new))
                .query((row, _) -> notice(row))
                .list();
    }

    /** The last one of these entries of the register for a model. */
    Optional<Notice> last(Collection<Long> organisations, String model) {
        return of(organisations).stream()
                .filter(one -> one.matter().model().equals(model))
                .findFirst();
    }

    /** Those that wait for a decision first, each the newest first. */
    List<Notice> list(long offset, int limit) {
        return sql.sql(NOTICE + "ORDER BY (d.notice_id IS NOT NULL), n.id DESC LIMIT :limit OFFSET :offset")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM evaluation.notice")
                .query(Long.class)
                .single();
    }

    /** Organisations that a run found with one of these grades, after a given one. */
    List<Long> graded(long run, List<String> grades, long after, int limit) {
        return sql.sql("""
                        SELECT organisation_id FROM evaluation.result
                         WHERE run_id = :run AND grade = ANY (:grades) AND organisation_id > :after
                         ORDER BY organisation_id LIMIT :limit
                        """)
                .param("run", run)
                .param("grades", grades.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        String answer = row.getString(10);
        String reasons = row.getString(13);
        return new Notice(
                row.getLong(1),
                new Matter(
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        Set.of((String[]) row.getArray(6).getArray())),
                row.getLong(7),
                row.getObject(8, LocalDate.class),
                instant(row, 9),
                answer == null ? null : new Answer(answer, instant(row, 11)),
                reasons == null ? null : new Decision(row.getBoolean(12), reasons, instant(row, 14)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
