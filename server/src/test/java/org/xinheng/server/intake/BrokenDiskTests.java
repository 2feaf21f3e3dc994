package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.RecordLoading;

/** A disk that takes no more, and one delivery that comes twice at once. */
class BrokenDiskTests extends RiggedIntake {

    private static final Path FULL = Path.of("/dev/full");

    /** Linux gives a device on which every write fails for want of room. */
    @Test
    void saysThatTheDiskIsFullAndLeavesNothing() throws Exception {
        assumeTrue(Files.exists(FULL), "SKIPPED: there is no " + FULL);
        long deliveries = deliveries();
        long id = rig.get(RecordLoading.class).nextActId();
        for (int i = 1; i <= 3; i++) {
            var home = Files.createDirectories(folder.resolve("staging").resolve(Long.toString(id + i)));
            Files.createSymbolicLink(home.resolve("rows.unfinished"), FULL);
        }
        var fault = catchThrowableOfType(
                StagingFailed.class,
                () -> rig.deliveries().receive(IntakeRig.order(), PenaltyFile.of(base, 4000).stream()));

        assertThat(fault.reason()).isEqualTo(StagingFailed.Reason.DISK_FULL);
        assertThat(deliveries()).isEqualTo(deliveries);
        assertThat(folder.resolve("staging").resolve(Long.toString(id + 1))).doesNotExist();
    }

    @Test
    void takesTheFileWhenThereIsRoomAgain() throws Exception {
        saysThatTheDiskIsFullAndLeavesNothing();
        try (var left = Files.list(folder.resolve("staging"))) {
            for (var home : left.toList()) {
                Files.deleteIfExists(home.resolve("rows.unfinished"));
            }
        }

        assertThat(rig.deliver(PenaltyFile.of(base, 4000)).counts().accepted()).isEqualTo(4000);
    }

    @Test
    void isOneDeliveryWhenItComesTwiceAtOnceUnderOneKey() throws Exception {
        var file = PenaltyFile.of(base, 300);
        var order = IntakeRig.order("twice-" + base);
        var start = new CyclicBarrier(4);
        var ids = new HashSet<Long>();
        try (var senders = Executors.newFixedThreadPool(4)) {
            var sent = new ArrayList<java.util.concurrent.Future<Delivery>>();
            for (int i = 0; i < 4; i++) {
                sent.add(senders.submit(() -> {
                    start.await();
                    return rig.deliver(order, file.stream());
                }));
            }
            for (var delivery : sent) {
                ids.add(delivery.get().id());
                assertThat(delivery.get().counts()).isEqualTo(new RowCounts(300, 300, 0, 0, 0, 0));
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(sql.sql("SELECT count(*) FROM intake.delivery WHERE idempotency_key = :key")
                        .param("key", "twice-" + base)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        rig.requireNothingStaged();
    }

    @Test
    void countsEveryRowOnceWhenItComesTwiceAtOnceWithoutKey() throws Exception {
        var file = PenaltyFile.of(base, 300);
        int accepted = 0;
        int unchanged = 0;
        try (var senders = Executors.newFixedThreadPool(3)) {
            var sent = new ArrayList<java.util.concurrent.Future<Delivery>>();
            for (int i = 0; i < 3; i++) {
                sent.add(senders.submit(() -> rig.deliver(file)));
            }
            for (var delivery : sent) {
                accepted += delivery.get().counts().accepted();
                unchanged += delivery.get().counts().unchanged();
            }
        }
        assertThat(accepted).isEqualTo(300);
        assertThat(unchanged).isEqualTo(600);
        rig.requireNothingStaged();
    }

    private long deliveries() {
        return sql.sql("SELECT count(*) FROM intake.delivery").query(Long.class).single();
    }
}
