package org.xinheng.server.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.server.organisation.CodeFault;

/** What an import has to know of the register before it can judge a batch: one question for the batch, not for a row. */
@Component
final class RegisterReads {

    private static final String KNOWN = "SELECT key, id, code, ordinal, name, name_key, version, " + Particulars.COLUMNS
            + " FROM organisation.known(?)";
    private static final String OPEN_ENTRIES = """
            SELECT q.fault, q.code, q.name_key FROM organisation.code_quality q
             WHERE q.code = ANY (?)
               AND NOT EXISTS (SELECT 1 FROM organisation.code_quality_resolution r WHERE r.entry_id = q.id)
            """;

    private static final String KEPT_ENTRIES = """
            SELECT q.fault, q.code, q.name_key FROM organisation.code_quality q
              JOIN organisation.code_quality_resolution r ON r.entry_id = q.id
             WHERE q.code = ANY (?) AND r.outcome = 'KEPT'
            """;

    private final JdbcClient sql;

    RegisterReads(JdbcClient sql) {
        this.sql = sql;
    }

    /** By unified code or older number; redirects are not followed: a row speaks of its own code. */
    Map<String, Known> known(Collection<String> keys) {
        Map<String, Known> known = HashMap.newHashMap(keys.size());
        if (!keys.isEmpty()) {
            sql.sql(KNOWN).param(keys.toArray(String[]::new)).query(row -> {
                known.put(row.getString("key"), known(row));
            });
        }
        return known;
    }

    Set<QueueKey> openEntries(Collection<String> codes) {
        return entries(OPEN_ENTRIES, codes);
    }

    /** Questions that a human answered in favour of what the register says. */
    Set<QueueKey> keptEntries(Collection<String> codes) {
        return entries(KEPT_ENTRIES, codes);
    }

    private Set<QueueKey> entries(String query, Collection<String> codes) {
        Set<QueueKey> entries = new HashSet<>();
        if (!codes.isEmpty()) {
            sql.sql(query).param(codes.toArray(String[]::new)).query(row -> {
                entries.add(new QueueKey(CodeFault.valueOf(row.getString(1)), row.getString(2), row.getString(3)));
            });
        }
        return entries;
    }

    private static Known known(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new Known(
                row.getLong("id"),
                row.getString("code"),
                row.getInt("ordinal"),
                row.getString("name"),
                row.getString("name_key"),
                version,
                version == 0 ? null : Particulars.of(row));
    }

    /** What makes two entries of the queue the same question. */
    record QueueKey(CodeFault fault, String code, String nameKey) {}
}
