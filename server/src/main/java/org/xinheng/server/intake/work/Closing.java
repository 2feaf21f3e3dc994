package org.xinheng.server.intake.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalForm;
import org.xinheng.core.record.Finding;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.spool.FirstVersions;
import org.xinheng.server.intake.spool.FirstVersions.Days;
import org.xinheng.server.intake.spool.RowText;
import org.xinheng.server.intake.spool.StagedRow;
import org.xinheng.server.intake.spool.Staging;
import org.xinheng.server.intake.store.DeliveryStore;
import org.xinheng.server.intake.store.ReceiptStore;
import org.xinheng.server.intake.store.TimelinessStore;
import org.xinheng.server.intake.store.WaitingStore;

/**
 * The one commit that puts a delivery in force: an answer to every row, the queue of waiting rows, the counts, the days
 * for timeliness, and last, under the lock, the position.
 */
final class Closing {

    /** Rows to a chunk of receipts: a page of them is read at once. */
    static final int CHUNK = 8192;

    private static final @Nullable String[] NO_CELLS = {};

    private final Staging staging;
    private final DeliveryStore deliveries;
    private final ReceiptStore receipts;
    private final WaitingStore waiting;
    private final TimelinessStore timeliness;
    private final RecordLoading archive;
    private final GateReview review;
    private final Clock clock;

    Closing(Staging staging, Stores stores, RecordLoading archive, GateReview review, Clock clock) {
        this.staging = staging;
        this.deliveries = stores.deliveries();
        this.receipts = stores.receipts();
        this.waiting = stores.waiting();
        this.timeliness = stores.timeliness();
        this.archive = archive;
        this.review = review;
        this.clock = clock;
    }

    /** Must run inside a transaction; what the register says of its rows comes with the answers. */
    void close(Delivery delivery, RecordType type, RowAnswers answers, Map<Days, FirstVersions> decided)
            throws IOException {
        writeReceipts(delivery, type, answers);
        receipts.deleteParts(delivery.id());
        var counts = answers.counts(delivery.counts().received());
        deliveries.counted(delivery.id(), counts);
        var position = archive.activate(
                new Act(delivery.id(), kindOf(delivery, counts), type.number(), delivery.source(), delivery.actor()));
        if (!delivery.historical()) {
            timeliness.add(
                    new TimelinessStore.Brought(
                            delivery.id(),
                            type.id(),
                            delivery.source(),
                            LocalDate.ofInstant(position.at(), clock.getZone())),
                    decided);
        }
        deliveries.closed(delivery.id(), position.value(), position.at());
        // Rules may have begun while it lay here: nobody ever reads what the old ones said.
        review.broughtBy(delivery.id(), delivery.ruleVersion(), delivery.receivedAt());
    }

    /** Backlog says nothing of today, and neither does a file of which no row came into force. */
    private static Act.Kind kindOf(Delivery delivery, RowCounts counts) {
        boolean nothing = counts.accepted() + counts.unchanged() == 0;
        return delivery.historical() || nothing ? Act.Kind.UNHEARD_DELIVERY : Act.Kind.DELIVERY;
    }

    private void writeReceipts(Delivery delivery, RecordType type, RowAnswers answers) throws IOException {
        var form = CanonicalForm.of(type);
        try (var staged = answers.needText() ? staging.rows(delivery.id()) : null) {
            for (int first = 1; first <= answers.lastRow(); first += CHUNK) {
                int last = Math.min(answers.lastRow(), first + CHUNK - 1);
                var texts = staged == null ? List.<RowText>of() : texts(delivery, form, answers, staged, last);
                receipts.add(
                        delivery.id(),
                        new ReceiptStore.Chunk(
                                first,
                                deflated(answers.causes(first, last)),
                                texts.isEmpty() ? null : RowText.toBytes(texts)));
            }
        }
    }

    /** Texts of the rows up to the last one of a chunk; rows that wait go into the queue in passing. */
    private List<RowText> texts(
            Delivery delivery, CanonicalForm form, RowAnswers answers, Staging.StagedRows staged, int last)
            throws IOException {
        var texts = new ArrayList<RowText>();
        while (staged.peekRow() <= last) {
            var row = staged.next();
            if (row != null && answers.needsText(row.row())) {
                texts.add(text(row, form, answers));
                if (row instanceof StagedRow.Usable usable && usable.content() != null && waits(usable, answers)) {
                    waiting.add(delivery, usable, answers.cause(usable.row()));
                }
            }
        }
        return texts;
    }

    private static boolean waits(StagedRow.Usable row, RowAnswers answers) {
        return answers.cause(row.row()).outcome() == RowOutcome.WAITING;
    }

    private static RowText text(StagedRow row, CanonicalForm form, RowAnswers answers) {
        return switch (row) {
            case StagedRow.OutOfScope person -> new RowText(person.row(), person.reason(), 0, List.of(), NO_CELLS);
            case StagedRow.Refused refused -> new RowText(refused.row(), "", 0, refused.findings(), refused.cells());
            case StagedRow.Usable usable -> text(usable, form, answers);
        };
    }

    private static RowText text(StagedRow.Usable row, CanonicalForm form, RowAnswers answers) {
        var findings = new ArrayList<Finding>(answers.findings(row.row()));
        return switch (answers.cause(row.row()).outcome()) {
            // The register tells persons by more than a row does by itself.
            case OUT_OF_SCOPE -> new RowText(row.row(), reasonOf(findings), 0, List.of(), NO_CELLS);
            case ACCEPTED, UNCHANGED -> {
                findings.addAll(row.warnings());
                yield new RowText(row.row(), "", answers.fact(row.row()), findings, NO_CELLS);
            }
            case WAITING, REFUSED -> {
                findings.addAll(row.warnings());
                yield new RowText(row.row(), "", answers.fact(row.row()), findings, form.values(row.payload()));
            }
        };
    }

    private static String reasonOf(List<Finding> findings) {
        return findings.isEmpty() ? "" : findings.getFirst().code();
    }

    private static byte[] deflated(byte[] causes) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(causes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
