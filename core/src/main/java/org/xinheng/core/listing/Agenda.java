package org.xinheng.core.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;

/**
 * What a body is to be warned of in a proceeding as it stands on a day (时限预警): periods of the pack that ended unused, a term
 * that is about to end, and a listing whose decision fell. It decides nothing, and no listing begins or ends with it. A list without the clock of a step has no period
 * there. Publication needs no watch: it is one with the service.
 */
public final class Agenda {

    private final Policy policy;

    public Agenda(Policy policy) {
        this.policy = policy;
    }

    /** Why a body is warned; the name is what the store keeps. */
    public enum Kind {
        /** 陈述、申辩期满，可以决定. */
        ANSWER_OVER,
        /** 逾期未决定. */
        DECISION_MISSED,
        /** 逾期未送达. */
        SERVICE_MISSED,
        /** 提前移出申请逾期未受理. */
        ACCEPTANCE_MISSED,
        /** 提前移出申请逾期未决定. */
        REMOVAL_MISSED,
        /** 列入期限即将届满. */
        TERM_ENDS,
        /** 所依据的决定已失效，应当撤销列入. */
        UNDERLYING_FELL,
        /** 逾期未撤销列入. */
        REVOCATION_MISSED
    }

    /** @param due of the term its last day, of a fallen decision the last day to revoke, else that of the period that ended unused */
    public record Item(Kind kind, Due due) {}

    /** In the order of their kinds; empty for a list that the pack does not know. */
    public List<Item> on(LocalDate day, Proceeding proceeding) {
        return on(day, proceeding, null);
    }

    /** @param fellOn the day on which the decision under the listing fell; null while it stands, or is not known here */
    public List<Item> on(LocalDate day, Proceeding proceeding, @Nullable LocalDate fellOn) {
        ListRule list = policy.instruments().list(proceeding.list()).orElse(null);
        if (list == null) {
            return List.of();
        }
        Case one = new Case(policy, list, proceeding, day);
        List<Item> items = new ArrayList<>(running(one));
        items.removeIf(item -> !item.due().missed(day));
        items.addAll(ending(one));
        if (fellOn != null) {
            items.addAll(fallen(one, fellOn));
        }
        return items;
    }

    /** A listing that was decided is to be revoked within the period of the pack; nothing revokes it by itself. */
    private static List<Item> fallen(Case one, LocalDate fellOn) {
        Stage stage = one.proceeding().stage(one.today());
        if (!stage.listed() && stage != Stage.DECIDED) {
            return List.of();
        }
        return new Dues(one)
                .started(one.list().term().revocation(), fellOn).stream()
                        .map(due ->
                                new Item(due.missed(one.today()) ? Kind.REVOCATION_MISSED : Kind.UNDERLYING_FELL, due))
                        .toList();
    }

    private static List<Item> running(Case one) {
        Dues dues = new Dues(one);
        return switch (one.proceeding().stage(one.today())) {
            case NOTIFIED -> answered(one, dues);
            case DECIDED -> items(dues.after(one.step(Act.Kind.DECIDE).act()), Kind.SERVICE_MISSED);
            case REMOVAL_ASKED ->
                removal(dues.after(one.step(Act.Kind.ASK_REMOVAL).act()));
            case PROPOSED, LISTED, DECLINED, DROPPED, REMOVED, REVOKED, EXPIRED -> List.of();
        };
    }

    /** The time to answer is over with its last day, or earlier with the last word; the time to decide runs from there. */
    private static List<Item> answered(Case one, Dues dues) {
        Step notice = one.step(Act.Kind.NOTIFY);
        LocalDate by = Objects.requireNonNull(notice.answerBy());
        LocalDate heard = one.proceeding()
                .lastWord()
                .map(step -> step.act().on())
                .filter(day -> day.isBefore(by))
                .orElse(by);
        List<Item> items = new ArrayList<>();
        String clock = one.answerClock();
        if (clock != null) {
            Due due = dues.of(clock, notice.act().on());
            items.add(new Item(Kind.ANSWER_OVER, new Due(clock, due.from(), heard, due.provisional())));
        }
        items.addAll(items(dues.started(ListRule.Step.Kind.DECISION, heard), Kind.DECISION_MISSED));
        return items;
    }

    private static List<Item> items(List<Due> dues, Kind kind) {
        return dues.stream().map(due -> new Item(kind, due)).toList();
    }

    /** The last of the periods is that of the decision. */
    private static List<Item> removal(List<Due> dues) {
        List<Item> items = new ArrayList<>();
        for (Due due : dues) {
            items.add(new Item(items.size() == dues.size() - 1 ? Kind.REMOVAL_MISSED : Kind.ACCEPTANCE_MISSED, due));
        }
        return items;
    }

    private List<Item> ending(Case one) {
        Act.Decide decision = one.proceeding().decision();
        LocalDate until = decision == null ? null : decision.until();
        String clock = one.list().term().reminder();
        boolean listed = one.proceeding().stage(one.today()).listed();
        return until == null || clock == null || !listed || until.isAfter(reach(clock, one.today()))
                ? List.of()
                : List.of(new Item(Kind.TERM_ENDS, new Due(clock, one.today(), until, false)));
    }

    /** The last day of whose end a body is reminded on a day, over all lists; null when no list reminds. */
    public @Nullable LocalDate horizon(LocalDate day) {
        LocalDate last = null;
        for (ListRule list : policy.instruments().lists().values()) {
            String clock = list.term().reminder();
            LocalDate reach = clock == null ? null : reach(clock, day);
            last = reach == null || last != null && last.isAfter(reach) ? last : reach;
        }
        return last;
    }

    private LocalDate reach(String clock, LocalDate day) {
        return DueDate.of(policy.deadline(clock, day), policy.calendar(), day).date();
    }
}
