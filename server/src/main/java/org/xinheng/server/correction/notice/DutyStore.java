package org.xinheng.server.correction.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What consumers owe, and what they answered. */
public final class DutyStore {

    private static final String STANDINGS = """
            SELECT r.consumer_id, r.client_id, r.name, coalesce(owed, 0), coalesce(acknowledged, 0),
                   coalesce(overdue, 0), coalesce(late, 0), coalesce(serving, 0)
            FROM correction.current_registration r
            LEFT JOIN (
                SELECT d.consumer_id, count(*) AS owed, count(a.ordinal) AS acknowledged,
                       count(*) FILTER (WHERE a.ordinal IS NULL AND d.due_on < :today) AS overdue,
                       count(*) FILTER (WHERE a.acknowledged_on > d.due_on) AS late
                FROM correction.duty d
                LEFT JOIN correction.acknowledgement a ON a.consumer_id = d.consumer_id AND a.ordinal = d.ordinal
                GROUP BY d.consumer_id) o ON o.consumer_id = r.consumer_id
            LEFT JOIN (
                SELECT consumer_id, count(*) AS serving FROM correction.probing
                WHERE outcome = 'SERVING' GROUP BY consumer_id) s ON s.consumer_id = r.consumer_id
            WHERE NOT r.closed OR coalesce(owed, 0) > coalesce(acknowledged, 0)
            ORDER BY r.name, r.consumer_id
            """;

    private final JdbcClient sql;

    public DutyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param ordinals of notices, @param consumers in the same order */
    void append(List<Long> consumers, List<Long> ordinals, LocalDate due) {
        sql.sql("""
                INSERT INTO correction.duty (consumer_id, ordinal, due_on)
                SELECT c, o, :due FROM unnest(:consumers::bigint[], :ordinals::bigint[]) AS d (c, o)
                """)
                .param("due", due)
                .param("consumers", consumers.toArray(Long[]::new))
                .param("ordinals", ordinals.toArray(Long[]::new))
                .update();
    }

    /** @param inTime whether the first acknowledgement came on the last day or before */
    public record Acknowledged(Instant at, LocalDate dueOn, boolean inTime) {}

    /** The first acknowledgement stands; empty when the notice is not addressed to the consumer. */
    public Optional<Acknowledged> acknowledge(long consumer, NoticeNumber number, Instant at, LocalDate today) {
        acknowledgeAll(consumer, List.of(number), at, today);
        return sql.sql("""
                        SELECT a.acknowledged_at, d.due_on, a.acknowledged_on <= d.due_on
                        FROM correction.acknowledgement a
                        JOIN correction.duty d ON d.consumer_id = a.consumer_id AND d.ordinal = a.ordinal
                        JOIN correction.notice n ON n.ordinal = a.ordinal
                        WHERE a.consumer_id = :consumer AND n.year = :year AND n.number = :number
                        """)
                .param("consumer", consumer)
                .param("year", number.year())
                .param("number", number.number())
                .query((row, _) -> new Acknowledged(
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant(),
                        row.getObject(2, LocalDate.class),
                        row.getBoolean(3)))
                .optional();
    }

    /** @return how many were acknowledged now; those acknowledged before or addressed to others are left alone */
    public int acknowledgeAll(long consumer, Collection<NoticeNumber> numbers, Instant at, LocalDate today) {
        return sql.sql("""
                        WITH done AS (
                            INSERT INTO correction.acknowledgement (consumer_id, ordinal, acknowledged_on, acknowledged_at)
                            SELECT d.consumer_id, d.ordinal, :today, :at
                            FROM unnest(:years::int[], :numbers::int[]) AS w (year, number)
                            JOIN correction.notice n ON n.year = w.year AND n.number = w.number
                            JOIN correction.duty d ON d.consumer_id = :consumer AND d.ordinal = n.ordinal
                            ON CONFLICT DO NOTHING RETURNING ordinal),
                        asked AS (
                            INSERT INTO correction.probing (consumer_id, ordinal, next_at)
                            SELECT :consumer, n.ordinal, :at
                            FROM done JOIN correction.notice n ON n.ordinal = done.ordinal
                            JOIN correction.current_registration r ON r.consumer_id = :consumer
                            WHERE r.probe IS NOT NULL AND n.removes AND NOT EXISTS (
                              SELECT FROM correction.notice l
                              WHERE l.opaque_id = n.opaque_id AND l.ordinal > n.ordinal AND NOT l.removes))
                        SELECT count(*) FROM done
                        """)
                .param("today", today)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("years", numbers.stream().map(NoticeNumber::year).toArray(Integer[]::new))
                .param("numbers", numbers.stream().map(NoticeNumber::number).toArray(Integer[]::new))
                .param("consumer", consumer)
                .query(Integer.class)
                .single();
    }

    /** Consumers that were told of the last end of a record and have not followed: overdue on a day, or still serving it. */
    public List<String> behind(String opaqueId, LocalDate today) {
        return sql.sql("""
                        SELECT r.name FROM correction.notice n
                        JOIN correction.duty d ON d.ordinal = n.ordinal
                        JOIN correction.current_registration r ON r.consumer_id = d.consumer_id
                        LEFT JOIN correction.acknowledgement a ON a.consumer_id = d.consumer_id AND a.ordinal = d.ordinal
                        LEFT JOIN correction.probing p ON p.consumer_id = d.consumer_id AND p.ordinal = d.ordinal
                        WHERE n.opaque_id = :record AND n.removes
                          AND NOT EXISTS (
                            SELECT FROM correction.notice l WHERE l.opaque_id = n.opaque_id AND l.ordinal > n.ordinal)
                          AND (a.ordinal IS NULL AND d.due_on < :today OR p.outcome = 'SERVING')
                        ORDER BY r.name
                        """)
                .param("record", opaqueId)
                .param("today", today)
                .query(String.class)
                .list();
    }

    /** Where each consumer stands on a day. */
    public List<Standing> standings(LocalDate today) {
        return sql.sql(STANDINGS)
                .param("today", today)
                .query((row, _) -> new Standing(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)))
                .list();
    }
}
