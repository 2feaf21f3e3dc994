package org.xinheng.server.intake.work;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.StagedRow;

/**
 * Rows on their way from the file to the disk: judged by several processors at once, written in their order by a thread of
 * its own, while the caller reads on. What is under way is bounded, so that a file of huge cells takes no more memory than
 * one of small ones.
 */
final class JudgingLine implements Closeable {

    private static final int CHUNK_ROWS = 256;
    private static final int CHUNK_CHARACTERS = 1 << 18;
    private static final int MOST_UNDER_WAY = 2 * Runtime.getRuntime().availableProcessors() + 1;
    private static final int LOOK_MILLIS = 20;

    private static final Future<List<StagedRow>> END = CompletableFuture.completedFuture(List.of());

    private final ExecutorService judges;
    private final Out out;
    private final BlockingQueue<Future<List<StagedRow>>> underWay = new ArrayBlockingQueue<>(MOST_UNDER_WAY);
    private final CompletableFuture<@Nullable Void> written = new CompletableFuture<>();
    private final Thread writer;
    private List<Numbered> chunk = new ArrayList<>(CHUNK_ROWS);
    private int characters;

    JudgingLine(ExecutorService judges, Out out) {
        this.judges = judges;
        this.out = out;
        writer = Thread.ofPlatform().name("stager").daemon().start(this::write);
    }

    /** Where judged rows go; called by one thread, and never after the line is closed. */
    interface Out {
        void add(StagedRow row) throws IOException;
    }

    private record Numbered(RowJudge judge, SourceRow row, int number) {
        StagedRow judged() {
            return judge.judge(row, number);
        }
    }

    /** @param number of the row in the delivery */
    void add(RowJudge judge, SourceRow row, int number) throws IOException {
        chunk.add(new Numbered(judge, row, number));
        for (var cell : row.cells()) {
            characters += cell.length();
        }
        if (chunk.size() == CHUNK_ROWS || characters >= CHUNK_CHARACTERS) {
            send();
        }
    }

    /** Returns when the last of them is written. */
    void finish() throws IOException {
        send();
        put(END);
        await();
    }

    private void send() throws IOException {
        var sent = chunk;
        chunk = new ArrayList<>(CHUNK_ROWS);
        characters = 0;
        put(judges.submit(() -> sent.stream().map(Numbered::judged).toList()));
    }

    private void put(Future<List<StagedRow>> judged) throws IOException {
        try {
            while (!underWay.offer(judged, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (written.isDone()) {
                    await();
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void write() {
        try {
            for (var judged = underWay.take(); judged != END; judged = underWay.take()) {
                for (var row : judged.get()) {
                    out.add(row);
                }
            }
            written.complete(null);
        } catch (ExecutionException e) {
            written.completeExceptionally(e.getCause() == null ? e : e.getCause());
        } catch (Throwable e) {
            // Whatever it is, the reader has to hear of it.
            written.completeExceptionally(e);
        }
    }

    private void await() throws IOException {
        try {
            written.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IOException("the reception was interrupted", cause);
    }

    /** Ends the writing, whether or not it came to its end. */
    @Override
    public void close() {
        writer.interrupt();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
