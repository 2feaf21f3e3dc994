package org.xinheng.server.organisation.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.server.database.Dictionary;
import org.xinheng.server.organisation.NamesAmong;

/** One statement for a set, by the labels of {@link HitLabels}. */
@Component
final class SqlNamesAmong implements NamesAmong {

    private static final String HOLDING = "SELECT asked FROM (" + HitLabels.LABELS + ") l WHERE position(lower(?"
            + Dictionary.COLLATE + ") IN lower(l.name" + Dictionary.COLLATE + ")) > 0";
    private static final String PLACES = "SELECT asked, dense_rank() OVER (ORDER BY l.name" + Dictionary.COLLATE
            + ") FROM (" + HitLabels.LABELS + ") l";

    private final JdbcClient sql;

    SqlNamesAmong(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Long> holding(String text, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql(HOLDING).params(array(ids), text).query(Long.class).list();
    }

    @Override
    public Map<Long, Integer> places(Collection<Long> ids) {
        Map<Long, Integer> places = HashMap.newHashMap(ids.size());
        if (!ids.isEmpty()) {
            sql.sql(PLACES).param(array(ids)).query(row -> {
                places.put(row.getLong(1), row.getInt(2));
            });
        }
        return places;
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.stream().distinct().toArray(Long[]::new);
    }
}
