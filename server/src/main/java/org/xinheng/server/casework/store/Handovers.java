package org.xinheng.server.casework.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /** The last hand-over of a record, whoever sent it; that a case followed on it is not looked at. */
    public Optional<Sent> lastOf(String record) {
        return sql.sql("SELECT number, handed_at FROM casework.handover WHERE record_key = :record"
                        + " ORDER BY handed_at DESC, number DESC LIMIT 1")
                .param("record", record)
                .query((row, _) -> new Sent(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @param at when it was handed over */
    public record Sent(String number, Instant at) {}

    /** The number under which a form was handed over before; the key of another record's form is none of it. */
    public Optional<String> ofForm(String key, String record) {
        return sql.sql("SELECT number FROM casework.handover WHERE form_key = :key AND record_key = :record")
                .param("key", key)
                .param("record", record)
                .query(String.class)
                .optional();
    }
}
