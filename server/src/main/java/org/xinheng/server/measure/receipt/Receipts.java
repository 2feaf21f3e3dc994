package org.xinheng.server.measure.receipt;

import java.util.List;
import java.util.Map;
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

    /** As {@link ReceiptStore#keep}, in a transaction of its own: for lists, which would keep single checks waiting. */
    public Map<Long, String> keepAll(List<Draft> drafts) {
        return store.keep(drafts);
    }

    /** As {@link GroupCommit#isAlive}. */
    public boolean isAlive() {
        return commits.isAlive();
    }

    public Optional<Receipt> find(long id) {
        return store.find(id);
    }

    /** As {@link ReceiptStore#kept}. */
    public Optional<KeptReceipt> kept(long id) {
        return store.kept(id);
    }

    @Override
    public void close() throws InterruptedException {
        commits.close();
    }
}
