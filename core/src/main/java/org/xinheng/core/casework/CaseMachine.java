package org.xinheng.core.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Clockwork;
import org.xinheng.core.policy.CaseKind.Paper;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.CaseKind.State;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;

/**
 * Runs cases of one kind. The life of a case stands in the pack: from, action, to, who may, which period. Here stand the guards
 * that hold for all kinds: a table of refusals, the first of which wins.
 */
public final class CaseMachine {

    /** A step may be taken down with an earlier day where it was handed in elsewhere, never with an earlier one than these. */
    private static final List<Guard> GUARDS = List.of(
            new Guard(Refusal.WRONG_STATE, (table, move) -> table.wrongState()),
            new Guard(Refusal.WRONG_PARTY, (table, move) -> !table.action.by().contains(move.party())),
            new Guard(Refusal.CLOCK_SET_BACK, (table, move) -> table.setBack(move)),
            new Guard(Refusal.BACKDATED, (table, move) -> table.backdated(move)),
            new Guard(Refusal.FUTURE, (table, move) -> table.future(move)),
            new Guard(
                    Refusal.REASON_MISSING,
                    (table, move) ->
                            table.action.needs().reason() && !move.said().reason()),
            new Guard(Refusal.DOCUMENT_MISSING, (table, move) -> table.withoutDocument(move)),
            new Guard(Refusal.FINDING_MISSING, (table, move) -> table.against(move) == Refusal.FINDING_MISSING),
            new Guard(Refusal.NO_FINDING, (table, move) -> table.against(move) == Refusal.NO_FINDING),
            new Guard(Refusal.FINDING_UNNUMBERED, (table, move) -> table.against(move) == Refusal.FINDING_UNNUMBERED),
            new Guard(Refusal.FINDING_UNUSABLE, (table, move) -> table.against(move) == Refusal.FINDING_UNUSABLE),
            new Guard(Refusal.NO_SUSPENSION, (table, move) -> table.cannotStop()),
            new Guard(Refusal.SUSPENDED, (table, move) -> table.does(Clockwork.SUSPEND) && table.stopped),
            new Guard(Refusal.NOT_SUSPENDED, (table, move) -> table.does(Clockwork.RESUME) && !table.stopped),
            new Guard(
                    Refusal.NO_EXTENSION, (table, move) -> table.does(Clockwork.EXTEND) && table.extendable.isEmpty()),
            new Guard(
                    Refusal.EXTENDED,
                    (table, move) -> table.does(Clockwork.EXTEND)
                            && table.extendable.stream().anyMatch(TimerReading::extended)),
            new Guard(
                    Refusal.EXPIRED,
                    (table, move) -> table.does(Clockwork.EXTEND)
                            && table.extendable.stream().anyMatch(timer -> timer.missed(move.day()))),
            new Guard(Refusal.UNTIL_MISSING, (table, move) -> table.withoutUntil(move)),
            new Guard(Refusal.NOT_DUE, (table, move) -> move.party() == Party.CLOCK && !table.due(move)));

    private final CaseKind kind;
    private final Timers timers;
    private final LocalDateOf days;

    /** What day it is at an instant, by the clock of the place. */
    @FunctionalInterface
    public interface LocalDateOf {
        LocalDate day(java.time.Instant at);
    }

    public CaseMachine(CaseKind kind, Policy policy, LocalDateOf days) {
        this.kind = kind;
        this.timers = new Timers(kind, policy);
        this.days = days;
    }

    private record Guard(Refusal refusal, BiPredicate<Table, Move> refuses) {}

    /** What becomes of a move. */
    public sealed interface Outcome {

        /** @param step to be added to the case, with the effects of its action */
        record Planned(Step step, Action action) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /** Where a case stands. */
    public record View(State state, List<TimerReading> timers, boolean suspended) {
        public View {
            timers = List.copyOf(timers);
        }

        /** The period that ends first among those that run; empty when none runs or all stand still. */
        public Optional<TimerReading> next() {
            return timers.stream()
                    .filter(timer -> !timer.ended() && timer.due() != null)
                    .min(java.util.Comparator.comparing(timer ->
                            java.util.Objects.requireNonNull(timer.due()).date()));
        }
    }

    /** @throws IllegalArgumentException for steps that no case of this kind can have */
    public View view(List<Step> steps) {
        State state = null;
        for (Step step : steps) {
            String to = kind.action(step.action()).map(Action::to).orElse(null);
            state = to == null ? state : kind.state(to).orElse(null);
        }
        if (state == null) {
            throw new IllegalArgumentException("no steps of a case of kind " + kind.id());
        }
        return new View(state, state.closed() ? ended(steps) : timers.read(steps), timers.stopped(steps));
    }

    private List<TimerReading> ended(List<Step> steps) {
        return timers.read(steps).stream()
                .map(timer -> new TimerReading(
                        timer.timer(),
                        timer.rule(),
                        timer.startedBy(),
                        timer.start(),
                        timer.due(),
                        timer.pauses(),
                        timer.extended(),
                        true,
                        timer.why()))
                .toList();
    }

