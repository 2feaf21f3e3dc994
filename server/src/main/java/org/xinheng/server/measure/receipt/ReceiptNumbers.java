package org.xinheng.server.measure.receipt;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of receipts: the node above, a sequence below, fetched by the thousand. */
public final class ReceiptNumbers {

    private static final int SEQUENCE_BITS = 51;
    private static final int BLOCK = 1_000;

    private final JdbcClient sql;
    private final long node;
    private long next;
    private long end;

    /** @param node number of this installation among its neighbours, 0–4095 */
    public ReceiptNumbers(JdbcClient sql, int node) {
        this.sql = sql;
        this.node = node;
    }

    public synchronized long next() {
        if (next == end) {
            long block = sql.sql("SELECT nextval('measure.receipt_number')")
                    .query(Long.class)
                    .single();
            next = (long) node << SEQUENCE_BITS | (block - 1) * BLOCK + 1;
            end = next + BLOCK;
        }
        return next++;
    }
}
