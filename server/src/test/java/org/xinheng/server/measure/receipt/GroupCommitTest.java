package org.xinheng.server.measure.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.measure.receipt.GroupCommit.Ledger;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.seal.SigningKey;

/** Many receipts, one commit: all or none, and nobody pays for another's fault. */
@ExtendWith(FreshDatabase.class)
class GroupCommitTest {

    private static final Positions NOW = new Positions(7, 3);
    private static final Actor ACTOR = new Actor("approval", Actor.Kind.CLIENT, null, Set.of(Permission.CHECK));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @TempDir
    static Path keys;

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger commitsMade = new AtomicInteger();
    private final Semaphore doors = new Semaphore(0);
    private final CountDownLatch firstInside = new CountDownLatch(1);
    private final JdbcTemplate jdbc;
    private final ReceiptStore store;
    private GroupCommit commits;

    GroupCommitTest(DataSource database) {
        jdbc = new JdbcTemplate(database);
        store = new ReceiptStore(database, SigningKey.read(keys, "receipts"), PATIENCE);
    }

    @BeforeAll
    static void stand(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        jdbc.update(
                "INSERT INTO archive.act (position, id, kind, type, actor, activated_at) VALUES (?, 1, 0, 0, 'x', ?)",
                NOW.archive(),
                Timestamp.from(Instant.EPOCH));
        jdbc.update(
                "INSERT INTO organisation.position (number, recorded_at) VALUES (?, ?)",
                NOW.register(),
                Timestamp.from(Instant.EPOCH));
    }

    @BeforeEach
    void open() {
        commits = new GroupCommit(this::keepBehindTheDoor);
    }

    @AfterEach
    void close() throws InterruptedException {
        commits.close();
        people.shutdown();
    }

    /** Each commit waits until the test lets it go on. */
    private Map<Long, String> keepBehindTheDoor(List<Draft> drafts) {
        commitsMade.incrementAndGet();
        firstInside.countDown();
        doors.acquireUninterruptibly();
        return store.keep(drafts);
    }

    private long logged(Draft... drafts) {
        return Arrays.stream(drafts).filter(draft -> reads(draft) == 1).count();
    }

