package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.ListingStore;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.testkit.clock.StandingClock;
import org.xinheng.testkit.code.CodeMint;
import org.xinheng.testkit.listing.CompleteChain;
import org.xinheng.testkit.listing.Door;
import org.xinheng.testkit.listing.ListingSequences;
import org.xinheng.testkit.listing.ListingStoreContract;

/**
 * The sequences that run in memory by the hundred thousand, on the whole server: its store, its archive, its documents; with every other
 * entry and post in between, and two officers at once. Replay with {@code -Dseed=}; {@code -Dxinheng.long=true} runs 2,000.
 */
class ListingSequencesOnPostgresTest extends ListingServer {

    private static final int SEQUENCES = Boolean.getBoolean("xinheng.long") ? 2_000 : 250;
    private static final Instant START = Instant.parse("2026-06-10T04:00:00Z");

    private final List<Long> used = new ArrayList<>();

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private CaseStore cases;

    @Test
    void noSequenceListsAnybodyWithoutTheCompleteChain() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.err.println("listing sequences on PostgreSQL: -Dseed=" + seed);
        LongSupplier parties = parties(SEQUENCES);

        var door = new Server(seed);
        ListingSequences.Tally tally;
        var others = new OtherDoors(this, deliveries, desk, cases, seed);
        try (others;
                door) {
            tally = new ListingSequences(seed, inForce.policy(), door, StandingClock.ZONE, parties, START)
                    .meanwhile(others)
                    .run(SEQUENCES);
        }

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
        int shown = everyShownListingHasItsDoor(entries, others);
        assertThat(door.faults).as("seed " + seed).isEmpty();
        assertThat(others.faults).as("seed " + seed).isEmpty();
        System.err.println("listing sequences on PostgreSQL: " + SEQUENCES + " sequences, " + all.size()
                + " proceedings, "
                + tally.accepted() + " acts accepted, " + tally.refused() + " refused, " + tally.forged()
                + " past the guard, " + door.contested + " contested by two at once, other doors " + others.tally + "; "
                + entries.size() + " entries, " + shown + " listings shown, 0 without the complete chain, -Dseed="
                + seed);
        assertThat(others.tally.keySet())
                .contains("delivered", "case opened", "step taken", "step refused", "two at once");
        assertThat(door.contested).isGreaterThan(SEQUENCES / 10);
    }

    /** What the public is shown as a listing is the record of an entry, or came whole from whoever decided elsewhere. */
    private int everyShownListingHasItsDoor(Set<Long> entries, OtherDoors others) {
        Map<Long, Set<Long>> ofEntries = new HashMap<>();
        sql.sql("SELECT organisation_id, record_id FROM listing.entry WHERE record_id IS NOT NULL")
                .query((row, _) -> ofEntries
                        .computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                        .add(row.getLong(2)))
                .list();
        assertThat(entries.size()).isGreaterThanOrEqualTo(ofEntries.size());
        int shown = 0;
        for (long party : used) {
            Organisation organisation = organisations.find(party).orElseThrow();
            others.judge(organisation);
            for (RecordVersion record : others.shownListings(organisation)) {
                shown++;
                String number = record.values().getOrDefault("YZ_WSH", "");
                boolean here = ofEntries.getOrDefault(party, Set.of()).contains(record.recordId());
                assertThat(here || others.delivered.getOrDefault(number, false))
                        .as(record.toString())
                        .isTrue();
            }
        }
        assertThat(shown).isPositive();
        return shown;
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
        return () -> {
            long id = ids.get(next.getAndIncrement() % ids.size());
            used.add(id);
            return id;
        };
    }

    /** Now and then a colleague acts in the same moment: one of the two wins, and the other is told. */
    private final class Server implements Door, AutoCloseable {

        private final Random random;
        private final ExecutorService two = Executors.newFixedThreadPool(2);
        private final List<String> faults = new ArrayList<>();
        private int contested;

        Server(long seed) {
            random = new Random(seed + 1);
        }

        @Override
        public void close() {
            two.shutdownNow();
        }

        @Override
        public Outcome propose(String list, Subject subject, Act.Propose act, Officer by, Instant now, String key) {
            clock.set(now);
            return listings.propose(
                    list, organisations.find(subject.organisation()).orElseThrow(), act, by, key);
        }

        @Override
        public Outcome act(long id, int seen, Act act, Officer by, Instant now) {
            clock.set(now);
            return random.nextInt(12) > 0 ? listings.act(id, seen, act, by) : contested(id, seen, act, by);
        }

        private Outcome contested(long id, int seen, Act act, Officer by) {
            contested++;
            int before = store.find(id).orElseThrow().steps().size();
            Officer colleague = new Officer("colleague-" + by.authority(), by.authority(), Officer.Post.OFFICER);
            Act rival = new Act.Drop(clock.day(), "不再继续");
            Future<Outcome> mine = two.submit(() -> listings.act(id, seen, act, by));
            Future<Outcome> theirs = two.submit(() -> listings.act(id, seen, rival, colleague));
            Outcome first = answer(mine);
            Outcome second = answer(theirs);
            int after = store.find(id).orElseThrow().steps().size();
            int fresh = fresh(first) + fresh(second);
            if (fresh > 1 || after - before != fresh) {
                faults.add("proceeding " + id + ": " + first + " and " + second + ", " + (after - before) + " steps");
            }
            return first;
        }

        private static int fresh(Outcome outcome) {
            return outcome instanceof Outcome.Accepted accepted && !accepted.repeated() ? 1 : 0;
        }

        private static Outcome answer(Future<Outcome> acting) {
            try {
                return acting.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException refused) {
                    throw refused;
                }
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ListingStore store() {
            return store;
        }
    }
}
