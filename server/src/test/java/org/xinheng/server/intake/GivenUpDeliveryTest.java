package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.InMemoryOrganisations;

/** A delivery that cannot be loaded does not keep its source waiting for ever, and leaves nothing behind. */
@ExtendWith(FreshDatabase.class)
class GivenUpDeliveryTest {

    private static int next = 6_000_000;

    @TempDir
    Path folder;

    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final CountDownLatch free = new CountDownLatch(1);
    private JdbcClient sql;
    private IntakeRig rig;
    private int base;

    private enum Fault {
        NONE,
        HALF_OF_THE_SLICES,
        AWAY_THREE_TIMES,
        HELD
    }

    @BeforeEach
    void open(DataSource database, JdbcClient client) {
        sql = client;
        base = next;
        next += 1000;
        rig = new IntakeRig(database, folder, new InMemoryOrganisations(), loading -> new Broken(loading, fault, free));
    }

    @AfterEach
    void close() {
        free.countDown();
        rig.close();
    }

    private Delivery settled(Delivery taken) throws InterruptedException {
        return rig.deliveries().await(taken.id(), Duration.ofSeconds(30));
    }

    private long count(String query, long delivery) {
        return sql.sql(query).param("id", delivery).query(Long.class).single();
    }

    @Test
    void isClosedWithASentenceAndNothingOfItIsLeft() throws Exception {
        long holders = sql.sql("SELECT count(*) FROM archive.number_holder")
                .query(Long.class)
                .single();
        fault.set(Fault.HALF_OF_THE_SLICES);

        var delivery = rig.deliver(IntakeRig.order("key-" + base), PenaltyFile.of(base, 60).stream());

        assertThat(delivery.state()).isEqualTo(Delivery.State.REJECTED);
        assertThat(delivery.counts()).isEqualTo(new RowCounts(0, 0, 0, 0, 0, 0));
        assertThat(delivery.findings()).singleElement().satisfies(why -> {
            assertThat(why.code()).isEqualTo(FileFault.NOT_LOADED.code());
            assertThat(why.facts()).isEqualTo(Map.of("rows", "60", "attempts", "2"));
        });
        assertThat(count("SELECT count(*) FROM archive.version WHERE delivery_id = :id", delivery.id()))
                .isZero();
        assertThat(count("SELECT count(*) FROM intake.loaded_part WHERE delivery_id = :id", delivery.id()))
                .isZero();
        assertThat(sql.sql("SELECT count(*) FROM archive.number_holder")
                        .query(Long.class)
                        .single())
                .isEqualTo(holders);
        rig.requireNothingStaged();
        assertThat(Objects.requireNonNull(rig.health("givenUpDeliveriesHealth").health())
                        .getDetails())
                .containsEntry("givenUpInSevenDays", givenUp());
    }

    private int givenUp() {
        return sql.sql("SELECT count(*) FROM intake.failure")
                .query(Integer.class)
                .single();
    }

    @Test
    void sameFileUnderTheSameKeyIsTakenAgain() throws Exception {
        fault.set(Fault.HALF_OF_THE_SLICES);
        var order = IntakeRig.order("key-" + base);
        rig.deliver(order, PenaltyFile.of(base, 60).stream());
        fault.set(Fault.NONE);

        assertThat(rig.deliver(order, PenaltyFile.of(base, 60).stream()).counts())
                .isEqualTo(new RowCounts(60, 60, 0, 0, 0, 0));
    }

    @Test
    void whatWasDeliveredBehindItComesIntoForce() throws Exception {
        fault.set(Fault.HALF_OF_THE_SLICES);
        var poison = rig.deliveries().receive(IntakeRig.order(), PenaltyFile.of(base, 60).stream());
        var behind = rig.deliveries().receive(IntakeRig.order(), PenaltyFile.of(base + 100, 1).stream());

        assertThat(settled(behind).counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(settled(poison).state()).isEqualTo(Delivery.State.REJECTED);
    }

    /** It lies and waits while the one before it is being loaded: nobody reads it until it is damaged. */
    @Test
    void damagedStagingIsGivenUpToo() throws Exception {
        fault.set(Fault.HELD);
        var first = rig.deliveries().receive(IntakeRig.order(), PenaltyFile.of(base, 1).stream());
        var taken = rig.deliveries().receive(IntakeRig.order(), PenaltyFile.of(base + 100, 60).stream());
        damage(folder.resolve("staging").resolve(Long.toString(taken.id())));
        fault.set(Fault.NONE);
        free.countDown();

        assertThat(settled(first).counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(settled(taken).findings())
                .singleElement()
                .satisfies(why -> assertThat(why.code()).isEqualTo(FileFault.NOT_LOADED.code()));
    }

    /** Every file of it: whichever is read next does not open. */
    private static void damage(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.seek(Math.max(0, bytes.length() - 20));
                    bytes.write(new byte[20]);
                }
            }
        }
    }

    @Test
    void databaseThatIsAwayForAWhileIsWaitedFor() throws Exception {
        fault.set(Fault.AWAY_THREE_TIMES);

        assertThat(rig.deliver(PenaltyFile.of(base, 3)).counts()).isEqualTo(new RowCounts(3, 3, 0, 0, 0, 0));
    }

    /** An archive that cannot take what a test says. */
    private static final class Broken extends ForwardedLoading {

        private final AtomicReference<Fault> fault;
        /** Id of the delivery that is poisoned, or how often it was asked. */
        private final AtomicLong calls = new AtomicLong();
        /** For what is held. */
        private final CountDownLatch free;

        Broken(RecordLoading archive, AtomicReference<Fault> fault, CountDownLatch free) {
            super(archive);
            this.fault = fault;
            this.free = free;
        }

        @Override
        public List<RowResult> load(Delivery delivery, List<NewVersion> rows) {
            switch (Objects.requireNonNull(fault.get())) {
                case NONE -> {}
                case HALF_OF_THE_SLICES -> {
                    boolean ours = calls.compareAndSet(0, delivery.id()) || calls.get() == delivery.id();
                    if (ours && partitionOf(rows.getFirst().organisationId()) % 2 == 1) {
                        throw new IllegalStateException("poison");
                    }
                }
                case AWAY_THREE_TIMES -> {
                    if (calls.incrementAndGet() <= 3) {
                        throw new QueryTimeoutException("away for a while");
                    }
                }
                case HELD -> hold();
            }
            return super.load(delivery, rows);
        }

        private void hold() {
            try {
                if (!free.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("held for ever");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
