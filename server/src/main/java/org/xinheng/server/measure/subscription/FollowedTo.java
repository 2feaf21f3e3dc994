package org.xinheng.server.measure.subscription;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.measure.sight.Positions;

/** How far archive, register, days and rules were followed for subscribers; the caller holds the transaction. */
final class FollowedTo {

    private final JdbcClient sql;

    FollowedTo(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param ruleVersion by which every list was judged last; blank before the first time
     * @param lateMatters as {@link Imprints#lateMatters} found them then
     */
    record At(Positions positions, LocalDate day, String ruleVersion, String lateMatters) {}

    /** Nobody else follows, and no list is registered, until the transaction ends. */
    At lock() {
        return sql.sql(
                        "SELECT archive, register, day, rule_version, late_matters FROM measure.subscription_cursor FOR UPDATE")
                .query((row, _) -> new At(
                        new Positions(row.getLong(1), row.getLong(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5)))
                .single();
    }

    void move(At at) {
        sql.sql("""
                UPDATE measure.subscription_cursor
                SET archive = :archive, register = :register, day = :day, rule_version = :rules,
                    late_matters = :late
                """)
                .param("archive", at.positions().archive())
                .param("register", at.positions().register())
                .param("day", at.day())
                .param("rules", at.ruleVersion())
                .param("late", at.lateMatters())
                .update();
    }
}
