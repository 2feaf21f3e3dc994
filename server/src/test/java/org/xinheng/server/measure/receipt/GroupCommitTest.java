package org.xinheng.server.measure.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.measure.sight.Positions;

/** Many receipts, one commit: all or none, and nobody pays for another's fault. */
@ExtendWith(FreshDatabase.class)
class GroupCommitTest {

    private static final Positions NOW = new Positions(7, 3);
    private static final Actor ACTOR = new Actor("approval", Actor.Kind.CLIENT, null, Set.of(Permission.CHECK));
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger transactions = new AtomicInteger();
    private final Semaphore doors = new Semaphore(0);
    private final CountDownLatch firstInside = new CountDownLatch(1);
    private JdbcTemplate jdbc;
    private ReceiptStore store;
    private GroupCommit commits;
    private List<AccessLog.Read> logged;

    GroupCommitTest(DataSource database) {
        jdbc = new JdbcTemplate(database);
        store = new ReceiptStore(jdbc);
        logged = new ArrayList<>();
    }

    @BeforeEach
    void open(DataSource database) {
        commits = new GroupCommit(
                store, new Log(), this::positions, new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @AfterEach
    void close() throws InterruptedException {
        commits.close();
        people.shutdown();
    }

    /** Each look at the positions is a transaction; it waits until the test lets it go on. */
    private Positions positions() {
        transactions.incrementAndGet();
        firstInside.countDown();
        doors.acquireUninterruptibly();
        return NOW;
    }

    private final class Log implements AccessLog {
        @Override
        public void read(Actor actor, String what, @Nullable Long organisationId, String purpose) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void append(List<Read> reads) {
            logged.addAll(reads);
        }
    }

    private static Draft draft(Positions at, String answer) {
        return new Draft(
                NUMBER.incrementAndGet(),
                Instant.parse("2026-05-06T01:00:00Z"),
                ACTOR,
                "tendering",
                "审查",
                CheckOutcome.CLEAR,
                17L,
                at,
                answer.getBytes(StandardCharsets.UTF_8));
    }

    private static Draft draft() {
        return draft(NOW, "{\"甲\":\"\\\"乙\"}");
    }

    private Future<Boolean> keep(Draft draft) {
        return people.submit(() -> commits.keep(draft));
    }

    /** The first fills the transaction under way, so that the others come together in the next. */
    private List<Future<Boolean>> keepTogether(List<Draft> drafts) throws Exception {
        Future<Boolean> first = keep(draft());
        firstInside.await();
        List<Future<Boolean>> kept = new ArrayList<>();
        for (Draft draft : drafts) {
            kept.add(keep(draft));
        }
        while (commits.waiting() < drafts.size()) {
            Thread.onSpinWait();
        }
        doors.release(100);
        assertThat(first.get()).isTrue();
        return kept;
    }

    @Test
    void receiptsOfConcurrentRequestsAreOneTransaction() throws Exception {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            drafts.add(draft());
        }

        for (Future<Boolean> kept : keepTogether(drafts)) {
            assertThat(kept.get()).isTrue();
        }

        assertThat(transactions).hasValue(2);
        assertThat(logged).hasSize(31);
        for (Draft draft : drafts) {
            assertThat(store.find(draft.id()).orElseThrow().answer()).isEqualTo(draft.answer());
        }
    }

    @Test
    void whatWasFoundAtOtherPositionsGoesBackAndTheRestIsKept() throws Exception {
        List<Draft> drafts = List.of(
                draft(),
                draft(new Positions(6, 3), "{}"),
                draft(new Positions(7, 2), "{}"),
                draft(),
                draft(new Positions(8, 3), "{}"));

        List<Future<Boolean>> kept = keepTogether(drafts);

        assertThat(kept.get(0).get()).isTrue();
        assertThat(kept.get(1).get()).isFalse();
        assertThat(kept.get(2).get()).isFalse();
        assertThat(kept.get(3).get()).isTrue();
        assertThat(kept.get(4).get()).isFalse();
        assertThat(store.find(drafts.get(1).id())).isEmpty();
        assertThat(store.find(drafts.get(3).id())).isPresent();
        assertThat(logged).hasSize(3);
    }

    @Test
    void aReceiptThatTheDatabaseRefusesIsNoOthersFault() throws Exception {
        List<Draft> drafts = List.of(draft(), draft(NOW, "nul \u0000"), draft());

        List<Future<Boolean>> kept = keepTogether(drafts);

        assertThat(kept.get(0).get()).isTrue();
        assertThatThrownBy(kept.get(1)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(kept.get(2).get()).isTrue();
        assertThat(store.find(drafts.get(1).id())).isEmpty();
    }

    @Test
    void aLogThatCannotBeWrittenLeavesNoReceipt(DataSource database) throws Exception {
        AccessLog broken = new AccessLog() {
            @Override
            public void read(Actor actor, String what, @Nullable Long organisationId, String purpose) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void append(List<Read> reads) {
                throw new DataAccessResourceFailureException("planted");
            }
        };
        Draft draft = draft();
        try (var silent = new GroupCommit(
                store, broken, () -> NOW, new TransactionTemplate(new JdbcTransactionManager(database)))) {
            assertThatThrownBy(() -> silent.keep(draft)).isInstanceOf(DataAccessException.class);
        }

        assertThat(store.find(draft.id())).isEmpty();
    }

    @Test
    void anErrorFailsItsBatchAndTheNextIsKept(DataSource database) throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Supplier<Positions> broken = () -> {
            if (looks.getAndIncrement() == 0) {
                throw new StackOverflowError("planted");
            }
            return NOW;
        };
        Draft draft = draft();
        try (var group = new GroupCommit(
                store, new Log(), broken, new TransactionTemplate(new JdbcTransactionManager(database)))) {
            assertThatThrownBy(() -> group.keep(draft()))
                    .isInstanceOf(DataAccessResourceFailureException.class)
                    .hasCauseInstanceOf(StackOverflowError.class);
            assertThat(group.keep(draft)).isTrue();
            assertThat(group.isAlive()).isTrue();
        }
        assertThat(store.find(draft.id())).isPresent();
    }

    @Test
    void whoGaveUpWaitingLeavesNoReceiptAndWhoseTransactionRunsHearsItsEnd(DataSource database) throws Exception {
        Draft taken = draft();
        Draft givenUp = draft();
        Draft later = draft();
        try (var group = new GroupCommit(
                store,
                new Log(),
                this::positions,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                Duration.ofMillis(200))) {
            Future<Boolean> first = people.submit(() -> group.keep(taken));
            firstInside.await();
            assertThatThrownBy(() -> group.keep(givenUp)).isInstanceOf(QueryTimeoutException.class);
            assertThat(first.isDone()).isFalse();
            doors.release(100);
            assertThat(first.get()).isTrue();
            assertThat(group.keep(later)).isTrue();
        }
        assertThat(store.find(taken.id())).isPresent();
        assertThat(store.find(givenUp.id())).isEmpty();
        assertThat(logged).hasSize(2);
    }

    @Test
    void itIsDeadAfterTheEnd() throws Exception {
        assertThat(commits.isAlive()).isTrue();
        commits.close();
        assertThat(commits.isAlive()).isFalse();
    }

    @Test
    void whoComesAfterTheEndIsRefused() throws Exception {
        doors.release(100);
        commits.close();

        assertThatThrownBy(() -> commits.keep(draft())).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void aReceiptCannotBeChangedOrRemoved() throws Exception {
        Draft draft = draft();
        doors.release(100);
        assertThat(commits.keep(draft)).isTrue();

        assertThatThrownBy(() -> jdbc.update("UPDATE measure.receipt SET answer = '{}' WHERE id = ?", draft.id()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.update("DELETE FROM measure.receipt WHERE id = ?", draft.id()))
                .hasStackTraceContaining("permission denied");
    }
}
