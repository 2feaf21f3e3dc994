package org.xinheng.server.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes entries of the register part of other ones; no act of the product does it yet. */
public final class Mergers {

    private Mergers() {}

    /** @return position of the register at which it was written */
    public static long merge(JdbcClient sql, long from, long into) {
        return lead(sql, from, into);
    }

    /**
     * Makes an entry one of its own again.
     *
     * @return position of the register at which it was written
     */
    public static long unlink(JdbcClient sql, long id) {
        return lead(sql, id, null);
    }

    private static long lead(JdbcClient sql, long from, @Nullable Long to) {
        return sql.sql("""
                        WITH next AS (
                            INSERT INTO organisation.position (number, recorded_at)
                            SELECT max(number) + 1, max(recorded_at) FROM organisation.position RETURNING number)
                        INSERT INTO organisation.redirect (from_id, position, to_id, reason, actor)
                        SELECT :from, number, :to::bigint, '同一组织', 'test' FROM next RETURNING position
                        """)
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }
}
