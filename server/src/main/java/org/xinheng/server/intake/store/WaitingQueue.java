package org.xinheng.server.intake.store;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.intake.WaitingRow.Id;
import org.xinheng.server.intake.WaitingRow.Settlement;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.store.WaitingStore.Waiting;
import org.xinheng.server.policy.SourceScope;

/** The queue as it is read, page by page. */
public final class WaitingQueue {

    private static final String MINE = "(:all OR source = ANY (:sources::text[]))";

    private final JdbcClient sql;

    public WaitingQueue(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Waiting> page(State state, SourceScope scope, @Nullable Id after, int size) {
        boolean oldestFirst = state == State.WAITING;
        var order = oldestFirst ? "delivery_id, row_no" : "delivery_id DESC, row_no DESC";
        var parameters = new HashMap<String, Object>(mine(scope));
        parameters.put("size", size);
        var query = "SELECT * FROM intake.waiting WHERE " + condition(state) + " AND " + MINE;
        if (after != null) {
            query += " AND (delivery_id, row_no) " + (oldestFirst ? ">" : "<") + " (:delivery, :row)";
            parameters.put("delivery", after.deliveryId());
            parameters.put("row", after.row());
        }
        return sql.sql(query + " ORDER BY " + order + " LIMIT :size")
                .params(parameters)
                .query((found, _) -> WaitingStore.waiting(found))
                .list();
    }

    public long waiting(SourceScope scope) {
        return sql.sql("SELECT count(*) FROM intake.waiting WHERE " + condition(State.WAITING) + " AND " + MINE)
                .params(mine(scope))
                .query(Long.class)
                .single();
    }

    /** The last decision about a row, whatever it was. */
    public Optional<Settlement> settlement(Id id) {
        return sql.sql("""
                        SELECT actor, ground, decided_at, organisation_id FROM intake.link
                        WHERE delivery_id = :delivery AND row_no = :row
                        UNION ALL
                        SELECT actor, reason, returned_at, NULL FROM intake.returned_row
                        WHERE delivery_id = :delivery AND row_no = :row
                        ORDER BY 3 DESC LIMIT 1
                        """)
                .param("delivery", id.deliveryId())
                .param("row", id.row())
                .query((row, _) -> {
                    long organisation = row.getLong(4);
                    return new Settlement(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.wasNull() ? null : organisation);
                })
                .optional();
    }

    private static Map<String, Object> mine(SourceScope scope) {
        return Map.of("all", scope.all(), "sources", scope.codes().toArray(String[]::new));
    }

    private static String condition(State state) {
        return switch (state) {
            case WAITING -> "organisation_id IS NULL AND NOT returned";
            case LINKED -> "organisation_id IS NOT NULL";
            case RETURNED -> "organisation_id IS NULL AND returned";
        };
    }
}
