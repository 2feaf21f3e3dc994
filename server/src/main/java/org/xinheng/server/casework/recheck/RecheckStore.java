package org.xinheng.server.casework.recheck;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people found, what the window says it closed, and what was handed over. */
public final class RecheckStore {

    private final JdbcClient sql;

    RecheckStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What a person found.
     *
     * @param number 1 for the first time, one more for each later one
     */
    public record Result(int number, String actor, LocalDate on, boolean inOrder, String note) {}

    /** The last one of each case. */
    Map<Long, Result> results(Collection<Long> cases) {
        Map<Long, Result> results = new HashMap<>();
        sql.sql("""
                        SELECT DISTINCT ON (case_id) case_id, number, actor, on_day, in_order, note
                        FROM casework.recheck WHERE case_id = ANY (:cases) ORDER BY case_id, number DESC
                        """)
                .param("cases", cases.toArray(Long[]::new))
                .query((row, _) -> results.put(
                        row.getLong(1),
                        new Result(
                                row.getInt(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getBoolean(5),
                                row.getString(6))))
                .list();
        return results;
    }

    /** @return false when there is a result of that number: somebody was faster */
    boolean add(long caseId, Result result, Instant at) {
        return sql.sql("""
                        INSERT INTO casework.recheck (case_id, number, actor, on_day, taken_at, in_order, note)
                        VALUES (:case, :number, :actor, :day, :at, :inOrder, :note) ON CONFLICT DO NOTHING
                        """)
                        .param("case", caseId)
                        .param("number", result.number())
                        .param("actor", result.actor())
                        .param("day", result.on())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("inOrder", result.inOrder())
                        .param("note", result.note())
                        .update()
                == 1;
    }

    /** What the window says of an application that it closed. */
    record Closing(String number, String record, boolean granted, LocalDate on) {}

    /** The same word may come twice. @return false when another word was kept under the number */
    boolean add(Closing closing, String actor, Instant at) {
        sql.sql("""
                        INSERT INTO casework.window_closing (number, record_key, granted, closed_on, actor, told_at)
                        VALUES (:number, :record, :granted, :on, :actor, :at) ON CONFLICT DO NOTHING
                        """)
                .param("number", closing.number())
                .param("record", closing.record())
                .param("granted", closing.granted())
                .param("on", closing.on())
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return closings("WHERE number = :number", Map.of("number", closing.number()))
                .getFirst()
                .equals(closing);
    }

    /** Closed as granted in the last time, newest first. */
    List<Closing> granted(LocalDate since) {
        return closings(
                "WHERE granted AND closed_on >= :since ORDER BY closed_on DESC, number", Map.of("since", since));
    }

    private List<Closing> closings(String condition, Map<String, Object> parameters) {
        return sql.sql("SELECT number, record_key, granted, closed_on FROM casework.window_closing " + condition)
                .params(parameters)
                .query((row, _) -> new Closing(
                        row.getString(1), row.getString(2), row.getBoolean(3), row.getObject(4, LocalDate.class)))
                .list();
    }
}
