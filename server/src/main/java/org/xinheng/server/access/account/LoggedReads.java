package org.xinheng.server.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadSearch;

/** The log of reads in the database, looked through by days. */
public final class LoggedReads implements ReadSearch {

    private final JdbcClient sql;

    public LoggedReads(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Reading> find(Query query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", Timestamp.from(query.from()));
        parameters.put("until", Timestamp.from(query.until()));
        parameters.put("most", query.most());
        String conditions = "";
        if (query.sources() != null) {
            parameters.put("sources", query.sources().toArray(String[]::new));
            conditions += " AND l.source_id = ANY (:sources)";
        }
        return sql.sql("""
                        SELECT l.read_at, l.actor_kind, a.roles, l.source_id, l.what, l.organisation_id, l.purpose
                        FROM access.read_log l
                        LEFT JOIN access.account a ON a.name = l.actor AND l.actor_kind = 'CLERK'
                        WHERE l.read_at >= :from AND l.read_at < :until""" + conditions + " ORDER BY l.id DESC LIMIT :most")
                .params(parameters)
                .query((row, _) -> reading(row))
                .list();
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getTimestamp("read_at").toInstant(),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getArray("roles") == null ? Set.of() : Columns.roles(row, "roles"),
                row.getString("source_id"),
                row.getString("what"),
                row.getObject("organisation_id", Long.class),
                row.getString("purpose"));
    }
}
