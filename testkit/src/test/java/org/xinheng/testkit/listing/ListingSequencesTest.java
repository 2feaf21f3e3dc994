package org.xinheng.testkit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.ListingDesk;
import org.xinheng.core.listing.ListingStore;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.listing.Reason;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;

/** Nobody is listed without the complete chain, whatever is done in whatever order by whomever. */
class ListingSequencesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SEQUENCES = 100_000;
    private static final Instant START = Instant.parse("2026-06-10T04:00:00Z");
    private static final Policy POLICY = policy();

    private final AtomicLong organisations = new AtomicLong();

    private static Policy policy() {
        Path packs = Path.of("policy-packs");
        try {
            return switch (PackLoader.load(
                    Files.isDirectory(packs) ? packs : Path.of("..").resolve(packs), "demo-city")) {
                case PackLoading.Loaded(Policy policy) -> policy;
                case PackLoading.Faulty(var faults) -> throw new AssertionError(faults);
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Desk(ListingDesk desk, ListingStore store) implements Door {

        static Desk open() {
            ListingStore store = new InMemoryListings(ZONE);
            return new Desk(new ListingDesk(POLICY, store, ZONE), store);
        }

        @Override
        public Outcome propose(String list, Subject subject, Act.Propose act, Officer by, Instant now, String key) {
            return desk.propose(list, subject, act, by, now, key);
        }

        @Override
        public Outcome act(long id, int seen, Act act, Officer by, Instant now) {
            return desk.act(id, seen, act, by, now);
        }
    }

    @Test
    void noSequenceListsAnybodyWithoutTheCompleteChain() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.err.println("listing sequences: -Dseed=" + seed);
        Desk door = Desk.open();

        ListingSequences.Tally tally =
                new ListingSequences(seed, POLICY, door, ZONE, organisations::incrementAndGet, START).run(SEQUENCES);

        assertThat(tally.faults()).as("seed " + seed).isEmpty();
        Set<Long> entries = new HashSet<>(door.store().entries());
        LocalDate day = LocalDate.ofInstant(START, ZONE);
        for (long id = 1; door.store().find(id).isPresent(); id++) {
            boolean listed = door.store().find(id).orElseThrow().stage(day).listed();
            assertThat(!listed || entries.contains(id)).as("proceeding " + id).isTrue();
        }
        // A run in which hardly anybody gets through the door, or hardly anybody is turned away, proves nothing.
        assertThat(door.store().entries()).hasSizeGreaterThan(SEQUENCES / 50);
        assertThat(tally.refused()).isGreaterThan(tally.accepted());
        assertThat(tally.forged()).isGreaterThan(SEQUENCES / 10);
    }

    @Test
    void theStoreInMemoryHoldsTheContract() {
        new ListingStoreContract(
                        new InMemoryListings(ZONE),
                        "watch",
                        organisations::incrementAndGet,
                        LocalDate.ofInstant(START, ZONE),
                        START)
                .holds();
    }

    @Test
    void theSameActTwiceIsDoneOnceAndAnOvertakenOneIsTold() {
        Desk door = Desk.open();
        LocalDate day = LocalDate.ofInstant(START, ZONE);
        Officer officer = new Officer("officer-market", "market", Officer.Post.OFFICER);
        Officer colleague = new Officer("colleague-market", "market", Officer.Post.OFFICER);
        Act.Propose proposal = new Act.Propose(day, "list.watch.ground.below-severe", "事实", "第五条", "仅提高检查频次", "", "");
        Subject subject = new Subject(1, SubjectKind.ORGANISATION);
        Accepted first = (Accepted) door.propose("watch", subject, proposal, officer, START, "key");
        Accepted again = (Accepted) door.propose("watch", subject, proposal, officer, START, "key");
        assertThat(again.repeated()).isTrue();
        assertThat(again.proceeding()).isEqualTo(first.proceeding());
        assertThat(refusal(door.propose("watch", subject, proposal, colleague, START, "key")))
                .isEqualTo(Reason.OVERTAKEN);
        assertThat(refusal(door.propose("watch", subject, proposal, officer, START, "other")))
                .isEqualTo(Reason.GOES_ON);

        long id = first.proceeding().id();
        Act notice = new Act.Notify(day, "告1");
        assertThat(door.act(id, 1, notice, officer, START)).isInstanceOf(Accepted.class);
        Accepted twice = (Accepted) door.act(id, 1, notice, officer, START);
        assertThat(twice.repeated()).isTrue();
        assertThat(twice.proceeding().steps()).hasSize(2);
        Refused told = (Refused) door.act(id, 1, new Act.Drop(day, "终止"), colleague, START);
        assertThat(told.reason()).isEqualTo(Reason.OVERTAKEN);
        assertThat(told.facts()).containsExactly(officer.name());
        assertThat(refusal(door.act(id, 3, notice, officer, START))).isEqualTo(Reason.OVERTAKEN);
        assertThat(refusal(door.act(id, -1, notice, officer, START))).isEqualTo(Reason.OVERTAKEN);
        assertThat(refusal(door.act(99, 1, notice, officer, START))).isEqualTo(Reason.UNKNOWN);
    }

    private static Reason refusal(Outcome outcome) {
        return ((Refused) outcome).reason();
    }
}
