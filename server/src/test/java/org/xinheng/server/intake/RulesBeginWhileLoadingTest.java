package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.PublicRecords.Filter;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.InMemoryOrganisations;

/** A delivery that was judged by rules which ended before it came into force. */
@ExtendWith(FreshDatabase.class)
class RulesBeginWhileLoadingTest {

    @TempDir
    Path folder;

    @Test
    void comesIntoForceByTheRulesOfThatDay(DataSource database) throws Exception {
        var night = new AtomicReference<Runnable>(() -> {});
        try (var rig =
                new IntakeRig(database, folder, new InMemoryOrganisations(), loading -> new NextDay(loading, night))) {
            night.set(() -> rig.clock.set("2026-04-01T02:00:00Z"));
            rig.clock.set("2026-03-31T02:00:00Z");
            var file = PenaltyFile.of(1, 2).set(0, "CF_JDRQ", "2025/02/03").set(1, "CF_JDRQ", "2025/12/01");

            assertThat(rig.deliver(file).counts()).isEqualTo(new RowCounts(2, 2, 0, 0, 0, 0));

            var shown = rig.publicRecords()
                    .list(
                            new Filter(IntakeRig.PENALTY, null, null, null, null),
                            null,
                            10,
                            LocalDate.parse("2026-04-01"))
                    .records();
            assertThat(shown).singleElement().satisfies(record -> {
                assertThat(record.decidedOn()).isEqualTo("2025-12-01");
                assertThat(Objects.requireNonNull(record.window()).last()).isEqualTo("2026-11-30");
            });
        }
    }

    /** The night passes while a slice is loaded. */
    private static final class NextDay extends ForwardedLoading {

        private final AtomicReference<Runnable> night;

        NextDay(RecordLoading archive, AtomicReference<Runnable> night) {
            super(archive);
            this.night = night;
        }

        @Override
        public List<RowResult> load(Delivery delivery, List<NewVersion> rows) {
            Objects.requireNonNull(night.get()).run();
            return super.load(delivery, rows);
        }
    }
}
