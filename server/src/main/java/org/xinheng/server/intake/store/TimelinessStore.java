package org.xinheng.server.intake.store;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.intake.spool.FirstVersions;
import org.xinheng.server.intake.spool.FirstVersions.Days;
import org.xinheng.server.policy.SourceScope;

/** First versions by the days that count for timeliness: decided, first received, in force. Backlog stays outside. */
public final class TimelinessStore {

    private final JdbcClient sql;

    public TimelinessStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What one act brought.
     *
     * @param publishedOn day on which its rows took effect
     */
    public record Brought(long act, String type, String source, LocalDate publishedOn) {}

    public void add(Brought brought, Map<Days, FirstVersions> decided) {
        if (decided.isEmpty()) {
            return;
        }
        var days = new ArrayList<>(decided.entrySet());
        sql.sql("""
                        INSERT INTO intake.timeliness (act_id, type, source, published_on,
                            decided_on, received_on, records, shown, repair_notices)
                        SELECT :act, :type, :source, :published, d.* FROM
                            unnest(:decided::date[], :received::date[], :records::int[], :shown::int[], :notices::int[]) AS d
                        """)
                .param("act", brought.act())
                .param("type", brought.type())
                .param("source", brought.source())
                .param("published", brought.publishedOn())
                .param("decided", dates(days, Days::decidedOn))
                .param("received", dates(days, Days::receivedOn))
                .param("records", counts(days, FirstVersions::records))
                .param("shown", counts(days, FirstVersions::shown))
                .param("notices", counts(days, FirstVersions::repairNotices))
                .update();
    }

    /** Records of the same days; what a link brought that was taken back does not count. */
    public record Sum(
            String source,
            String type,
            LocalDate decidedOn,
            LocalDate receivedOn,
            LocalDate publishedOn,
            int records,
            int shown,
            int repairNotices) {}

    private static final String COUNTS = """
            t.received_on BETWEEN :from AND :to AND (:type::text IS NULL OR t.type = :type)
            AND NOT EXISTS (
                SELECT FROM intake.link l JOIN intake.link u ON u.delivery_id = l.delivery_id AND u.row_no = l.row_no
                WHERE l.act_id = t.act_id AND l.linked AND NOT u.linked AND u.act_id > l.act_id)
            """;

    public List<Sum> sums(Period period, SourceScope scope) {
        return sql.sql("SELECT t.source, t.type, t.decided_on, t.received_on, t.published_on, sum(t.records),"
                        + " sum(t.shown), sum(t.repair_notices) FROM intake.timeliness t WHERE " + COUNTS
                        + " AND (:all OR t.source = ANY (:sources::text[])) GROUP BY 1, 2, 3, 4, 5")
                .params(of(period))
                .param("all", scope.all())
                .param("sources", scope.codes().toArray(String[]::new))
                .query((row, _) -> new Sum(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8)))
                .list();
    }

    /** What one act brought of one day. */
    public record Group(
            long act, String type, LocalDate decidedOn, LocalDate receivedOn, LocalDate publishedOn, int records) {}

    /** @param after the last one seen, those received last first; null at the beginning */
    public List<Group> groups(String source, Period period, @Nullable Group after, int limit) {
        return sql.sql("SELECT t.act_id, t.type, t.decided_on, t.received_on, t.published_on, t.records"
                        + " FROM intake.timeliness t WHERE t.source = :source AND " + COUNTS
                        + " AND (:first OR (t.received_on, t.act_id, t.decided_on) < (:received, :act, :decided))"
                        + " ORDER BY t.received_on DESC, t.act_id DESC, t.decided_on DESC LIMIT :limit")
                .params(of(period))
                .param("source", source)
                .param("first", after == null)
                .param("received", after == null ? LocalDate.EPOCH : after.receivedOn())
                .param("act", after == null ? 0 : after.act())
                .param("decided", after == null ? LocalDate.EPOCH : after.decidedOn())
                .param("limit", limit)
                .query((row, _) -> new Group(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getInt(6)))
                .list();
    }

    /**
     * Rows of closed deliveries that are no backlog and were judged: neither those about people, which are lawful elsewhere and are not
     * ours to take, nor those that wait for a clerk of ours.
     *
     * @param usable accepted, or the same as before
     */
    public record Rows(String source, String type, long judged, long usable) {}

    /** @param from first instant, @param until the instant after the last one */
    public List<Rows> rows(Instant from, Instant until, SourceScope scope) {
        return sql.sql("""
                        SELECT source, type, sum(accepted + unchanged + refused), sum(accepted + unchanged) FROM intake.delivery
                        WHERE NOT historical AND state = 'CLOSED' AND received_at >= :from AND received_at < :until
                          AND (:all OR source = ANY (:sources::text[]))
                        GROUP BY 1, 2
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("all", scope.all())
                .param("sources", scope.codes().toArray(String[]::new))
                .query((row, _) -> new Rows(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** Rows accepted as backlog. */
    public record Backlog(String source, String type, long accepted) {}

    /** @param from first instant, @param until the instant after the last one */
    public List<Backlog> backlog(Instant from, Instant until, @Nullable String type, SourceScope scope) {
        return sql.sql("""
                        SELECT source, type, sum(accepted) FROM intake.delivery
                        WHERE historical AND state = 'CLOSED' AND received_at >= :from AND received_at < :until
                          AND (:type::text IS NULL OR type = :type) AND (:all OR source = ANY (:sources::text[]))
                        GROUP BY 1, 2
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("type", type)
                .param("all", scope.all())
                .param("sources", scope.codes().toArray(String[]::new))
                .query((row, _) -> new Backlog(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static Map<String, @Nullable Object> of(Period period) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        parameters.put("type", period.type());
        return parameters;
    }

    private static Date[] dates(List<Map.Entry<Days, FirstVersions>> days, Function<Days, LocalDate> date) {
        return days.stream().map(day -> Date.valueOf(date.apply(day.getKey()))).toArray(Date[]::new);
    }

    private static Integer[] counts(List<Map.Entry<Days, FirstVersions>> days, ToIntFunction<FirstVersions> count) {
        return days.stream().map(day -> count.applyAsInt(day.getValue())).toArray(Integer[]::new);
    }
}
