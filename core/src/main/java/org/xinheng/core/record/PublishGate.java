package org.xinheng.core.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateDecision.Held;
import org.xinheng.core.record.GateDecision.NotShown;
import org.xinheng.core.record.GateDecision.Reason;
import org.xinheng.core.record.GateDecision.Shown;

/**
 * Publish gate (公示闸门): whether, from which day and until which day a record stands on the public side, how grave it is
 * and when its repair may begin. Everything comes from the pack; a pure function of record, rules and day.
 *
 * <p>Order of the questions for an adverse record: open to the public at all? lawfully not shown (simplified procedure,
 * warning only, class not shown)? Then nothing else is asked. Otherwise law, document number, authority, class and window
 * must all be there, else it is {@link Held} with every reason at once. Last, whether the window is over.
 *
 * <p>First day shown: the decision date (the portal also waits for the activation of the delivery). Last day shown: the day
 * before decision date plus the longest period, so that a year from 2 April 2026 ends with 1 April 2027. Months are added
 * as {@link LocalDate#plus} does, where a day that the month lacks becomes its last: three months from 31 January reach
 * 30 April, so 29 April is the last day; a year from 29 February 2028 reaches 28 February 2029, so 27 February is the last.
 * This never shows a record longer than the counting of the Civil Code (arts. 201 to 203) would. The earliest repair is the
 * day that decision date plus its period reaches, by the same arithmetic.
 */
public final class PublishGate {

    private final RecordType type;
    private final @Nullable GateRules rules;
    private final @Nullable ListGate lists;
    private final @Nullable GateSeverity severity;

    private PublishGate(RecordType type, @Nullable GateRules rules, @Nullable ListGate lists) {
        this.type = type;
        this.rules = rules;
        this.lists = lists;
        this.severity = rules == null ? null : new GateSeverity(type, rules);
    }

    /** @param rules the gate rules of the type, null where the pack has none */
    public static PublishGate of(RecordType type, @Nullable GateRules rules) {
        return new PublishGate(type, rules, null);
    }

    /** The gate of a type as the whole pack has it: a listing also needs a list and a body that may decide on it. */
    public static PublishGate under(Policy policy, RecordType type) {
        return new PublishGate(type, policy.gates().get(type.id()), ListGate.of(type, policy));
    }

    /**
     * Whether an edition of any type's windows begins after the one day and not after the other: then what was decided on
     * the one may not hold on the other, beyond windows that end by themselves.
     */
    public static boolean editionBegins(Policy policy, LocalDate after, LocalDate upTo) {
        return policy.gates().values().stream()
                .flatMap(rules -> rules.windows().editions().stream())
                .map(edition -> edition.rule().validity().from())
                .anyMatch(from -> from.isAfter(after) && !from.isAfter(upTo));
    }

    /** As {@link #decide(GateFacts, LocalDate)}, for the values of a checked row or of canonical bytes. */
    public GateDecision decide(@Nullable String[] values, LocalDate onDay) {
        GateFacts facts = GateFacts.of(type, values);
        GateDecision decision = decide(facts, onDay);
        List<Reason> unlawful = lists == null ? List.of() : lists.refusals(values, facts);
        return unlawful.isEmpty() || decision instanceof Held ? decision : new Held(unlawful);
    }

    /**
     * The decision as of a day (Asia/Shanghai).
     *
     * @param onDay counts for two things only: whether the window is already over, and whether a newer edition of the
     *     rules is in force whose favour the record enjoys
     */
    public GateDecision decide(GateFacts facts, LocalDate onDay) {
        return type.nature() == RecordType.Nature.ADVERSE ? adverse(facts, onDay) : other(facts, onDay);
    }

