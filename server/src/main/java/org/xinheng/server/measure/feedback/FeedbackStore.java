package org.xinheng.server.measure.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.core.policy.Measure;
import org.xinheng.server.access.Actor;

/** Receipts and what was said of them; the caller holds the transaction. */
final class FeedbackStore {

    private static final String ASKED = """
            SELECT r.id, r.asked_at, r.matter, r.organisation_id, r.source_id, r.actor, r.actor_kind,
                r.answer::jsonb ->> 'code', r.answer::jsonb ->> 'caseNumber',
                ARRAY(SELECT m ->> 'id' FROM jsonb_array_elements(r.answer::jsonb -> 'measures') m),
                ARRAY(SELECT f.measure FROM measure.feedback f WHERE f.receipt_id = r.id AND f.kind <> 'DECIDED')
            FROM measure.receipt r
            """;

    private static final String MADE = """
            SELECT r.id, r.asked_at, r.matter, r.outcome, r.source_id, r.organisation_id,
                r.answer::jsonb ->> 'code', r.answer::jsonb ->> 'caseNumber',
                r.actor = :actor AND r.actor_kind = :kind
            FROM measure.receipt r
            """;

    private static final String NEWEST = " ORDER BY r.asked_at DESC, r.id DESC LIMIT :limit";

    private static final String MADE_BY_READER = MADE
            + "WHERE r.actor = :actor AND r.actor_kind = :kind AND r.asked_at >= :from AND r.asked_at < :to" + NEWEST;

    /** Each arm has its index: one condition with OR would look through the checks of everybody. */
    static final String MADE_BY_BODY = "(" + MADE
            + "WHERE r.source_id = :source AND r.asked_at >= :from AND r.asked_at < :to" + NEWEST
            + ") UNION ALL (" + MADE
            + "WHERE r.actor = :actor AND r.actor_kind = :kind AND r.source_id IS DISTINCT FROM :source"
            + " AND r.asked_at >= :from AND r.asked_at < :to" + NEWEST
            + ") ORDER BY 2 DESC, 1 DESC LIMIT :limit";

    private final JdbcClient sql;
    private final ZoneId zone;