    /**
     * Whether a step may be taken. Takes none.
     *
     * @param steps of the case so far, empty to open one
     */
    public Outcome plan(List<Step> steps, Move move) {
        if (move.seen() != steps.size()) {
            return new Outcome.Refused(Refusal.OVERTAKEN);
        }
        Optional<Action> action = kind.action(move.action());
        if (action.isEmpty()) {
            return new Outcome.Refused(Refusal.UNKNOWN_ACTION);
        }
        Table table = new Table(steps, action.get());
        for (Guard guard : GUARDS) {
            if (guard.refuses().test(table, move)) {
                return new Outcome.Refused(guard.refusal());
            }
        }
        return new Outcome.Planned(move.step(steps.size() + 1), action.get());
    }

    /** What a party may do now, in the order of the pack. */
    public List<Action> open(List<Step> steps, Set<Party> parties) {
        return kind.actions().stream()
                .filter(action -> !new Table(steps, action).wrongState())
                .filter(action -> action.by().stream().anyMatch(parties::contains))
                .filter(action -> switch (action.needs().clockwork()) {
                    case NONE -> true;
                    case SUSPEND ->
                        !timers.stopped(steps) && timers.read(steps).stream().anyMatch(TimerReading::stoppable);
                    case RESUME -> timers.stopped(steps);
                    case EXTEND ->
                        timers.read(steps).stream().anyMatch(timer -> timer.extendable() && !timer.extended());
                })
                .toList();
    }

    /** Actions that periods which ended unused bring about on a day and that were not taken yet, in the order of the pack. */
    public List<Action> missed(List<Step> steps, LocalDate day) {
        List<Action> missed = new ArrayList<>();
        for (TimerReading timer : timers.read(steps)) {
            String follows = timer.timer().onMiss();
            if (follows != null && timer.missed(day) && !taken(steps, follows, timer.startedBy())) {
                kind.action(follows)
                        .filter(action -> !new Table(steps, action).wrongState())
                        .ifPresent(missed::add);
            }
        }
        return missed;
    }

    private static boolean taken(List<Step> steps, String action, int after) {
        return steps.subList(after, steps.size()).stream()
                .anyMatch(step -> step.action().equals(action));
    }

    /** What the guards look at. */
    private final class Table {

        private final List<Step> steps;
        private final Action action;
        private final List<TimerReading> running;
        private final List<TimerReading> extendable;
        private final boolean stopped;

        Table(List<Step> steps, Action action) {
            this.steps = steps;
            this.action = action;
            this.running = timers.read(steps);
            this.extendable = running.stream().filter(TimerReading::extendable).toList();
            this.stopped = timers.stopped(steps);
        }

        boolean does(Clockwork clockwork) {
            return action.needs().clockwork() == clockwork;
        }

        boolean wrongState() {
            return steps.isEmpty()
                    ? !action.opens()
                    : !action.from().contains(view(steps).state().id());
        }

        boolean setBack(Move move) {
            return !steps.isEmpty() && move.at().isBefore(steps.getLast().at());
        }

        /** A step is not older than the one before it, and a decision not older than the case. */
        boolean backdated(Move move) {
            if (steps.isEmpty()) {
                return false;
            }
            LocalDate document = move.said().documentDate();
            return move.day().isBefore(steps.getLast().day())
                    || (action.needs().paper() == Paper.DECISION
                            && document != null
                            && document.isBefore(steps.getFirst().day()));
        }

        boolean future(Move move) {
            LocalDate today = days.day(move.at());
            LocalDate document = move.said().documentDate();
            return move.day().isAfter(today) || (document != null && document.isAfter(today));
        }

        boolean withoutDocument(Move move) {
            return action.needs().paper() != Paper.NONE
                    && (!move.said().document() || move.said().documentDate() == null);
        }

        /** Only opening hangs on a finding: what was opened lawfully goes to its end. */
        @Nullable
        Refusal against(Move move) {
            return action.opens() ? Finding.against(kind, move.said().finding()) : null;
        }

        boolean cannotStop() {
            return does(Clockwork.SUSPEND) && running.stream().noneMatch(TimerReading::stoppable);
        }

        boolean withoutUntil(Move move) {
            if (!does(Clockwork.EXTEND)) {
                return false;
            }
            @Nullable LocalDate until = move.said().until();
            return extendable.stream().anyMatch(timer -> {
                DeadlineRule.Extension length = timer.rule().counting().extension();
                boolean counted = length != null && length.days() != null;
                boolean later = until != null
                        && timer.due() != null
                        && until.isAfter(timer.due().date());
                return !counted && !later;
            });
        }

        boolean due(Move move) {
            return missed(steps, days.day(move.at())).contains(action);
        }
    }
}
