package org.xinheng.server.intake.work;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.StagedRow;

/**
 * Rows on their way from the file to the disk: judged by several processors at once, passed on in their order. What is under
 * way is bounded, so that a file of huge cells takes no more memory than one of small ones.
 */
final class JudgingLine {

    private static final int CHUNK_ROWS = 256;
    private static final int CHUNK_CHARACTERS = 1 << 18;
    private static final int MOST_UNDER_WAY = 2 * Runtime.getRuntime().availableProcessors() + 1;

    private final ExecutorService judges;
    private final Out out;
    private final Deque<Future<List<StagedRow>>> underWay = new ArrayDeque<>();
    private List<Numbered> chunk = new ArrayList<>(CHUNK_ROWS);
    private int characters;

    JudgingLine(ExecutorService judges, Out out) {
        this.judges = judges;
        this.out = out;
    }

    /** Where judged rows go. */
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

    /** Passes on the last of them. */
    void finish() throws IOException {
        send();
        while (!underWay.isEmpty()) {
            receive();
        }
    }

    private void send() throws IOException {
        var sent = chunk;
        underWay.add(judges.submit(() -> sent.stream().map(Numbered::judged).toList()));
        chunk = new ArrayList<>(CHUNK_ROWS);
        characters = 0;
        while (underWay.size() > MOST_UNDER_WAY
                || (!underWay.isEmpty() && underWay.getFirst().isDone())) {
            receive();
        }
    }

    private void receive() throws IOException {
        try {
            for (var row : underWay.removeFirst().get()) {
                out.add(row);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the reception was interrupted", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException fault -> fault;
                case Error fault -> throw fault;
                case null, default -> new IllegalStateException(e);
            };
        }
    }
}
