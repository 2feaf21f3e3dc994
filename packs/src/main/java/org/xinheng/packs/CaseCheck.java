package org.xinheng.packs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.CaseKind.State;
import org.xinheng.core.policy.CaseKind.Timer;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/** Whether a kind of case can be gone through: everything named is there, every state is reached, and nobody decides for another. */
final class CaseCheck extends RuleCheck {

    /** What touches a finding is decided by whoever made it, never by office, window or portal (谁认定、谁修复). */
    private static final Set<Effect> DECIDED_BY_SOURCE =
            Set.of(Effect.END_REPAIRED, Effect.UNDO_REPAIR, Effect.WITHDRAW, Effect.SCREEN, Effect.UNSCREEN);

    /** What happens around a case and to no record. */
    private static final Set<Effect> OF_THE_CASE =
            Set.of(Effect.LEAD, Effect.BAR, Effect.UNBARRED, Effect.RETURN_RESULT);

    CaseCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check(CaseKind kind) {
        checkNumber(kind);
        List<String> states = kind.states().stream().map(State::id).toList();
        List<String> actions = kind.actions().stream().map(Action::id).toList();
        for (Action action : kind.actions()) {
            String to = action.to();
            if (to != null) {
                known(kind.rule(), to, states, "states");
            } else if (action.opens()) {
                fault(kind, "case.opens-nowhere", action.id());
            }
            known(kind, action.from(), states, "states");
            if (action.serves() != null) {
                known(
                        kind.rule(),
                        action.serves(),
                        policy.instruments().documents().keySet(),
                        "documents");
            }
            checkParties(kind, action);
            if (action.serves() == null && touches(kind, action)) {
                fault(kind, "case.unserved", action.id());
            }
        }
        for (Timer timer : kind.timers()) {
            clock(kind.rule(), timer.clock());
            known(kind, timer.starts(), actions, "actions");
            known(kind, timer.ends(), actions, "actions");
            checkMiss(kind, timer, actions);
        }
        CaseKind.Recheck recheck = kind.recheck();
        if (recheck != null) {
            known(kind, recheck.after(), actions, "actions");
            clock(kind.rule(), recheck.clock());
            clock(kind.rule(), recheck.push());
        }
        checkReached(kind);
        checkFindings(kind);
    }

    /** Two kinds that count alike would number two cases alike. */
    private void checkNumber(CaseKind kind) {
        policy.instruments().cases().values().stream()
                .filter(other -> !other.id().equals(kind.id()) && other.number().equals(kind.number()))
                .findFirst()
                .ifPresent(
                        other -> fault(kind, "case.number-shared", kind.number().text(), other.id()));
    }

    private void checkParties(CaseKind kind, Action action) {
        if (action.by().isEmpty()) {
            fault(kind, "case.nobody", action.id());
        }
        boolean decides = action.effects().stream().anyMatch(DECIDED_BY_SOURCE::contains);
        if (decides && !action.by().equals(Set.of(Party.SOURCE))) {
            fault(kind, "case.decides-for-another", action.id());
        }
        boolean aboutRecord = kind.about() == CaseKind.About.RECORD;
        boolean touchesRecord = action.effects().stream().anyMatch(effect -> !OF_THE_CASE.contains(effect));
        if (touchesRecord && !aboutRecord) {
            fault(kind, "case.without-record", action.id());
        }
    }

    /**
     * Whether somebody other than the organisation itself changes where it stands: what burdens begins, a record is touched, a period
     * stands still or becomes longer, or the case ends. A lead is nothing that is told to whom it concerns.
     */
    private static boolean touches(CaseKind kind, Action action) {
        boolean lead = kind.actions().stream().anyMatch(one -> one.effects().contains(Effect.LEAD));
        if (lead || action.by().contains(Party.ORGANISATION) || action.by().contains(Party.PORTAL)) {
            return false;
        }
        return action.opens()
                || action.effects().stream().anyMatch(effect -> !OF_THE_CASE.contains(effect))
                || action.needs().clockwork() != CaseKind.Clockwork.NONE
                || kind.state(action.to() == null ? "" : action.to())
                        .filter(State::closed)
                        .isPresent();
    }

    /** What burdens hangs on a record of whoever opens it, and never on a grade or a merit. */
    private void checkFindings(CaseKind kind) {
        if (!Finding.neededFor(kind)) {
            return;
        }
        if (kind.findings().isEmpty() || kind.about() != CaseKind.About.RECORD) {
            fault(kind, "case.without-finding", kind.id());
        }
        types(kind.rule(), kind.findings());
        for (String type : kind.findings()) {
            boolean merit = policy.recordType(type)
                    .filter(one -> one.nature() == RecordType.Nature.FAVOURABLE)
                    .isPresent();
            boolean judgement = policy.instruments()
                    .catalogueEntry(type)
                    .filter(CatalogueEntry::isJudgement)
                    .isPresent();
            if (merit || judgement) {
                fault(kind, "case.no-finding", type);
            }
        }
        kind.actions().stream()
                .filter(action -> action.opens() && !action.by().equals(Set.of(Party.SOURCE)))
                .forEach(action -> fault(kind, "case.decides-for-another", action.id()));
    }

    private void checkMiss(CaseKind kind, Timer timer, List<String> actions) {
        String follows = timer.onMiss();
        if (follows == null) {
            fault(kind, "case.miss-unsaid", timer.id());
            return;
        }
        known(kind.rule(), follows, actions, "actions");
        kind.action(follows)
                .filter(action -> !action.by().contains(Party.CLOCK))
                .ifPresent(action -> fault(kind, "case.miss-not-by-clock", action.id(), timer.id()));
    }

    private void checkReached(CaseKind kind) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        kind.actions().stream().filter(Action::opens).forEach(action -> add(open, action));
        while (!open.isEmpty()) {
            String state = open.poll();
            if (reached.add(state)) {
                kind.actions().stream()
                        .filter(action -> action.from().contains(state))
                        .forEach(action -> add(open, action));
            }
        }
        for (State state : kind.states()) {
            boolean left =
                    kind.actions().stream().anyMatch(action -> action.from().contains(state.id()));
            if (!reached.contains(state.id())) {
                fault(kind, "case.state-unreached", state.id());
            } else if (!state.closed() && !left) {
                fault(kind, "case.dead-end", state.id());
            }
        }
    }

    private static void add(Deque<String> open, Action action) {
        String to = action.to();
        if (to != null) {
            open.add(to);
        }
    }

    private void known(CaseKind kind, Collection<String> ids, Collection<String> all, String where) {
        ids.forEach(id -> known(kind.rule(), id, all, where));
    }

    private void fault(CaseKind kind, String code, String... facts) {
        fault(kind.rule(), code, facts);
    }
}
