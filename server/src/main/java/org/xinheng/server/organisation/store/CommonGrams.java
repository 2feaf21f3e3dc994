package org.xinheng.server.organisation.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How common the commonest grams of names are, from the statistics that PostgreSQL keeps of the column anyway. */
@Component
final class CommonGrams {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** A register that was just filled has no statistics yet: they are asked for again soon. */
    private static final Duration NONE_GOOD_FOR = Duration.ofSeconds(5);

    private static final String SHARES = """
            SELECT c.gram, c.share
              FROM pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS c(gram, share)
             WHERE s.schemaname = 'organisation' AND s.tablename = 'name' AND s.attname = 'grams' AND c.gram IS NOT NULL
            """;

    private final JdbcClient sql;
    private volatile Known known = new Known(Map.of(), System.nanoTime() - GOOD_FOR.toNanos());

    CommonGrams(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param shares gram → share of all names that have it; rare ones are absent */
    private record Known(Map<String, Float> shares, long sinceNanos) {}

    /** How rare names are that contain all of the words. */
    Rarity rarity(List<String> words) {
        return Rarity.of(words, shares());
    }

    private Map<String, Float> shares() {
        var now = known;
        Duration goodFor = now.shares().isEmpty() ? NONE_GOOD_FOR : GOOD_FOR;
        if (System.nanoTime() - now.sinceNanos() >= goodFor.toNanos()) {
            Map<String, Float> shares = new HashMap<>();
            sql.sql(SHARES).query(row -> {
                shares.put(row.getString(1), row.getFloat(2));
            });
            now = new Known(shares, System.nanoTime());
            known = now;
        }
        return now.shares();
    }
}
