package org.xinheng.server.organisation.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How common the commonest grams of names are, from the statistics that PostgreSQL keeps of the column anyway.
 *
 * <p>A name typed in full has some fifteen grams, most of them shared by half the register: the index would follow a long list
 * for each of them. The few rarest find the same names.
 */
@Component
final class CommonGrams {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
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

    /** So many of the grams, the rarest first; all of them when they are no more. */
    Set<String> rarest(Set<String> grams, int most) {
        if (grams.size() <= most) {
            return grams;
        }
        var shares = shares();
        var rarest = new LinkedHashSet<String>();
        grams.stream()
                .sorted(Comparator.comparing(gram -> shares.getOrDefault(gram, 0F)))
                .limit(most)
                .forEach(rarest::add);
        return rarest;
    }

    private Map<String, Float> shares() {
        var now = known;
        if (System.nanoTime() - now.sinceNanos() >= GOOD_FOR.toNanos()) {
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
