package org.xinheng.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The answers to the rows of closed deliveries (逐行回执). */
public interface Receipts {

    /**
     * Reads rows in order, some thousand in memory at a time.
     *
     * @param from number of the first row that may be read
     * @param outcomes those that are wanted
     */
    void read(Delivery delivery, int from, Set<RowOutcome> outcomes, Reader reader);

    /** Gets one row after another. */
    @FunctionalInterface
    interface Reader {
        /** @return whether to go on */
        boolean take(RowReceipt row);
    }

    /** At most so many rows, from a row number on; the next page begins behind the last of them. */
    default List<RowReceipt> page(Delivery delivery, int from, Set<RowOutcome> outcomes, int limit) {
        var rows = new ArrayList<RowReceipt>();
        if (limit > 0) {
            read(delivery, from, outcomes, row -> {
                rows.add(row);
                return rows.size() < limit;
            });
        }
        return rows;
    }
}
