package org.xinheng.server.measure.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.Checks;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.question.CodeReading;
import org.xinheng.server.measure.question.Frame;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.web.Language;

/**
 * Answers lists (批量核查). Each chunk is judged and kept in one transaction while the one before goes out; a line whose code is not in
 * order gets its fault, never an answer; a chunk that cannot be kept ends the list there.
 */
public final class BatchChecks {

    private final Checks checks;
    private final QuestionReader questions;
    private final BatchSettings settings;
    private final Semaphore places;

    public BatchChecks(Checks checks, QuestionReader questions, BatchSettings settings) {
        this.checks = checks;
        this.questions = questions;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /** What became of one line: a receipt or what is wrong with its code. */
    public record Line(int number, String code, @Nullable Receipt receipt, List<Fault> faults) {

        public Line {
            faults = List.copyOf(faults);
        }
    }

    /** Takes lines in the order of the list, once their receipts are durable. */
    @FunctionalInterface
    public interface Sink {
        void take(List<Line> lines) throws IOException;
    }

    /** So many lists are being answered that this one has to come again. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("too many lists at once", null, false, false);
        }
    }

    /** @param language of the sentences in the answers */
    public record Asker(Actor actor, Language language) {}

    /**
     * @throws Busy when nothing was begun
     * @throws org.springframework.dao.DataAccessException when a chunk could not be answered: what was handed over before stands
     */
    public void answer(List<SentCode> list, Frame frame, Asker asker, Sink sink) throws IOException {
        if (!places.tryAcquire()) {
            throw new Busy();
        }
        try (ExecutorService working = Executors.newVirtualThreadPerTaskExecutor()) {
            Deque<Future<List<Line>>> underWay = new ArrayDeque<>();
            try {
                for (int from = 0; from < list.size(); from += settings.chunk()) {
                    List<SentCode> chunk = list.subList(from, Math.min(list.size(), from + settings.chunk()));
                    underWay.add(working.submit(() -> chunk(chunk, frame, asker)));
                    if (underWay.size() > settings.chunksAtOnce()) {
                        sink.take(done(underWay.remove()));
                    }
                }
                while (!underWay.isEmpty()) {
                    sink.take(done(underWay.remove()));
                }
            } finally {
                underWay.forEach(left -> left.cancel(true));
            }
        } finally {
            places.release();
        }
    }

    private List<Line> chunk(List<SentCode> codes, Frame frame, Asker asker) {
        List<CodeReading> read = new ArrayList<>(codes.size());
        List<Question> asked = new ArrayList<>(codes.size());
        for (SentCode code : codes) {
            CodeReading reading = questions.readCode(code.code());
            read.add(reading);
            if (reading.faults().isEmpty()) {
                asked.add(frame.about(reading.finding()));
            }
        }
        var receipts = (asked.isEmpty() ? List.<Receipt>of() : checks.askAll(asked, asker.actor(), asker.language()))
                .iterator();
        List<Line> lines = new ArrayList<>(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            boolean answered = read.get(i).faults().isEmpty();
            lines.add(new Line(
                    codes.get(i).line(),
                    // What is refused may be a person's number: it is not said again.
                    answered ? codes.get(i).code() : "",
                    answered ? receipts.next() : null,
                    read.get(i).faults()));
        }
        return lines;
    }

    private static List<Line> done(Future<List<Line>> chunk) {
        try {
            return chunk.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while a list was answered", e);
        }
    }
}
