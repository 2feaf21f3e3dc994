package org.xinheng.server.organisation.store;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives ids to new organisations: 12 bits of node number above 51 bits of sequence, so that nodes never collide. */
@Component
final class OrganisationIds {

    private static final int SEQUENCE_BITS = 51;
    private static final int NODES = 1 << 12;

    private final JdbcClient sql;
    private final long node;

    OrganisationIds(JdbcClient sql, @Value("${xinheng.node:0}") int node) {
        if (node < 0 || node >= NODES) {
            throw new IllegalArgumentException("xinheng.node is a number from 0 to " + (NODES - 1));
        }
        this.sql = sql;
        this.node = (long) node << SEQUENCE_BITS;
    }

    long[] next(int count) {
        long[] ids = new long[count];
        var numbers = sql.sql("SELECT nextval('organisation.organisation_number') FROM generate_series(1, ?)")
                .param(count)
                .query(Long.class)
                .list();
        for (int i = 0; i < count; i++) {
            ids[i] = node | numbers.get(i);
        }
        return ids;
    }
}
