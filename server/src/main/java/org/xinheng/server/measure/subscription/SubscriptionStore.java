package org.xinheng.server.measure.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.SubscribedChanges.Change;

/** The tables of subscriptions; the caller holds the transaction where there are several statements. */
final class SubscriptionStore {

    private static final String SELECT = """
            SELECT s.id, s.client, s.source_id, s.name, s.matter, s.purpose, s.case_number, s.operator,
                   (SELECT count(*) FROM measure.subscription_code c WHERE c.subscription_id = s.id)::int,
                   s.registered_at, s.until, e.ended_at
            FROM measure.subscription s LEFT JOIN measure.subscription_end e ON e.subscription_id = s.id
            """;
    private static final String WATCHED = """
            SELECT c.subscription_id, s.matter, c.code, c.organisation_id, c.seen
            FROM measure.subscription_code c JOIN measure.subscription s ON s.id = c.subscription_id
            WHERE s.until >= :today
              AND NOT EXISTS (SELECT FROM measure.subscription_end e WHERE e.subscription_id = s.id)
            """;

    private final JdbcClient sql;

    SubscriptionStore(JdbcClient sql) {
        this.sql = sql;
    }

    long add(Actor client, String name, Subscription.Frame frame, LocalDate until, Instant at) {
        return sql.sql("""
                        INSERT INTO measure.subscription (client, source_id, name, matter, purpose, case_number, operator,
                            registered_at, until)
                        VALUES (:client, :source, :name, :matter, :purpose, :case, :operator, :at, :until) RETURNING id
                        """)
                .param("client", client.name())
                .param("source", client.source(), Types.VARCHAR)
                .param("name", name)
                .param("matter", frame.matter())
                .param("purpose", frame.purpose())
                .param("case", frame.caseNumber())
                .param("operator", frame.operator())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", until)
                .query(Long.class)
                .single();
    }

    void addCodes(List<WatchedCode> codes) {
        sql.sql("""
                INSERT INTO measure.subscription_code (subscription_id, code, organisation_id, seen)
                SELECT * FROM unnest(:subscriptions::bigint[], :codes::text[], :organisations::bigint[], :seen::bytea[])
                """)
                .param("subscriptions", column(codes, WatchedCode::subscription).toArray(Long[]::new))
                .param("codes", column(codes, WatchedCode::code).toArray(String[]::new))
                .param(
                        "organisations",
                        codes.stream().map(WatchedCode::organisation).toArray(Long[]::new))
                .param("seen", column(codes, WatchedCode::imprint).toArray(byte[][]::new))
                .update();
    }

