package org.xinheng.server.intake.store;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.intake.spool.FirstVersions;

/** First versions by the days that count for timeliness: decided, first received, in force. Backlog stays outside. */
public final class TimelinessStore {

    private final JdbcClient sql;

    public TimelinessStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What one act brought.
     *
     * @param receivedOn day of the first receipt of its rows
     * @param publishedOn day on which they took effect
     */
    public record Brought(long act, String type, String source, LocalDate receivedOn, LocalDate publishedOn) {}

    public void add(Brought brought, Map<LocalDate, FirstVersions> decided) {
        if (decided.isEmpty()) {
            return;
        }
        var days = new ArrayList<>(decided.entrySet());
        sql.sql("""
                        INSERT INTO intake.timeliness (act_id, type, source, received_on, published_on,
                            decided_on, records, shown, repair_notices)
                        SELECT :act, :type, :source, :received, :published, d.* FROM
                            unnest(:decided::date[], :records::int[], :shown::int[], :notices::int[]) AS d
                        """)
                .param("act", brought.act())
                .param("type", brought.type())
                .param("source", brought.source())
                .param("received", brought.receivedOn())
                .param("published", brought.publishedOn())
                .param(
                        "decided",
                        days.stream().map(day -> Date.valueOf(day.getKey())).toArray(Date[]::new))
                .param("records", counts(days, FirstVersions::records))
                .param("shown", counts(days, FirstVersions::shown))
                .param("notices", counts(days, FirstVersions::repairNotices))
                .update();
    }

    private static Integer[] counts(
            ArrayList<Map.Entry<LocalDate, FirstVersions>> days, ToIntFunction<FirstVersions> count) {
        return days.stream().map(day -> count.applyAsInt(day.getValue())).toArray(Integer[]::new);
    }
}
