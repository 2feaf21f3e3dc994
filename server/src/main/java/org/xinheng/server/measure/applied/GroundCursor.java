package org.xinheng.server.measure.applied;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the archive, the days and the rules were followed; the caller holds the transaction. */
final class GroundCursor {

    private final JdbcClient sql;

    GroundCursor(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param position of the last act that was followed
     * @param day up to which terms were ended
     * @param ruleVersion by which everything open was judged last
     */
    record At(long position, LocalDate day, String ruleVersion) {}

    /** Nobody else follows until the transaction ends. */
    At lock() {
        return sql.sql("SELECT position, day, rule_version FROM measure.ground_cursor FOR UPDATE")
                .query((row, _) -> new At(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .single();
    }

    void move(At at) {
        sql.sql("UPDATE measure.ground_cursor SET position = :position, day = :day, rule_version = :rules")
                .param("position", at.position())
                .param("day", at.day())
                .param("rules", at.ruleVersion())
                .update();
    }
}