    private int reads(Draft draft) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT count(*) FROM access.read_log WHERE what = 'check' AND purpose = ? AND organisation_id = 17"
                        + " AND actor = 'approval' AND read_at = ?",
                Integer.class,
                draft.purpose(),
                Timestamp.from(draft.askedAt())));
    }

    private static Draft draft(Positions at, String answer) {
        int number = NUMBER.incrementAndGet();
        return new Draft(
                number,
                Instant.parse("2026-05-06T01:00:00Z"),
                ACTOR,
                "tendering",
                "审查 " + number,
                CheckOutcome.CLEAR,
                17L,
                at,
                answer.getBytes(StandardCharsets.UTF_8));
    }

    private static Draft draft() {
        return draft(NOW, "{\"甲\":\"\\\"乙\"}");
    }

    private Future<Boolean> keep(Draft draft) {
        return people.submit(() -> commits.keep(draft).isPresent());
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

        assertThat(commitsMade).hasValue(2);
        assertThat(logged(drafts.toArray(Draft[]::new))).isEqualTo(30);
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
        assertThat(drafts.stream().map(this::reads)).containsExactly(1, 0, 0, 1, 0);
    }

    @Test
    void theProofThatWasGivenOutIsWorkedOutAgainFromTheBatch() {
        List<Draft> drafts = List.of(
                draft(new Positions(6, 3), "{\"a\":1}"), draft(), draft(NOW, "{\"b\":2}"), draft(NOW, "{\"c\":3}"));

        Map<Long, String> proofs = store.keep(drafts);

        assertThat(proofs).hasSize(3);
        assertThat(store.find(drafts.getFirst().id())).isEmpty();
        var verifier = ReceiptVerifier.with(
                Base64.getDecoder().decode(SigningKey.read(keys, "receipts").publicKey()));
        for (Draft draft : drafts.subList(1, 4)) {
            String proof =
                    Objects.requireNonNull(store.find(draft.id()).orElseThrow().proof());
            assertThat(proof).isEqualTo(proofs.get(draft.id()));
            assertThat(verifier.verify(draft.answer(), proof)).isEqualTo(Verdict.GENUINE);
        }
    }

    @Test
    void whatComesAgainAfterItsBatchWentOnIsKeptInAnother() {
        Draft overtaken = draft(new Positions(6, 3), "{}");
        Draft kept = draft();
        assertThat(store.keep(List.of(overtaken, kept))).containsOnlyKeys(kept.id());
        Draft again = new Draft(
                overtaken.id(),
                overtaken.askedAt(),
                ACTOR,
                "tendering",
                "审查",
                CheckOutcome.CLEAR,
                17L,
                NOW,
                new byte[] {'1'});

        assertThat(store.keep(List.of(again))).containsOnlyKeys(again.id());
        assertThat(store.keep(List.of(draft(new Positions(6, 3), "{}")))).isEmpty();
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
    void aLogThatCannotBeWrittenLeavesNoReceipt() throws Exception {
        Draft draft = draft();
        try (var fresh = TestDatabase.fresh()) {
            JdbcClient.create(fresh.owner())
                    .sql("ALTER TABLE access.read_log ADD CHECK (what <> 'check')")
                    .update();
            var silent = new ReceiptStore(fresh.app(), SigningKey.read(keys, "receipts"), PATIENCE);
            Draft atTheStart = new Draft(
                    draft.id(),
                    draft.askedAt(),
                    ACTOR,
                    draft.matter(),
                    draft.purpose(),
                    draft.outcome(),
                    17L,
                    new Positions(0, 0),
                    draft.answer());

            assertThatThrownBy(() -> silent.keep(List.of(atTheStart))).isInstanceOf(DataAccessException.class);

            assertThat(silent.find(draft.id())).isEmpty();
        }
    }

    @Test
    void anErrorFailsItsBatchAndTheNextIsKept() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Ledger broken = drafts -> {
            if (looks.getAndIncrement() == 0) {
                throw new StackOverflowError("planted");
            }
            return store.keep(drafts);
        };
        Draft draft = draft();
        try (var group = new GroupCommit(broken)) {
            assertThatThrownBy(() -> group.keep(draft()))
                    .isInstanceOf(DataAccessResourceFailureException.class)
                    .hasCauseInstanceOf(StackOverflowError.class);
            assertThat(group.keep(draft)).isPresent();
            assertThat(group.isAlive()).isTrue();
        }
        assertThat(store.find(draft.id())).isPresent();
    }

    @Test
    void whoGaveUpWaitingLeavesNoReceiptAndWhoseTransactionRunsHearsItsEnd() throws Exception {
        Draft taken = draft();
        Draft givenUp = draft();
        Draft later = draft();
        try (var group = new GroupCommit(this::keepBehindTheDoor, Duration.ofMillis(200))) {
            Future<Boolean> first = people.submit(() -> group.keep(taken).isPresent());
            firstInside.await();
            assertThatThrownBy(() -> group.keep(givenUp)).isInstanceOf(QueryTimeoutException.class);
            assertThat(first.isDone()).isFalse();
            doors.release(100);
            assertThat(first.get()).isTrue();
            assertThat(group.keep(later)).isPresent();
        }
        assertThat(store.find(taken.id())).isPresent();
        assertThat(store.find(givenUp.id())).isEmpty();
        assertThat(logged(taken, givenUp, later)).isEqualTo(2);
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
        assertThat(commits.keep(draft)).isPresent();

        assertThatThrownBy(() -> jdbc.update("UPDATE measure.receipt SET answer = '{}' WHERE id = ?", draft.id()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.update("DELETE FROM measure.receipt WHERE id = ?", draft.id()))
                .hasStackTraceContaining("permission denied");
    }
}
