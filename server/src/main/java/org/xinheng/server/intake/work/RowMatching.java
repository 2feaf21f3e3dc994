package org.xinheng.server.intake.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.spool.StagedRow;
import org.xinheng.server.intake.spool.Staging;
import org.xinheng.server.intake.store.WaitingStore;
import org.xinheng.server.organisation.Organisations;

/**
 * Matches the rows of a delivery with their organisations and sorts them into slices. One thread reads and asks the register,
 * another writes: while the database looks for the organisations of a batch, the one before is sealed.
 */
final class RowMatching {

    /** As many codes as the register is asked for at once. */
    private static final int BATCH = 8192;

    private static final long BATCH_BYTES = 16L << 20;

    private final Staging staging;
    private final Organisations organisations;
    private final RecordLoading archive;
    private final WaitingStore waiting;

    RowMatching(Staging staging, Organisations organisations, RecordLoading archive, WaitingStore waiting) {
        this.staging = staging;
        this.organisations = organisations;
        this.archive = archive;
        this.waiting = waiting;
    }

    /** @param answers leaves out what is answered there, and gets the answers to all rows that go no further */
    void run(Delivery delivery, int slices, RowAnswers answers) throws IOException {
        var subjects = new Subjects(organisations, delivery.id());
        try (var rows = staging.rows(delivery.id());
                var batches =
                        new ReadAhead<>("delivery-matcher", () -> matched(delivery, batch(rows), subjects, answers));
                var sorted = staging.slices(delivery.id(), slices)) {
            for (var batch = batches.next(); batch != null; batch = batches.next()) {
                sort(batch, sorted, slices, answers);
            }
            sorted.finish();
        }
    }

    /** @param linked what a human decided about rows that wait, by their fingerprint */
    private record Batch(List<StagedRow.Usable> rows, List<Subjects.Match> matches, Map<String, Long> linked) {}

    private @Nullable Batch matched(
            Delivery delivery, @Nullable List<StagedRow> batch, Subjects subjects, RowAnswers answers) {
        if (batch == null) {
            return null;
        }
        var rows = toBeMatched(batch, answers);
        var matches = subjects.match(rows);
        return new Batch(rows, matches, linked(delivery, rows, matches));
    }

    /** Some thousand rows, or some megabytes of them; null at the end. */
    private static @Nullable List<StagedRow> batch(Staging.StagedRows rows) throws IOException {
        var batch = new ArrayList<StagedRow>(BATCH);
        long bytes = 0;
        while (batch.size() < BATCH && bytes < BATCH_BYTES) {
            var row = rows.next();
            if (row == null) {
                return batch.isEmpty() ? null : batch;
            }
            batch.add(row);
            bytes += row instanceof StagedRow.Usable usable ? usable.payload().length : 0;
        }
        return batch;
    }

    /** The usable ones that no committed slice has answered; all others are answered here. */
    private static List<StagedRow.Usable> toBeMatched(List<StagedRow> batch, RowAnswers answers) {
        var usable = new ArrayList<StagedRow.Usable>(batch.size());
        for (var row : batch) {
            switch (row) {
                case StagedRow.Usable one -> {
                    if (!one.warnings().isEmpty()) {
                        answers.note(one.row());
                    }
                    if (answers.cause(one.row()) == RowCause.NONE) {
                        usable.add(one);
                    }
                }
                case StagedRow.Refused refused -> answers.put(refused.row(), RowCause.CHECKS, 0);
                case StagedRow.OutOfScope person -> answers.put(person.row(), RowCause.PERSON, 0);
            }
        }
        return usable;
    }

    private void sort(Batch batch, Staging.Slices sorted, int slices, RowAnswers answers) throws IOException {
        for (int i = 0; i < batch.rows().size(); i++) {
            var row = batch.rows().get(i);
            switch (batch.matches().get(i)) {
                case Subjects.Match.Attached attached ->
                    sorted.add(sliceOf(attached.organisationId(), row, slices), attached.organisationId(), row);
                case Subjects.Match.Waits waits -> {
                    var organisationId = batch.linked().get(WaitingStore.fingerprint(row));
                    if (organisationId == null) {
                        answers.put(row.row(), waits.cause(), 0);
                    } else {
                        sorted.add(sliceOf(organisationId, row, slices), organisationId, row);
                    }
                }
            }
        }
    }

    /** What a human decided about a row holds when the same row comes again. */
    private Map<String, Long> linked(Delivery delivery, List<StagedRow.Usable> batch, List<Subjects.Match> matches) {
        var waits = new ArrayList<StagedRow.Usable>();
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i) instanceof Subjects.Match.Waits) {
                waits.add(batch.get(i));
            }
        }
        return waits.isEmpty() ? Map.of() : waiting.linked(delivery, waits);
    }

    /** One partition of the archive, and within it one share of the keys: rows of one key meet in one slice. */
    private int sliceOf(long organisationId, StagedRow.Usable row, int slices) {
        long key = Objects.requireNonNull(row.content()).keyHash() ^ organisationId;
        int share = (int) (key >>> 32 ^ key) & (slices / RecordLoading.PARTITIONS - 1);
        return share * RecordLoading.PARTITIONS + archive.partitionOf(organisationId);
    }
}
