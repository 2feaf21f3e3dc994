package org.xinheng.server.measure.receipt;

import java.util.Optional;
import org.xinheng.server.measure.Receipt;

/** Numbers, the common commit and the table of receipts in one hand. */
public final class Receipts implements AutoCloseable {

    private final ReceiptNumbers numbers;
    private final GroupCommit commits;
    private final ReceiptStore store;

    public Receipts(ReceiptNumbers numbers, ReceiptStore store) {
        this.numbers = numbers;
        this.commits = new GroupCommit(store);
        this.store = store;
    }

    public long nextId() {
        return numbers.next();
    }

    /** As {@link GroupCommit#keep}. */
    public Optional<String> keep(Draft draft) {
        return commits.keep(draft);
    }

    /** As {@link GroupCommit#isAlive}. */
    public boolean isAlive() {
        return commits.isAlive();
    }

    public Optional<Receipt> find(long id) {
        return store.find(id);
    }

    @Override
    public void close() throws InterruptedException {
        commits.close();
    }
}
