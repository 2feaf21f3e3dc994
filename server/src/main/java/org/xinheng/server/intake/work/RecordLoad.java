package org.xinheng.server.intake.work;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.RowResult;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.spool.FirstVersions;
import org.xinheng.server.intake.spool.FirstVersions.Days;
import org.xinheng.server.intake.spool.LoadedPart;
import org.xinheng.server.intake.spool.LoadedPart.Answer;
import org.xinheng.server.intake.spool.Staging;
import org.xinheng.server.intake.store.FirstReceipts;
import org.xinheng.server.intake.store.ReceiptStore;
import org.xinheng.server.intake.store.WaitingStore;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.web.Formats;

/**
 * Brings the rows of a delivery into the archive: match each with its organisation, sort them into slices, load the slices.
 *
 * <p>May be broken off at any moment and begun again: what a committed slice has answered is left out the next time.
 */
final class RecordLoad {

    /** Bytes of staged rows that a slice may hold, so that two of them and their copies fit into a small heap. */
    private static final long SLICE_BYTES = 24L << 20;

    private static final int MOST_SLICES = 1024;
    private static final int CONNECTIONS = 2;

    private final Staging staging;
    private final Organisations organisations;
    private final RecordLoading archive;
    private final ReceiptStore receipts;
    private final WaitingStore waiting;
    private final TransactionTemplate transaction;

    RecordLoad(
            Staging staging,
            Organisations organisations,
            RecordLoading archive,
            Stores stores,
            TransactionTemplate transaction) {
        this.staging = staging;
        this.organisations = organisations;
        this.archive = archive;
        this.receipts = stores.receipts();
        this.waiting = stores.waiting();
        this.transaction = transaction;
    }

    /** @return the answers to all rows, and first versions by their days */
    Loaded run(Delivery delivery, RecordType type) throws IOException {
        var answers = new RowAnswers(delivery.lastRow());
        var decided = new HashMap<Days, FirstVersions>();
        receipts.eachPart(delivery.id(), part -> take(part, answers, decided));
        int slices = slices(delivery);
        new RowMatching(staging, organisations, archive, waiting).run(delivery, slices, answers);
        var target = new RecordLoading.Delivery(delivery.id(), type.number(), delivery.source(), delivery.historical());
        var earlier = waiting.firstReceipts(delivery, type);
        for (var part : inParallel(slices, slice -> load(delivery, slice, target, earlier))) {
            take(part, answers, decided);
        }
        return new Loaded(answers, decided);
    }

    record Loaded(RowAnswers answers, Map<Days, FirstVersions> decided) {}

    private static void take(LoadedPart part, RowAnswers answers, Map<Days, FirstVersions> decided) {
        part.answers().forEach(answer -> answers.put(answer.row(), answer.cause(), answer.fact()));
        part.decided().forEach((day, firsts) -> decided.merge(day, firsts, FirstVersions::plus));
    }

    private int slices(Delivery delivery) throws IOException {
        int slices = RecordLoading.PARTITIONS;
        while (staging.size(delivery.id()) / slices > SLICE_BYTES && slices < MOST_SLICES) {
            slices *= 2;
        }
        return slices;
    }

    private interface SliceLoader {
        LoadedPart load(int slice) throws IOException;
    }

    private static List<LoadedPart> inParallel(int slices, SliceLoader loader) throws IOException {
        try (ExecutorService loaders = Executors.newFixedThreadPool(
                CONNECTIONS, Thread.ofPlatform().name("loader-", 1).factory())) {
            var tasks = new ArrayList<Callable<LoadedPart>>();
            for (int i = 0; i < slices; i++) {
                int slice = i;
                tasks.add(() -> loader.load(slice));
            }
            var parts = new ArrayList<LoadedPart>();
            var running = new ArrayList<Future<LoadedPart>>();
            tasks.forEach(task -> running.add(loaders.submit(task)));
            try {
                for (var part : running) {
                    parts.add(part.get());
                }
            } catch (ExecutionException e) {
                running.forEach(task -> task.cancel(false));
                throw unwrapped(e);
            } catch (InterruptedException e) {
                running.forEach(task -> task.cancel(false));
                Thread.currentThread().interrupt();
                throw new IOException("loading was interrupted", e);
            }
            return parts;
        }
    }

    private static IOException unwrapped(ExecutionException fault) {
        return switch (fault.getCause()) {
            case null -> new IOException(fault);
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> new IOException(fault);
        };
    }

    private LoadedPart load(Delivery delivery, int slice, RecordLoading.Delivery target, FirstReceipts earlier)
            throws IOException {
        SliceContent content;
        try (var rows = staging.slice(delivery.id(), slice, delivery.receivedAt())) {
            content = SliceContent.read(rows);
        }
        if (content.rows().isEmpty() && content.answers().isEmpty()) {
            return new LoadedPart(List.of(), Map.of());
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            var rows = earlier.in(content.rows());
            var results = archive.load(target, rows);
            var part = partOf(content, rows, results);
            receipts.addPart(delivery.id(), part);
            return part;
        }));
    }

    private static LoadedPart partOf(SliceContent content, List<NewVersion> rows, List<RowResult> results) {
        var answers = new ArrayList<>(content.answers());
        results.forEach(
                result -> answers.add(new Answer(result.row(), causeOf(result.outcome()), result.organisationId())));
        var decided = new HashMap<Days, FirstVersions>();
        for (int i = 0; i < rows.size(); i++) {
            // One result for each row comes first, in the order of the rows.
            if (results.get(i).outcome() == RecordLoading.Outcome.NEW) {
                var row = rows.get(i);
                decided.merge(
                        new Days(row.decidedOn(), LocalDate.ofInstant(row.receivedAt(), Formats.BEIJING)),
                        FirstVersions.of(row, content.repairNotices().get(row.row())),
                        FirstVersions::plus);
            }
        }
        return new LoadedPart(answers, decided);
    }

    private static RowCause causeOf(RecordLoading.Outcome outcome) {
        return switch (outcome) {
            case NEW -> RowCause.NEW;
            case NUMBER_ELSEWHERE -> RowCause.NUMBER_ELSEWHERE;
            case CORRECTION -> RowCause.CORRECTION;
            case UNCHANGED -> RowCause.SAME_AS_ARCHIVE;
            case ENDED -> RowCause.ENDED;
        };
    }
}
