package org.xinheng.server.casework.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was handed over to the one window of repair, word for word. */
public final class Handovers {

    private final JdbcClient sql;

    public Handovers(JdbcClient sql) {
        this.sql = sql;
    }

    /** A fresh number, e.g. {@code XF-20260910-17}. */
    public String nextNumber(java.time.LocalDate day) {
        long number = sql.sql("SELECT nextval('casework.handover_number')")
                .query(Long.class)
                .single();
        return "XF-" + day.toString().replace("-", "") + "-" + number;
    }

    /** @param content word for word */
    public record Entry(String number, String record, String actor, Instant at, String content) {}

    /** @param key of the form that was sent */
    public void add(Entry entry, String key) {
        sql.sql("""
                        INSERT INTO casework.handover (number, record_key, actor, handed_at, content, form_key)
                        VALUES (:number, :record, :actor, :at, :content, :key)
                        """)
                .param("number", entry.number())
                .param("record", entry.record())
                .param("actor", entry.actor())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("content", entry.content())
                .param("key", key)
                .update();
    }

    /** @param at when it was handed over */
    public record Sent(String number, String record, Instant at) {}

    /**
     * Handed over, and since then neither a case about the record came nor a word of the window; oldest first.
     *
     * @param kind id of the kind of those cases
     */
    public List<Sent> waiting(String kind) {
        return waiting("", Map.of("kind", kind));
    }

    /** The last of them about one record. */
    public Optional<Sent> waiting(String kind, String record) {
        return waiting("AND h.record_key = :record", Map.of("kind", kind, "record", record)).stream()
                .reduce((_, later) -> later);
    }

    private List<Sent> waiting(String condition, Map<String, Object> parameters) {
        return sql.sql("""
                        SELECT h.number, h.record_key, h.handed_at FROM casework.handover h
                        WHERE NOT EXISTS (
                            SELECT FROM casework.case_file f JOIN casework.step s ON s.case_id = f.id AND s.number = 1
                            WHERE f.record_key = h.record_key AND f.kind = :kind AND s.taken_at >= h.handed_at)
                          AND NOT EXISTS (
                            SELECT FROM casework.window_closing c
                            WHERE c.record_key = h.record_key AND c.told_at >= h.handed_at)
                        """ + condition + " ORDER BY h.handed_at, h.number")
                .params(parameters)
                .query((row, _) -> new Sent(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The number under which a form was handed over before; the key of another record's form is none of it. */
    public Optional<String> ofForm(String key, String record) {
        return sql.sql("SELECT number FROM casework.handover WHERE form_key = :key AND record_key = :record")
                .param("key", key)
                .param("record", record)
                .query(String.class)
                .optional();
    }
}