    /** Whom the lists were told of now, and that they changed. */
    void change(List<WatchedCode> changed, Instant at) {
        sql.sql("""
                WITH changed AS (
                    SELECT * FROM unnest(:subscriptions::bigint[], :codes::text[], :organisations::bigint[], :seen::bytea[])
                        AS n (subscription_id, code, organisation_id, seen)),
                kept AS (
                    UPDATE measure.subscription_code c SET organisation_id = n.organisation_id, seen = n.seen
                    FROM changed n WHERE c.subscription_id = n.subscription_id AND c.code = n.code)
                INSERT INTO measure.subscription_change (subscription_id, client, code, organisation_id, seen_at)
                SELECT n.subscription_id, s.client, n.code, n.organisation_id, :at
                FROM changed n JOIN measure.subscription s ON s.id = n.subscription_id
                ORDER BY n.subscription_id, n.code
                """)
                .param(
                        "subscriptions",
                        column(changed, WatchedCode::subscription).toArray(Long[]::new))
                .param("codes", column(changed, WatchedCode::code).toArray(String[]::new))
                .param(
                        "organisations",
                        changed.stream().map(WatchedCode::organisation).toArray(Long[]::new))
                .param("seen", column(changed, WatchedCode::imprint).toArray(byte[][]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> List<T> column(List<WatchedCode> codes, Function<WatchedCode, T> part) {
        return codes.stream().map(part).toList();
    }

    /** Codes of open lists that these organisations have or had, or that are these. */
    List<WatchedCode> concerned(Collection<Long> organisations, Collection<String> codes, LocalDate today) {
        return sql.sql(WATCHED
                        + " AND (c.organisation_id = ANY (:organisations::bigint[]) OR c.code = ANY (:codes::text[]))")
                .param("today", today)
                .param("organisations", organisations.toArray(Long[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> watched(row))
                .list();
    }

    /** Older numbers of open lists: which of two organisations one names, or none, is no property of either. */
    List<WatchedCode> olderNumbers(LocalDate today, int unified) {
        return sql.sql(WATCHED + " AND length(c.code) <> :unified")
                .param("today", today)
                .param("unified", unified)
                .query((row, _) -> watched(row))
                .list();
    }

    /** Every code of an open list after one, in order. */
    List<WatchedCode> page(long subscription, String code, LocalDate today, int limit) {
        return sql.sql(WATCHED
                        + " AND (c.subscription_id, c.code) > (:subscription, :code)"
                        + " ORDER BY c.subscription_id, c.code LIMIT :limit")
                .param("today", today)
                .param("subscription", subscription)
                .param("code", code)
                .param("limit", limit)
                .query((row, _) -> watched(row))
                .list();
    }

    private static WatchedCode watched(ResultSet row) throws SQLException {
        return new WatchedCode(
                row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, Long.class), row.getBytes(5));
    }

    /** Newest first. @param source whose clients'; null for all */
    List<Subscription> list(@Nullable String client, @Nullable String source, int limit) {
        return sql.sql(SELECT + """
                        WHERE (CAST(:client AS text) IS NULL OR s.client = :client)
                          AND (CAST(:source AS text) IS NULL OR s.source_id = :source)
                        ORDER BY s.id DESC LIMIT :limit
                        """)
                .param("client", client, Types.VARCHAR)
                .param("source", source, Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Subscription> find(long id, String client) {
        return sql.sql(SELECT + "WHERE s.id = :id AND s.client = :client")
                .param("id", id)
                .param("client", client)
                .query((row, _) -> read(row))
                .optional();
    }

    void end(long id, String actor, Instant at) {
        sql.sql("""
                INSERT INTO measure.subscription_end (subscription_id, actor, ended_at) VALUES (:id, :actor, :at)
                ON CONFLICT DO NOTHING
                """)
                .param("id", id)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, Long> last() {
        Map<String, Long> last = new HashMap<>();
        sql.sql("""
                SELECT s.client, c.ordinal FROM (SELECT DISTINCT client FROM measure.subscription) s
                CROSS JOIN LATERAL (SELECT ordinal FROM measure.subscription_change c WHERE c.client = s.client
                    ORDER BY ordinal DESC LIMIT 1) c
                """).query(row -> {
            last.put(row.getString(1), row.getLong(2));
        });
        return last;
    }

    /** A change with whom it concerned and why it is watched, for the log. */
    record Told(
            Change change,
            @Nullable Long organisation,
            Subscription.Frame frame,
            @Nullable String source) {}

    List<Told> changes(String client, long after, int limit) {
        return sql.sql("""
                        SELECT c.ordinal, c.subscription_id, s.name, s.matter, c.code, c.seen_at, c.organisation_id, s.purpose,
                               s.case_number, s.operator, s.source_id
                        FROM measure.subscription_change c JOIN measure.subscription s ON s.id = c.subscription_id
                        WHERE c.client = :client AND c.ordinal > :after ORDER BY c.ordinal LIMIT :limit
                        """)
                .param("client", client)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Told(
                        new Change(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant()),
                        row.getObject(7, Long.class),
                        new Subscription.Frame(row.getString(4), row.getString(8), row.getString(9), row.getString(10)),
                        row.getString(11)))
                .list();
    }

    private static Subscription read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject(12, OffsetDateTime.class);
        return new Subscription(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Subscription.Frame(row.getString(5), row.getString(6), row.getString(7), row.getString(8)),
                row.getInt(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getObject(11, LocalDate.class),
                ended == null ? null : ended.toInstant());
    }
}
