package org.xinheng.server.archive.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.GateReview.Reviewed;

/** Reviews that came to their end. */
final class ReviewLog {

    private final JdbcClient sql;

    ReviewLog(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param day of which the rules held */
    record Done(String ruleVersion, LocalDate day) {}

    Optional<Done> last() {
        return sql.sql("SELECT rule_version, reviewed_on FROM archive.gate_review ORDER BY id DESC LIMIT 1")
                .query((row, _) -> new Done(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional();
    }

    void add(Done done, Reviewed reviewed, Instant at) {
        sql.sql("""
                        INSERT INTO archive.gate_review (rule_version, reviewed_on, seen, changed, finished_at)
                        VALUES (:version, :day, :seen, :changed, :at)
                        """)
                .param("version", done.ruleVersion())
                .param("day", done.day())
                .param("seen", reviewed.seen())
                .param("changed", reviewed.changed())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
