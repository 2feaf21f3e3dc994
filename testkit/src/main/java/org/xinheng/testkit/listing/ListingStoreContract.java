package org.xinheng.testkit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.core.listing.ListingStore;
import org.xinheng.core.listing.ListingStore.IncompleteChain;
import org.xinheng.core.listing.ListingStore.Opened;
import org.xinheng.core.listing.ListingStore.Opening;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule.Nature;
import org.xinheng.core.policy.SubjectKind;

/** What holds of every store of proceedings. Knows no test framework: a clause that does not hold throws. */
public final class ListingStoreContract {

    private static final Officer OFFICER = new Officer("officer-market", "market", Post.OFFICER);
    private static final Officer SUBJECT = new Officer("party", "7", Post.SUBJECT);
    private static final Officer HEAD = new Officer("head-market", "market", Post.HEAD);

    private final ListingStore store;
    private final String list;
    private final LongSupplier organisations;
    private final LocalDate day;
    private final Instant at;
    private int key;

    /**
     * @param list id of a list without record, so that a store with an archive needs nothing beside it
     * @param at an instant of the day
     */
    public ListingStoreContract(
            ListingStore store, String list, LongSupplier organisations, LocalDate day, Instant at) {
        this.store = store;
        this.list = list;
        this.organisations = organisations;
        this.day = day;
        this.at = at;
    }

    public void holds() {
        theSameFormOpensOnce();
        oneProceedingAtATime();
        ofTwoAtOnceOneIsFaster();
        stepsComeBackAsTheyWereTaken();
        noStepIsSkipped();
        noEntryWithoutItsChain();
        theChainMakesTheEntry();
    }

    private void theSameFormOpensOnce() {
        Subject subject = subject();
        String sent = nextKey();
        Proceeding first = opened(subject, sent);
        require(
                open(subject, sent) instanceof Opened.Before before
                        && before.proceeding().equals(first),
                "the same form leads to the same proceeding");
    }

    private void oneProceedingAtATime() {
        Subject subject = subject();
        Proceeding first = opened(subject, nextKey());
        require(
                open(subject, nextKey()) instanceof Opened.GoesOn on && on.id() == first.id(),
                "a second proceeding waits for the end of the first");
        append(first, step(2, new Act.Drop(day, "终止"), OFFICER, null));
        require(open(subject, nextKey()) instanceof Opened.New, "after the end another may begin");
    }

    private void ofTwoAtOnceOneIsFaster() {
        Proceeding seen = opened(subject(), nextKey());
        require(append(seen, step(2, new Act.Notify(day, "告1"), OFFICER, day.plusDays(7))), "the faster one");
        require(!append(seen, step(2, new Act.Drop(day, "终止"), OFFICER, null)), "the slower one is told");
        require(found(seen).steps().size() == 2, "nothing of the slower one stands");
    }

    private void stepsComeBackAsTheyWereTaken() {
        Proceeding proceeding = opened(subject(), nextKey());
        List<Step> taken = List.of(
                step(2, new Act.Notify(day, "告1"), OFFICER, day.plusDays(7)),
                step(3, new Act.Answer(day, Act.Answer.Form.HEARING_REQUEST, "请求听证", false), OFFICER, null),
                step(4, new Act.CallHearing(day, "听1", day.plusDays(9), "9:30", "听证室"), OFFICER, null),
                step(5, new Act.Hear(day.plusDays(9), "笔录"), OFFICER, null),
                step(6, new Act.Answer(day, Act.Answer.Form.DEFENCE, "申辩", true), SUBJECT, null),
                step(7, new Act.Decide(day, "定1", Verdict.LIST, day.plusDays(30), "理由"), HEAD, null),
                step(8, new Act.Serve(day), OFFICER, null),
                step(9, new Act.AskRemoval(day, List.of(0, 2), "证明"), OFFICER, null),
                step(10, new Act.DecideRemoval(day, "移1", false, "未履行"), HEAD, null),
                step(11, new Act.Revoke(day, "撤1", day, "处罚撤销"), HEAD, null));
        Proceeding before = proceeding;
        for (Step step : taken) {
            append(before, step);
            before = before.with(step);
        }
        require(found(proceeding).equals(before), "steps come back as they were taken");
        require(store.find(Long.MAX_VALUE).isEmpty(), "what was never opened is not there");
    }

    private void noStepIsSkipped() {
        Proceeding proposed = opened(subject(), nextKey());
        boolean refused = false;
        try {
            append(proposed, step(3, new Act.Drop(day, "终止"), OFFICER, null));
        } catch (RuntimeException gap) {
            refused = true;
        }
        require(refused && found(proposed).equals(proposed), "no step is skipped");
    }

    private void noEntryWithoutItsChain() {
        Proceeding proposed = opened(subject(), nextKey());
        refusesEntry(proposed, step(2, new Act.Serve(day), OFFICER, null));
        Step notice = step(2, new Act.Notify(day, "告1"), OFFICER, day.plusDays(7));
        append(proposed, notice);
        Proceeding notified = proposed.with(notice);
        Step decision = step(3, new Act.Decide(day, "定1", Verdict.LIST, day.plusDays(30), "理由"), HEAD, null);
        append(notified, decision);
        refusesEntry(notified.with(decision), step(4, new Act.Serve(day), OFFICER, null));
    }

    private void refusesEntry(Proceeding before, Step service) {
        boolean refused = false;
        try {
            store.append(before, service, Nature.WATCH);
        } catch (IncompleteChain incomplete) {
            refused = true;
        }
        require(refused, "no entry without its chain");
        require(found(before).equals(before), "nothing of what was refused stands");
        require(!store.entries().contains(before.id()), "what was refused is no entry");
    }

    private void theChainMakesTheEntry() {
        Proceeding proceeding = opened(subject(), nextKey());
        Step notice = step(2, new Act.Notify(day, "告1"), OFFICER, day.minusDays(1));
        Step decision = step(3, new Act.Decide(day, "定1", Verdict.LIST, day.plusDays(30), "理由"), HEAD, null);
        append(proceeding, notice);
        append(proceeding.with(notice), decision);
        require(!store.entries().contains(proceeding.id()), "a decision alone is no entry");
        append(proceeding.with(notice).with(decision), step(4, new Act.Serve(day), OFFICER, null));
        require(store.entries().contains(proceeding.id()), "service makes the entry");
    }

    private Subject subject() {
        return new Subject(organisations.getAsLong(), SubjectKind.ORGANISATION);
    }

    private String nextKey() {
        return "contract-" + at.toEpochMilli() + "-" + key++;
    }

    private Opened open(Subject subject, String sent) {
        Act proposal = new Act.Propose(day, "ground", "事实", "第五条", "措施", "", "");
        return store.open(new Opening(list, Nature.WATCH, subject, "market"), step(1, proposal, OFFICER, null), sent);
    }

    private Proceeding opened(Subject subject, String sent) {
        if (open(subject, sent) instanceof Opened.New(Proceeding proceeding)) {
            return proceeding;
        }
        throw new AssertionError("not opened");
    }

    private boolean append(Proceeding before, Step step) {
        return store.append(before, step, Nature.WATCH);
    }

    private Proceeding found(Proceeding proceeding) {
        return store.find(proceeding.id()).orElseThrow();
    }

    private Step step(int no, Act act, Officer by, @Nullable LocalDate answerBy) {
        return new Step(no, act, by, at, answerBy);
    }

    private static void require(boolean holds, String clause) {
        if (!holds) {
            throw new AssertionError(clause);
        }
    }
}
