package org.xinheng.server.organisation.store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.server.organisation.SizeClasses;

/** What the latest version of each registration says. */
@Component
final class SqlSizeClasses implements SizeClasses {

    private static final String ALL = """
            SELECT l.organisation_id, l.size
              FROM (SELECT DISTINCT ON (r.organisation_id) r.organisation_id, r.size FROM organisation.registration r
                     ORDER BY r.organisation_id, r.version DESC) l
             WHERE l.size IS NOT NULL
            """;

    private final JdbcClient sql;

    SqlSizeClasses(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<Long, String> all() {
        Map<Long, String> sizes = new HashMap<>();
        Map<String, String> shared = new HashMap<>();
        sql.sql(ALL).query(row -> {
            String size = row.getString(2);
            sizes.put(row.getLong(1), shared.computeIfAbsent(size, _ -> size));
        });
        return sizes;
    }
}
