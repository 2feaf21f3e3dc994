package org.xinheng.server.casework.store;

import java.time.Instant;
import java.time.ZoneOffset;
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

    public void add(String number, String record, String actor, Instant at, String content) {
        sql.sql("""
                        INSERT INTO casework.handover (number, record_key, actor, handed_at, content)
                        VALUES (:number, :record, :actor, :at, :content)
                        """)
                .param("number", number)
                .param("record", record)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
    }
}
