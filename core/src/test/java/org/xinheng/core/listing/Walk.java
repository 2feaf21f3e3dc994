package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.listing.TestLists.HEAD;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.day;
import static org.xinheng.core.listing.TestLists.noon;

import java.util.List;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Act.Decide.Verdict;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.policy.SubjectKind;

/** One proceeding, led from act to act: the acts of a list that keeps to the rules, each on its day at noon. */
final class Walk {

    private static final ListingGuard GUARD = new ListingGuard(TestLists.policy(), TestLists.ZONE);

    private Proceeding proceeding;
    private List<Due> dues = List.of();

    private Walk(Proceeding proceeding) {
        this.proceeding = proceeding;
    }

    static Walk of(Proceeding proceeding) {
        return new Walk(proceeding);
    }

    static Walk on(String list) {
        return on(list, "market", SubjectKind.ORGANISATION);
    }

    static Walk on(String list, String authority, SubjectKind kind) {
        return new Walk(new Proceeding(1, list, new Subject(7, kind), authority, List.of()));
    }

    /** Proposed on Monday 22 June 2026, notified on Tuesday: the time to answer ends with Tuesday 30 June. */
    static Walk notified(String list) {
        String kind = list.equals(TestLists.BARE) ? "安全生产" : "市场监管";
        return on(list).take(
                        "2026-06-22",
                        new Act.Propose(day("2026-06-22"), "ground.now", "事实", "第五条", "措施", "", kind),
                        OFFICER)
                .take("2026-06-23", new Act.Notify(day("2026-06-23"), "告〔2026〕1号"), OFFICER);
    }

    /** On the severe list from 1 July 2026 until 30 June 2029. */
    static Walk listed() {
        return decided().take("2026-07-02", new Act.Serve(day("2026-07-02")), OFFICER);
    }

    static Walk decided() {
        return notified(TestLists.SEVERE).take("2026-07-01", decision("2026-07-01", "2029-06-30"), HEAD);
    }

    static Act.Decide decision(String on, String until) {
        return new Act.Decide(day(on), "定〔2026〕1号", Verdict.LIST, day(until), "申辩理由不成立");
    }

    static Act.Answer answer(String on, Form form, boolean last) {
        return new Act.Answer(day(on), form, "申辩", last);
    }

    static Act.Propose proposed(String ground, String facts, String law, String measures, String kind) {
        return new Act.Propose(day("2026-06-22"), ground, facts, law, measures, "", kind);
    }

    static Act.Decide decide(String number, String reasons, String until) {
        return new Act.Decide(day("2026-07-01"), number, Verdict.LIST, day(until), reasons);
    }

    static Act.AskRemoval removal(String on, Integer... shown) {
        return new Act.AskRemoval(day(on), List.of(shown), "缴款书");
    }

    static Act.Revoke revocation(String on) {
        return revoked(on, on);
    }

    static Act.Revoke revoked(String on, String fell) {
        return new Act.Revoke(day(on), "撤1", day(fell), "处罚决定已被撤销");
    }

    Walk take(String day, Act act, Officer by) {
        Outcome outcome = GUARD.judge(proceeding, act, by, noon(day));
        assertThat(outcome).isInstanceOf(Accepted.class);
        Accepted accepted = (Accepted) outcome;
        assertThat(accepted.repeated()).isFalse();
        assertThat(accepted.stage()).isEqualTo(accepted.proceeding().stage(day(day)));
        proceeding = accepted.proceeding();
        dues = accepted.dues();
        return this;
    }

    Refused refused(String day, Act act, Officer by) {
        Outcome outcome = GUARD.judge(proceeding, act, by, noon(day));
        assertThat(outcome).isInstanceOf(Refused.class);
        Refused refused = (Refused) outcome;
        assertThat(refused.facts()).hasSize(refused.reason().facts());
        return refused;
    }

    Reason reason(String day, Act act, Officer by) {
        return refused(day, act, by).reason();
    }

    Proceeding proceeding() {
        return proceeding;
    }

    Stage stage(String day) {
        return proceeding.stage(day(day));
    }

    List<Due> dues() {
        return dues;
    }
}
