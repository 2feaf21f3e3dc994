package org.xinheng.testkit.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.core.listing.ListingStore.IncompleteChain;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Remit;
import org.xinheng.core.policy.SubjectKind;

/**
 * Random sequences of acts over all lists, posts and bodies of a pack: some that a decent body would take, many that none
 * would, some past the guard straight into the store, some twice, some with the clock set back. One seed, one run.
 */
public final class ListingSequences {

    private static final int ACTS = 14;

    private final Random random;
    private final Policy policy;
    private final Door door;
    private final ZoneId zone;
    private final LongSupplier organisations;
    private final List<String> lists;
    private final Tally tally = new Tally();
    private Meanwhile others = (_, _) -> {};
    private Instant now;
    private long number;

    /** What others do to the same organisation between two acts, by other doors and in other posts. */
    @FunctionalInterface
    public interface Meanwhile {
        void happens(Subject subject, Instant now);
    }

    /** What came of a run. */
    public static final class Tally {
        private long accepted;
        private long refused;
        private long forged;
        private final List<String> faults = new ArrayList<>();

        public long accepted() {
            return accepted;
        }

        public long refused() {
            return refused;
        }

        /** Steps that were tried past the guard. */
        public long forged() {
            return forged;
        }

        public List<String> faults() {
            return List.copyOf(faults);
        }
    }

    /**
     * @param organisations gives one for each sequence
     * @param start instant at which the first sequence begins
     */
    public ListingSequences(
            long seed, Policy policy, Door door, ZoneId zone, LongSupplier organisations, Instant start) {
        this.random = new Random(seed);
        this.policy = policy;
        this.door = door;
        this.zone = zone;
        this.organisations = organisations;
        this.lists = List.copyOf(policy.instruments().lists().keySet());
        this.now = start;
    }

    /** @return this, with others who act between two acts */
    public ListingSequences meanwhile(Meanwhile doors) {
        others = doors;
        return this;
    }

    /** Runs so many sequences, and judges every one of them at its end. */
    public Tally run(int sequences) {
        for (int i = 0; i < sequences; i++) {
            sequence();
        }
        return tally;
    }

    private void sequence() {
        Instant began = now;
        String list = lists.get(random.nextInt(lists.size()));
        Remit remit = policy.instruments().remits().stream()
                .filter(one -> one.list().equals(list))
                .findFirst()
                .orElse(null);
        String body = remit == null || random.nextInt(10) == 0
                ? anyBody()
                : remit.authorities().getFirst();
        SubjectKind kind = random.nextInt(12) == 0 ? SubjectKind.INDIVIDUAL_BUSINESS : SubjectKind.ORGANISATION;
        Subject subject = new Subject(organisations.getAsLong(), kind);
        number++;
        Proceeding proceeding = null;
        for (int act = 0; act < ACTS && proceeding == null; act++) {
            proceeding = propose(list, subject, body);
        }
        others.happens(subject, now);
        for (int act = 0; proceeding != null && act < ACTS; act++) {
            step(proceeding);
            others.happens(subject, now);
            proceeding = door.store().find(proceeding.id()).orElseThrow();
        }
        if (proceeding != null) {
            judge(proceeding);
        }
        // Whatever years a sequence took, the next one begins soon after it began.
        now = began.plusSeconds(1);
    }

    private String anyBody() {
        return policy.authorities()
                .get(random.nextInt(policy.authorities().size()))
                .id();
    }

    private @Nullable Proceeding propose(String list, Subject subject, String body) {
        ListRule rule = policy.instruments().list(list).orElseThrow();
        String ground =
                rule.grounds().get(random.nextInt(rule.grounds().size())).rule().id();
        List<String> kinds = rule.scope().kinds();
        String kind = kinds.isEmpty() ? "" : kinds.get(random.nextInt(kinds.size()));
        Act.Propose act = new Act.Propose(
                somewhen(), ground, seldomBlank("经查实的事实"), seldomBlank("第五条"), seldomBlank("有关措施"), "", kind);
        Officer by = random.nextInt(5) == 0 ? anybody(body, subject) : officer(body);
        return count(door.propose(list, subject, act, by, now, "k" + number + "-" + random.nextInt(3)));
    }

    private void step(Proceeding proceeding) {
        now = random.nextInt(20) == 0
                ? now.minus(Duration.ofDays(random.nextInt(3)))
                : now.plus(Duration.ofHours(random.nextInt(24 * (random.nextInt(6) == 0 ? 400 : 9))));
        boolean decent = random.nextBoolean();
        Act act = decent ? usual(proceeding) : anything(proceeding);
        boolean head = act instanceof Act.Decide || act instanceof Act.DecideRemoval || act instanceof Act.Revoke;
        boolean own = act instanceof Act.Consent || act instanceof Act.Answer answer && answer.last();
        Officer by = random.nextInt(4) == 0
                ? anybody(proceeding.authority(), proceeding.subject())
                : head
                        ? head(proceeding.authority())
                        : own ? party(proceeding.subject()) : officer(proceeding.authority());
        int seen = proceeding.steps().size() - (random.nextInt(15) == 0 ? 1 : 0);
        if (random.nextInt(8) == 0) {
            forge(proceeding, act, by);
        } else {
            take(proceeding, seen, act, by);
            if (random.nextInt(10) == 0) {
                take(proceeding, seen, act, by);
            }
        }
    }

    /** What was forged before may let a service through the guard that the store refuses, or of which no document can be made. */
    private void take(Proceeding proceeding, int seen, Act act, Officer by) {
        try {
            count(door.act(proceeding.id(), seen, act, by, now));
        } catch (IncompleteChain | IllegalArgumentException refused) {
            tally.refused++;
        }
    }

