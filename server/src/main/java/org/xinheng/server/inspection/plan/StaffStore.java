package org.xinheng.server.inspection.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.draw.Inspector;
import org.xinheng.server.inspection.plan.PlanStore.By;

/** Inspectors of the bodies (执法检查人员名录库) by staff number, and who may not visit whom. */
public final class StaffStore {

    private final JdbcClient sql;

    public StaffStore(JdbcClient sql) {
        this.sql = sql;
    }

    void enter(String staffNumber, List<String> qualifications, boolean serves, By by) {
        sql.sql("""
                        INSERT INTO inspection.inspector (authority, staff_number, qualifications, serves, actor, entered_at)
                        VALUES (:authority, :staff, :qualifications, :serves, :actor, :at)
                        """)
                .param("authority", by.authority())
                .param("staff", staffNumber)
                .param("qualifications", qualifications.toArray(String[]::new))
                .param("serves", serves)
                .param("actor", by.actor())
                .param("at", by.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void conflict(String staffNumber, long organisation, boolean stands, By by) {
        sql.sql("""
                        INSERT INTO inspection.conflict (authority, staff_number, organisation_id, stands, actor, entered_at)
                        VALUES (:authority, :staff, :organisation, :stands, :actor, :at)
                        """)
                .param("authority", by.authority())
                .param("staff", staffNumber)
                .param("organisation", organisation)
                .param("stands", stands)
                .param("actor", by.actor())
                .param("at", by.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those who serve now, with their visits since an instant. */
    public List<Inspector> inspectors(String authority, Instant since) {
        return sql.sql("""
                        WITH latest AS (SELECT DISTINCT ON (staff_number) staff_number, qualifications, serves
                                          FROM inspection.inspector WHERE authority = :authority
                                         ORDER BY staff_number, id DESC)
                        SELECT l.staff_number, l.qualifications,
                               (SELECT count(*) FROM inspection.visit v JOIN inspection.plan p ON p.id = v.plan_id
                                 WHERE p.authority = :authority AND v.drawn_at >= :since
                                   AND l.staff_number = ANY (v.team))
                          FROM latest l WHERE l.serves ORDER BY l.staff_number
                        """)
                .param("authority", authority)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Inspector(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray()), row.getInt(3)))
                .list();
    }

    /** Staff numbers that may not come, by organisation. */
    public Map<Long, List<String>> conflicts(String authority) {
        Map<Long, List<String>> conflicts = new HashMap<>();
        sql.sql("""
                        SELECT organisation_id, staff_number FROM (
                            SELECT DISTINCT ON (organisation_id, staff_number) organisation_id, staff_number, stands
                              FROM inspection.conflict WHERE authority = :authority
                             ORDER BY organisation_id, staff_number, id DESC) latest
                         WHERE stands
                        """).param("authority", authority).query(row -> {
            conflicts
                    .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                    .add(Objects.requireNonNull(row.getString(2)));
        });
        return conflicts;
    }
}
