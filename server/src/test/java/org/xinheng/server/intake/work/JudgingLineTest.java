package org.xinheng.server.intake.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.intake.read.Columns;
import org.xinheng.server.intake.read.SourceRow;

class JudgingLineTest {

    private static final ExecutorService JUDGES = Executors.newFixedThreadPool(2);
    private static final RowJudge JUDGE = judge();
    private static final int ROWS = 10_000;

    @AfterAll
    static void dismiss() {
        JUDGES.shutdownNow();
    }

    /** Every row has fewer cells than the header, and is refused for that. */
    private static RowJudge judge() {
        try {
            var packs = Path.of(System.getProperty("xinheng.home", "..")).resolve("policy-packs");
            Policy policy = ((PackLoading.Loaded) PackLoader.load(packs, "national")).policy();
            var type = policy.recordType("administrative-penalty").orElseThrow();
            var columns = new Columns(type, type.layouts().getFirst(), new int[] {0}, Set.of());
            return new RowJudge(columns, policy, "source", LocalDate.of(2026, 5, 6));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(JudgingLine line) throws IOException {
        for (int i = 1; i <= ROWS; i++) {
            line.add(JUDGE, new SourceRow(0, "", i, new String[0], true, List.of()), i);
        }
        line.finish();
    }

    @Test
    void writesEveryRowInTheOrderOfTheFile() throws IOException {
        var written = new ArrayList<Integer>();
        try (var line = new JudgingLine(JUDGES, row -> written.add(row.row()))) {
            send(line);
            assertThat(written).hasSize(ROWS).isSorted();
        }
    }

    @Test
    void tellsTheReaderOfAFaultOfTheWriting() {
        try (var line = new JudgingLine(JUDGES, _ -> {
            throw new IOException("the disk is full");
        })) {
            assertThatIOException().isThrownBy(() -> send(line)).withMessage("the disk is full");
        }
    }

    @Test
    void writesNothingMoreWhenItIsClosed() throws IOException {
        var written = new AtomicInteger();
        try (var line = new JudgingLine(JUDGES, _ -> written.incrementAndGet())) {
            for (int i = 1; i <= 1000; i++) {
                line.add(JUDGE, new SourceRow(0, "", i, new String[0], true, List.of()), i);
            }
        }
        int then = written.get();
        assertThat(then).isLessThanOrEqualTo(1000);
        assertThat(written.get()).isEqualTo(then);
    }
}