    /** Straight into the store, as somebody would who can call it. */
    private void forge(Proceeding proceeding, Act act, Officer by) {
        tally.forged++;
        LocalDate answerBy = act instanceof Act.Notify ? act.on().plusDays(7) : null;
        Step step = new Step(proceeding.steps().size() + 1, act, by, now, answerBy);
        try {
            door.store().append(proceeding, step, nature(proceeding));
        } catch (RuntimeException refused) {
            tally.refused++;
        }
    }

    private @Nullable Proceeding count(Outcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> {
                tally.accepted++;
                yield accepted.proceeding();
            }
            case Refused _ -> {
                tally.refused++;
                yield null;
            }
        };
    }

    /** Listed means: in the store's entries, with a chain in which nothing is missing. */
    private void judge(Proceeding proceeding) {
        boolean served = proceeding.steps().stream().anyMatch(step -> step.act() instanceof Act.Serve);
        if (served) {
            String fault = CompleteChain.fault(nature(proceeding), proceeding);
            if (fault != null) {
                tally.faults.add("proceeding " + proceeding.id() + ": " + fault);
            }
        }
    }

    private ListRule.Nature nature(Proceeding proceeding) {
        return policy.instruments().list(proceeding.list()).orElseThrow().nature();
    }

    private Act usual(Proceeding proceeding) {
        LocalDate today = today();
        return switch (proceeding.stage(today)) {
            case PROPOSED ->
                nature(proceeding) == ListRule.Nature.HONOUR
                        ? proceeding.last(Act.Kind.CONSENT).isPresent() ? decision(today) : new Act.Consent(today, true)
                        : new Act.Notify(today, "告" + number);
            case NOTIFIED ->
                switch (random.nextInt(6)) {
                    case 0, 1 -> answer(today);
                    case 2 -> new Act.CallHearing(today, "听" + number, today.plusDays(10), "上午 9:30", "听证室");
                    case 3 ->
                        new Act.Hear(
                                proceeding
                                        .last(Act.Kind.CALL_HEARING)
                                        .map(step -> ((Act.CallHearing) step.act()).heldOn())
                                        .orElse(today),
                                "听证笔录");
                    default -> decision(today);
                };
            case DECIDED -> new Act.Serve(today);
            case LISTED -> new Act.AskRemoval(today, List.of(0, 1, 2), "缴款凭证");
            case REMOVAL_ASKED -> new Act.DecideRemoval(today, "移" + number, random.nextBoolean(), "经核查");
            case EXPIRED, DECLINED, DROPPED, REMOVED, REVOKED ->
                new Act.Revoke(today, "撤" + number, today, "原处罚决定已被依法撤销");
        };
    }

    private Act anything(Proceeding proceeding) {
        LocalDate on = somewhen();
        return switch (random.nextInt(12)) {
            case 0 -> new Act.Notify(on, seldomBlank("告" + number));
            case 1 -> new Act.Consent(on, random.nextBoolean());
            case 2 -> answer(on);
            case 3 -> new Act.Hear(on, seldomBlank("听证笔录"));
            case 11 ->
                new Act.CallHearing(
                        on,
                        seldomBlank("听" + number),
                        on.plusDays(random.nextInt(20)),
                        seldomBlank("9:30"),
                        seldomBlank("听证室"));
            case 4, 5 -> decision(on);
            case 6, 7 -> new Act.Serve(on);
            case 8 -> new Act.AskRemoval(on, random.nextBoolean() ? List.of() : List.of(0, 1, 2), "缴款凭证");
            case 9 -> new Act.DecideRemoval(on, seldomBlank("移" + number), random.nextBoolean(), seldomBlank("经核查"));
            default ->
                random.nextBoolean()
                        ? new Act.Revoke(on, seldomBlank("撤" + number), on, seldomBlank("原处罚决定已被依法撤销"))
                        : new Act.Drop(on, seldomBlank("不再继续"));
        };
    }

    private Act.Decide decision(LocalDate on) {
        LocalDate until = random.nextInt(10) == 0 ? null : on.plusDays(random.nextInt(900));
        return new Act.Decide(
                on,
                seldomBlank("澜列〔" + on.getYear() + "〕" + number + "号"),
                random.nextInt(8) == 0 ? Verdict.DECLINE : Verdict.LIST,
                until,
                seldomBlank("陈述申辩理由不成立"));
    }

    private Act.Answer answer(LocalDate on) {
        return new Act.Answer(on, Form.values()[random.nextInt(3)], seldomBlank("对事实有异议"), random.nextInt(3) == 0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private LocalDate somewhen() {
        return random.nextInt(3) > 0 ? today() : today().plusDays(random.nextInt(21) - 14L);
    }

    private String seldomBlank(String text) {
        return random.nextInt(40) == 0 ? " " : text;
    }

    private static Officer officer(String body) {
        return new Officer("officer-" + body, body, Post.OFFICER);
    }

    private static Officer head(String body) {
        return new Officer("head-" + body, body, Post.HEAD);
    }

    /** The proposer in the head's chair, the credit office, another body's people, the organisation itself. */
    private Officer anybody(String body, Subject subject) {
        return switch (random.nextInt(8)) {
            case 0 -> new Officer("officer-" + body, body, Post.HEAD);
            case 1 -> new Officer("office", "", Post.CREDIT_OFFICE);
            case 2 -> new Officer("office", "", Post.HEAD);
            case 3 -> head(anyBody());
            case 4 -> officer(anyBody());
            case 5 -> head(body);
            case 6 -> officer(body);
            default -> party(subject);
        };
    }

    private static Officer party(Subject subject) {
        return new Officer("subject", Long.toString(subject.organisation()), Post.SUBJECT);
    }
}
