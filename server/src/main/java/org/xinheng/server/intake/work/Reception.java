package org.xinheng.server.intake.work;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.Finding;
import org.xinheng.core.record.FindingCode;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.Delivery.Sheet;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.OrderRefused;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.intake.read.Columns;
import org.xinheng.server.intake.read.FileFormats;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.read.HeaderReading;
import org.xinheng.server.intake.read.RowSource;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.StagedRow;
import org.xinheng.server.intake.spool.Staging;

/**
 * Takes a file in: one pass over the stream, at the end of which only cleaned rows are on the disk, sealed. What the file
 * said of persons was never written anywhere.
 */
final class Reception implements AutoCloseable {

    private static final int LAST_ROW = 20_000_000;

    private final FileFormats formats;
    private final Staging staging;
    private final Clock clock;
    private final long largestFile;
    private final ExecutorService judges = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("judge-", 1).daemon().factory());

    Reception(FileFormats formats, Staging staging, Clock clock, long largestFile) {
        this.formats = formats;
        this.staging = staging;
        this.clock = clock;
        this.largestFile = largestFile;
    }

    /** @throws OrderRefused when the pack knows no such type, or has sources and this is none of them */
    static Order resolved(Order order, Policy policy) {
        if (policy.recordType(order.type()).isEmpty()) {
            throw new OrderRefused(OrderRefused.Reason.UNKNOWN_TYPE, order.type());
        }
        var source = policy.authority(order.source());
        if (source.isEmpty() && !policy.authorities().isEmpty()) {
            throw new OrderRefused(OrderRefused.Reason.UNKNOWN_SOURCE, order.source());
        }
        return new Order(
                order.type(),
                source.map(Authority::code).orElse(order.source()),
                order.actor(),
                order.fileName(),
                order.idempotencyKey(),
                order.historical(),
                order.mandated());
    }

    /**
     * @return received, with its rows safe on the disk, or rejected, with nothing there
     * @throws IOException when the stream broke off or the disk is full; nothing is left of it
     */
    Delivery read(long id, Order order, Policy policy, InputStream file) throws IOException {
        var pass = new Pass(id, order, policy, clock.instant(), new MeteredInput(file, largestFile));
        try {
            pass.run();
            return pass.received();
        } catch (FileRefused refused) {
            staging.delete(id);
            pass.readTheRest();
            return pass.rejected(refused.findings());
        } catch (IOException | RuntimeException e) {
            staging.delete(id);
            throw e;
        }
    }

    /** Hash of a file of which nothing is kept; empty when it is too large, which is the hash of no file. */
    String hashOf(InputStream file) throws IOException {
        var metered = new MeteredInput(file, largestFile);
        try {
            metered.drain();
            return metered.hash();
        } catch (FileRefused _) {
            return "";
        }
    }

    /** Files under way break off. */
    @Override
    public void close() {
        judges.shutdownNow();
    }

    /** One file being read. */
    private final class Pass {

        private final long id;
        private final Order order;
        private final Policy policy;
        private final RecordType type;
        private final Instant receivedAt;
        private final LocalDate today;
        private final MeteredInput file;
        private final List<Sheet> sheets = new ArrayList<>();
        private @Nullable Columns columns;
        private @Nullable RowJudge judge;
        private int sheet = -1;
        private int lastRow;
        private int rows;
        private int masked;

        Pass(long id, Order order, Policy policy, Instant receivedAt, MeteredInput file) {
            this.id = id;
            this.order = order;
            this.policy = policy;
            this.type = policy.recordType(order.type()).orElseThrow();
            this.receivedAt = receivedAt;
            this.today = LocalDate.ofInstant(receivedAt, clock.getZone());
            this.file = file;
        }

        /** The hash is that of the whole file, and a sender that is cut off would not hear why; too large a file is. */
        void readTheRest() throws IOException {
            try {
                file.drain();
            } catch (FileRefused _) {
                return;
            }
        }

        void run() throws IOException {
            try (var source = formats.open(file, staging.scratches(id));
                    var staged = staging.open(id)) {
                readRows(source, staged);
                file.drain();
                if (columns == null) {
                    throw new FileRefused(FileFault.EMPTY.found());
                }
                if (rows == 0) {
                    throw new FileRefused(FileFault.HEADER_ONLY.found());
                }
                staged.finish();
            }
        }

        private void readRows(RowSource source, Staging.RowsBeingStaged staged) throws IOException {
            try (var line = new JudgingLine(judges, judged -> {
                staged.add(judged);
                masked += maskedIn(judged);
            })) {
                for (var row = source.next(); row != null; row = source.next()) {
                    if (row.sheet() != sheet || judge == null) {
                        beginSheet(row, source);
                    } else {
                        lastRow = numbered(row);
                        line.add(judge, row, lastRow);
                        rows++;
                    }
                }
                line.finish();
            }
        }

        /** Rows are numbered on from sheet to sheet; every number costs a byte, blank rows too. */
        private int numbered(SourceRow row) throws FileRefused {
            long number = (long) sheets.getLast().offset() + row.number();
            if (number > LAST_ROW) {
                throw new FileRefused(FileFault.TOO_MANY_ROWS
                        .found(Integer.toString(LAST_ROW))
                        .inRow(row.number())
                        .onSheet(row.sheetName()));
            }
            return (int) number;
        }

        private Columns header(SourceRow header, RowSource source) throws IOException {
            try {
                return HeaderReading.of(type, header);
            } catch (FileRefused refused) {
                throw refused.onSheet(header.sheetName(), source.otherFaults());
            }
        }

        private void beginSheet(SourceRow header, RowSource source) throws IOException {
            var former = columns;
            var found = header(header, source);
            if (former != null && !former.layout().id().equals(found.layout().id())) {
                throw new FileRefused(FileFault.MIXED_LAYOUTS
                        .found(former.layout().id(), found.layout().id())
                        .inRow(header.number())
                        .onSheet(header.sheetName()));
            }
            sheet = header.sheet();
            sheets.add(new Sheet(header.sheetName(), lastRow));
            columns = found;
            judge = new RowJudge(found, policy, order.source(), today);
        }

        private static int maskedIn(StagedRow row) {
            int stretches = 0;
            if (row instanceof StagedRow.Usable usable) {
                for (Finding warning : usable.warnings()) {
                    if (warning.code().equals(FindingCode.TEXT_MASKED.code())) {
                        stretches += Integer.parseInt(warning.facts().getOrDefault("count", "0"));
                    }
                }
            }
            return stretches;
        }

        Delivery received() {
            return delivery(Delivery.State.RECEIVED, List.of(), rows);
        }

        Delivery rejected(List<FileFinding> findings) {
            return delivery(Delivery.State.REJECTED, findings, 0);
        }

        private Delivery delivery(Delivery.State state, List<FileFinding> findings, int received) {
            return new Delivery(
                    id,
                    order.type(),
                    order.source(),
                    order.actor(),
                    order.mandated(),
                    order.fileName(),
                    file.hash(),
                    file.size(),
                    order.historical(),
                    state,
                    receivedAt,
                    policy.version(),
                    columns == null ? null : columns.layout().id(),
                    sheets,
                    lastRow,
                    findings,
                    masked,
                    new RowCounts(received, 0, 0, 0, 0, 0),
                    null,
                    null);
        }
    }
}
