package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.QueryTimeoutException;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.InMemoryOrganisations;

/** In which order deliveries come into force when one of them meets a fault. */
@ExtendWith(FreshDatabase.class)
class DeliveryOrderTest {

    @TempDir
    Path folder;

    @Test
    void aCorrectionDoesNotOvertakeTheDeliveryThatItCorrects(DataSource database) throws Exception {
        try (var rig = new IntakeRig(database, folder, new InMemoryOrganisations(), FailsOnce::new)) {
            var wrong =
                    rig.deliveries().receive(IntakeRig.order(), PenaltyFile.of(1, 3).set(0, "BZ", "wrong").stream());
            var mended =
                    rig.deliveries().receive(IntakeRig.order(), PenaltyFile.of(1, 3).set(0, "BZ", "mended").stream());

            var second = rig.deliveries().await(mended.id(), Duration.ofSeconds(30));
            var first = rig.deliveries().await(wrong.id(), Duration.ZERO);

            assertThat(first.state()).isEqualTo(Delivery.State.CLOSED);
            assertThat(first.position()).isLessThan(second.position());
            assertThat(first.counts()).isEqualTo(new RowCounts(3, 3, 0, 0, 0, 0));
            assertThat(second.counts()).isEqualTo(new RowCounts(3, 1, 2, 0, 0, 0));
        }
    }

    /** An archive that is away for a moment, as a restarting database is. */
    private static final class FailsOnce extends ForwardedLoading {

        private final AtomicBoolean failed = new AtomicBoolean();

        FailsOnce(RecordLoading archive) {
            super(archive);
        }

        @Override
        public List<RowResult> load(Delivery delivery, List<NewVersion> rows) {
            if (failed.compareAndSet(false, true)) {
                throw new QueryTimeoutException("away for a moment");
            }
            return super.load(delivery, rows);
        }
    }
}