    private GateDecision adverse(GateFacts facts, LocalDate onDay) {
        Outcome outcome = outcome(facts, onDay);
        List<Reason> reasons = new ArrayList<>(outcome.reasons());
        if (type.openness() != RecordType.Openness.PUBLIC) {
            reasons.addFirst(FindingCode.GATE_NOT_PUBLIC.reason(type.id()));
            return new NotShown(outcome.severity(), outcome.earliestRepair(), List.copyOf(reasons));
        }
        if (rules != null && isHidden(facts)) {
            reasons.add(FindingCode.GATE_STATUS_HIDDEN.reason(rules.rule().id()));
            return new NotShown(outcome.severity(), outcome.earliestRepair(), List.copyOf(reasons));
        }
        return switch (outcome.end()) {
            case UNSHOWN -> new NotShown(outcome.severity(), outcome.earliestRepair(), List.copyOf(reasons));
            case UNKNOWN -> held(facts, reasons);
            case WINDOW -> lacksGround(facts) ? held(facts, reasons) : windowed(outcome, reasons, onDay);
        };
    }

    private static GateDecision windowed(Outcome outcome, List<Reason> reasons, LocalDate onDay) {
        DateWindow window = outcome.windowOrThrow();
        LocalDate last = window.last();
        if (last != null && last.isBefore(onDay)) {
            reasons.add(FindingCode.GATE_WINDOW_OVER.reason(outcome.rule()));
            return new NotShown(outcome.severity(), outcome.earliestRepair(), List.copyOf(reasons));
        }
        return new Shown(
                window, outcome.severity(), outcome.earliestRepair(), outcome.unconfirmed(), List.copyOf(reasons));
    }

    /** Law 2 of the house: no adverse record without its law, number and authority. */
    private static boolean lacksGround(GateFacts facts) {
        return !facts.legalBasis() || !facts.documentNumber() || !facts.authority();
    }

    private static GateDecision held(GateFacts facts, List<Reason> found) {
        List<Reason> reasons = new ArrayList<>();
        if (!facts.legalBasis()) {
            reasons.add(FindingCode.GATE_NO_LEGAL_BASIS.reason(null));
        }
        if (!facts.documentNumber()) {
            reasons.add(FindingCode.GATE_NO_DOCUMENT_NUMBER.reason(null));
        }
        if (!facts.authority()) {
            reasons.add(FindingCode.GATE_NO_AUTHORITY.reason(null));
        }
        reasons.addAll(found);
        return new Held(List.copyOf(reasons));
    }

    /** The edition by decision date, or a newer one that is in force on the day and kinder to the subject. */
    private Outcome outcome(GateFacts facts, LocalDate onDay) {
        LocalDate decided = facts.decidedOn();
        if (decided == null) {
            return Outcome.unknown(null, List.of(FindingCode.GATE_NO_DECISION_DATE.reason(null)));
        }
        if (rules == null || severity == null) {
            return Outcome.unknown(null, List.of(FindingCode.GATE_NO_WINDOW.reason(null)));
        }
        Outcome chosen = severity.under(decided, facts, decided);
        if (!rules.favourable() || chosen.end() == Outcome.End.UNKNOWN) {
            return chosen;
        }
        for (GateRules.WindowTable edition : rules.windows().editions()) {
            LocalDate from = edition.rule().validity().from();
            if (from.isAfter(decided) && !from.isAfter(onDay)) {
                Outcome newer = severity.under(from, facts, decided);
                if (newer.kinderThan(chosen)) {
                    chosen = newer.because(
                            FindingCode.GATE_FAVOURABLE.reason(edition.rule().id()));
                }
            }
        }
        return chosen;
    }