    FeedbackStore(JdbcClient sql, ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    /** A receipt that the actor or another of the same body got; nobody was identified in it: none. */
    Optional<AskedCheck> own(long receipt, Actor actor) {
        return sql.sql(ASKED + """
                        WHERE r.id = :id AND r.organisation_id IS NOT NULL
                          AND (r.source_id = :source OR (r.actor = :actor AND r.actor_kind = :kind))
                        """)
                .param("id", receipt)
                .param("source", actor.source(), Types.VARCHAR)
                .param("actor", actor.name())
                .param("kind", actor.kind().name())
                .query(FeedbackStore::read)
                .optional();
    }

    /** Address of the first record that an answer names behind a measure. */
    Optional<String> firstRecord(long receipt, String measure) {
        return sql.sql("""
                        SELECT x ->> 'address' FROM measure.receipt r,
                            jsonb_array_elements(r.answer::jsonb -> 'measures') m, jsonb_array_elements(m -> 'records') x
                        WHERE r.id = :id AND m ->> 'id' = :measure LIMIT 1
                        """)
                .param("id", receipt)
                .param("measure", measure)
                .query(String.class)
                .optional();
    }

    /**
     * Hits that were asked on days of a period, newest first.
     *
     * @param source id of the body; null for all
     */
    List<AskedCheck> hits(@Nullable String source, LocalDate from, LocalDate to, int limit) {
        return sql.sql(ASKED + """
                        WHERE r.outcome = 'HIT' AND r.asked_at >= :from AND r.asked_at < :to
                          AND (CAST(:source AS text) IS NULL OR r.source_id = :source)
                        ORDER BY r.asked_at DESC, r.id DESC LIMIT :limit
                        """)
                .param("from", start(from))
                .param("to", start(to.plusDays(1)))
                .param("source", source, Types.VARCHAR)
                .param("limit", limit)
                .query(FeedbackStore::read)
                .list();
    }

    /** Checks of any outcome that anybody asked on days of a period, newest first. */
    List<MadeCheck> made(Actor reader, LocalDate from, LocalDate to, int limit) {
        return made(MADE + "WHERE r.asked_at >= :from AND r.asked_at < :to" + NEWEST, reader, from, to, limit);
    }

    /** The same, those of the reader and of the reader's body. */
    List<MadeCheck> madeBy(Actor reader, LocalDate from, LocalDate to, int limit) {
        return made(reader.source() == null ? MADE_BY_READER : MADE_BY_BODY, reader, from, to, limit);
    }

    private List<MadeCheck> made(String statement, Actor reader, LocalDate from, LocalDate to, int limit) {
        return sql.sql(statement)
                .param("from", start(from))
                .param("to", start(to.plusDays(1)))
                .param("source", reader.source(), Types.VARCHAR)
                .param("actor", reader.name())
                .param("kind", reader.kind().name())
                .param("limit", limit)
                .query((row, _) -> new MadeCheck(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        CheckOutcome.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getObject(6, Long.class),
                        text(row.getString(7)),
                        text(row.getString(8)),
                        row.getBoolean(9)))
                .list();
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }

    /** How many hits of a period there were by body and matter, and of how many of them every measure was answered. */
    List<RateLine> answered(@Nullable String source, LocalDate from, LocalDate to) {
        return sql.sql("""
                        SELECT coalesce(r.source_id, ''), r.matter, count(*), count(*) FILTER (WHERE NOT EXISTS (
                            SELECT FROM jsonb_array_elements(r.answer::jsonb -> 'measures') m
                            WHERE NOT EXISTS (SELECT FROM measure.feedback f
                                WHERE f.receipt_id = r.id AND f.kind <> 'DECIDED' AND f.measure = m ->> 'id')))
                        FROM measure.receipt r
                        WHERE r.outcome = 'HIT' AND r.asked_at >= :from AND r.asked_at < :to
                          AND (CAST(:source AS text) IS NULL OR r.source_id = :source)
                        GROUP BY 1, 2
                        """)
                .param("from", start(from))
                .param("to", start(to.plusDays(1)))
                .param("source", source, Types.VARCHAR)
                .query((row, _) ->
                        new RateLine(row.getString(1), row.getString(2), 0, 0, row.getLong(3), row.getLong(4)))
                .list();
    }

    /** @return false when the measure, or the decision, was spoken of before */
    boolean add(
            long receipt,
            String kind,
            String measure,
            @Nullable Long application,
            String decision,
            String reason,
            By by) {
        return sql.sql("""
                        INSERT INTO measure.feedback (receipt_id, kind, measure, application_id, decision_number, decision_key, reason,
                            authority, actor, actor_kind, given_at)
                        VALUES (:receipt, :kind, :measure, :application, :decision, :key, :reason, :authority, :actor, :actorKind, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("receipt", receipt)
                        .param("kind", kind)
                        .param("measure", measure)
                        .param("application", application, Types.BIGINT)
                        .param("decision", decision)
                        .param("key", DecisionNumber.key(decision))
                        .param("reason", reason)
                        .param(
                                "authority",
                                by.actor().source() == null ? "" : by.actor().source())
                        .param("actor", by.actor().name())
                        .param("actorKind", by.actor().kind().name())
                        .param("at", by.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    record By(Actor actor, Instant at) {}

    /** Whether exactly this was said of the receipt before. */
    boolean said(long receipt, String kind, String measure, String decision, String reason) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM measure.feedback WHERE receipt_id = :receipt AND kind = :kind
                            AND measure = :measure AND decision_key = :key AND reason = :reason)
                        """)
                .param("receipt", receipt)
                .param("kind", kind)
                .param("measure", measure)
                .param("key", DecisionNumber.key(decision))
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    /** A receipt whose decision was named. @param key of the decision's number */
    record Checked(
            String key,
            long organisationId,
            String matter,
            @Nullable String source,
            LocalDate askedOn) {}

    /** The receipts before decisions of these numbers. */
    List<Checked> checkedBefore(Collection<String> keys) {
        return sql.sql("""
                        SELECT f.decision_key, r.organisation_id, r.matter, r.source_id, r.asked_at
                        FROM measure.feedback f JOIN measure.receipt r ON r.id = f.receipt_id
                        WHERE f.decision_key = ANY (:keys)
                        """)
                .param("keys", keys.toArray(String[]::new))
                .query((row, _) -> new Checked(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        day(row.getObject(5, OffsetDateTime.class))))
                .list();
    }

    /** Measures that were applied after checks, by body and month. @param source id of the body; null for all */
    List<JointCases> cases(@Nullable String source, LocalDate from, LocalDate to) {
        return sql.sql("""
                        SELECT f.authority, to_char(f.given_at AT TIME ZONE :zone, 'YYYY-MM'), f.measure, a.effect, count(*),
                            count(DISTINCT a.organisation_id)
                        FROM measure.feedback f JOIN measure.application a ON a.id = f.application_id
                        WHERE f.kind = 'APPLIED' AND f.given_at >= :from AND f.given_at < :to
                          AND (CAST(:source AS text) IS NULL OR f.authority = :source)
                        GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 1, 3
                        """)
                .param("zone", zone.getId())
                .param("from", start(from))
                .param("to", start(to.plusDays(1)))
                .param("source", source, Types.VARCHAR)
                .query((row, _) -> new JointCases(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Measure.Effect.valueOf(row.getString(4)),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private LocalDate day(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), zone);
    }

    private static AskedCheck read(ResultSet row, int number) throws SQLException {
        return new AskedCheck(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8) == null ? "" : row.getString(8),
                row.getString(9) == null ? "" : row.getString(9),
                List.of((String[]) row.getArray(10).getArray()),
                List.of((String[]) row.getArray(11).getArray()));
    }
}
