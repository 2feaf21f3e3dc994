package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.ListingStore;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.testkit.clock.StandingClock;
import org.xinheng.testkit.code.CodeMint;
import org.xinheng.testkit.listing.CompleteChain;
import org.xinheng.testkit.listing.Door;
import org.xinheng.testkit.listing.ListingSequences;
import org.xinheng.testkit.listing.ListingStoreContract;

/** The sequences that run in memory by the hundred thousand, on the whole server: its store, its archive, its documents. */
class ListingSequencesOnPostgresTest extends ListingServer {

    private static final int SEQUENCES = 2_000;
    private static final Instant START = Instant.parse("2026-06-10T04:00:00Z");

    @Test
    void noSequenceListsAnybodyWithoutTheCompleteChain() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.err.println("listing sequences on PostgreSQL: -Dseed=" + seed);
        LongSupplier parties = parties(SEQUENCES);

        ListingSequences.Tally tally = new ListingSequences(
                        seed, inForce.policy(), new Server(), StandingClock.ZONE, parties, START)
                .run(SEQUENCES);

        assertThat(tally.faults()).as("seed " + seed).isEmpty();
        Set<Long> entries = Set.copyOf(store.entries());
        assertThat(entries).hasSizeGreaterThan(SEQUENCES / 100);
        assertThat(tally.refused()).isGreaterThan(tally.accepted());
        List<Proceeding> all = store.list(null, Long.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(all).hasSizeGreaterThan(SEQUENCES / 10);
        for (Proceeding proceeding : all) {
            ListRule list =
                    inForce.policy().instruments().list(proceeding.list()).orElseThrow();
            boolean complete = CompleteChain.fault(list.nature(), proceeding) == null;
            assertThat(entries.contains(proceeding.id())).as("" + proceeding).isEqualTo(complete);
        }
        recordsStandForEntriesOnly(entries, all);
    }

    /** What the archive holds of these organisations is what was listed, and nothing beside it. */
    private void recordsStandForEntriesOnly(Set<Long> entries, List<Proceeding> all) {
        Set<Long> listed = all.stream()
                .filter(proceeding -> entries.contains(proceeding.id()))
                .map(proceeding -> proceeding.subject().organisation())
                .collect(Collectors.toSet());
        for (Proceeding proceeding : all) {
            List<RecordVersion> records = archive.currentOf(proceeding.subject().organisation());
            if (!listed.contains(proceeding.subject().organisation())) {
                assertThat(records).isEmpty();
            }
        }
    }

    @Test
    void theStoreOnPostgresHoldsTheContract() {
        clock.set(START);
        new ListingStoreContract(store, "watch", parties(20), clock.day(), START).holds();
    }

    private LongSupplier parties(int count) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            names.put(CodeMint.uscc("91", "990102", 42_000_000L + count * 10L + i), "澜衡示例实业第" + i + "有限公司");
        }
        List<Long> ids = new ArrayList<>();
        organisations.openStubs(names, 1).values().forEach(subject -> ids.add(subject.id()));
        AtomicInteger next = new AtomicInteger();
        return () -> ids.get(next.getAndIncrement() % ids.size());
    }

    private final class Server implements Door {

        @Override
        public Outcome propose(String list, Subject subject, Act.Propose act, Officer by, Instant now, String key) {
            clock.set(now);
            return listings.propose(
                    list, organisations.find(subject.organisation()).orElseThrow(), act, by, key);
        }

        @Override
        public Outcome act(long id, int seen, Act act, Officer by, Instant now) {
            clock.set(now);
            return listings.act(id, seen, act, by);
        }

        @Override
        public ListingStore store() {
            return store;
        }
    }
}