    /** Records that weigh on nobody: shown from the decision date for as long as the pack says. */
    private GateDecision other(GateFacts facts, LocalDate onDay) {
        if (type.openness() != RecordType.Openness.PUBLIC) {
            return new NotShown(null, null, List.of(FindingCode.GATE_NOT_PUBLIC.reason(type.id())));
        }
        LocalDate decided = facts.decidedOn();
        if (decided == null) {
            return new Held(List.of(FindingCode.GATE_NO_DECISION_DATE.reason(null)));
        }
        if (rules == null) {
            return shown(decided, null, FindingCode.GATE_WINDOW_OPEN.reason(type.id()), onDay);
        }
        String rule = rules.rule().id();
        if (isHidden(facts)) {
            return new NotShown(null, null, List.of(FindingCode.GATE_STATUS_HIDDEN.reason(rule)));
        }
        return switch (rules.shownUntil()) {
            case UNLIMITED -> shown(decided, null, FindingCode.GATE_WINDOW_OPEN.reason(rule), onDay);
            case END_OF_VALIDITY -> {
                FindingCode code =
                        facts.validTo() == null ? FindingCode.GATE_WINDOW_OPEN : FindingCode.GATE_WINDOW_OF_VALIDITY;
                yield shown(decided, facts.validTo(), code.reason(rule), onDay);
            }
            case WINDOW_OF_CLASS -> ofOnlyClass(rules, decided, onDay);
        };
    }

    /** A type that weighs on nobody has no severity: its window is the one that the edition names. */
    private static GateDecision ofOnlyClass(GateRules rules, LocalDate decided, LocalDate onDay) {
        GateRules.WindowTable edition = rules.windows().on(decided).orElse(null);
        if (edition == null || edition.byClass().size() != 1) {
            return new Held(
                    List.of(FindingCode.GATE_NO_WINDOW.reason(rules.rule().id())));
        }
        GateRules.Window window = edition.byClass().values().iterator().next();
        String rule = edition.rule().id();
        if (!window.published()) {
            return new NotShown(null, null, List.of(FindingCode.GATE_CLASS_NOT_SHOWN.reason(rule)));
        }
        return shown(decided, lastDay(decided, window.longest()), FindingCode.GATE_WINDOW.reason(rule), onDay);
    }

    private static GateDecision shown(LocalDate decided, @Nullable LocalDate last, Reason reason, LocalDate onDay) {
        if (last != null && last.isBefore(onDay)) {
            return new NotShown(null, null, List.of(reason, FindingCode.GATE_WINDOW_OVER.reason(reason.rule())));
        }
        return new Shown(new DateWindow(decided, last), null, null, false, List.of(reason));
    }

    private boolean isHidden(GateFacts facts) {
        return rules != null && facts.status() != null && rules.hiddenStatuses().contains(facts.status());
    }

    static LocalDate lastDay(LocalDate decided, Period longest) {
        return decided.plus(longest).minusDays(1);
    }

    /** What one edition of the rules says of one record. */
    record Outcome(
            End end,
            @Nullable String severity,
            @Nullable DateWindow window,
            @Nullable LocalDate earliestRepair,
            boolean unconfirmed,
            @Nullable String rule,
            List<Reason> reasons) {

        enum End {
            WINDOW,
            UNSHOWN,
            UNKNOWN
        }

        static Outcome unknown(@Nullable String severity, List<Reason> reasons) {
            return new Outcome(End.UNKNOWN, severity, null, null, false, null, reasons);
        }

        /** Not shown beats shown, an earlier end beats a later one, then the earlier repair; equal is not kinder. */
        boolean kinderThan(Outcome older) {
            if (end == End.UNKNOWN) {
                return false;
            }
            if (end != older.end()) {
                return end == End.UNSHOWN;
            }
            if (end == End.WINDOW) {
                LocalDate own = lastOrMax();
                LocalDate others = older.lastOrMax();
                if (!own.equals(others)) {
                    return own.isBefore(others);
                }
            }
            return earliestRepair != null
                    && older.earliestRepair() != null
                    && earliestRepair.isBefore(older.earliestRepair());
        }

        Outcome because(Reason reason) {
            List<Reason> all = new ArrayList<>();
            all.add(reason);
            all.addAll(reasons);
            return new Outcome(end, severity, window, earliestRepair, unconfirmed, rule, List.copyOf(all));
        }

        DateWindow windowOrThrow() {
            if (window == null) {
                throw new IllegalStateException("a window outcome has its window");
            }
            return window;
        }

        private LocalDate lastOrMax() {
            LocalDate last = windowOrThrow().last();
            return last == null ? LocalDate.MAX : last;
        }
    }
}
