package org.xinheng.core.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SeverityClass;
import org.xinheng.core.record.GateDecision.Reason;
import org.xinheng.core.record.PublishGate.Outcome;

/** How grave an adverse record is under one edition of the rules, and the window that follows from it. */
final class GateSeverity {

    private final GateRules rules;
    private final Set<String> fineKinds;
    private final Set<String> confiscationKinds;

    GateSeverity(RecordType type, GateRules rules) {
        this.rules = rules;
        fineKinds = kindsWithAmount(type, Field.Role.FINE_WAN);
        confiscationKinds = kindsWithAmount(type, Field.Role.CONFISCATION_WAN);
    }

    /** The kinds whose amount stands in the field: those for which the record type demands it. */
    private static Set<String> kindsWithAmount(RecordType type, Field.Role amount) {
        int kind = type.indexOf(Field.Role.KIND);
        Field field = type.field(amount).orElse(null);
        if (kind >= 0
                && field != null
                && field.requirement() instanceof Field.Requirement.WhenHolds holds
                && holds.field().equals(type.fields().get(kind).name())) {
            return new HashSet<>(holds.values());
        }
        return Set.of();
    }

    /**
     * The outcome under the editions in force on {@code ruleDay}; periods always run from {@code decided}.
     *
     * @param ruleDay the decision date, or the first day of a newer edition whose favour is tried
     */
    Outcome under(LocalDate ruleDay, GateFacts facts, LocalDate decided) {
        List<Reason> reasons = new ArrayList<>();
        GateRules.WindowTable windows = rules.windows().on(ruleDay).orElse(null);
        if (windows == null) {
            return Outcome.unknown(null, List.of(FindingCode.GATE_NO_WINDOW.reason(null)));
        }
        String rule = windows.rule().id();
        Reason unshown = lawfullyUnshown(ruleDay, facts, rule);
        Classed classed =
                unshown != null && !isGiven(facts) ? lowest(windows) : classed(ruleDay, facts, windows, reasons);
        GateRules.Window window = classed == null ? null : windows.byClass().get(classed.id());
        String id = classed == null ? null : classed.id();
        if (unshown == null && (classed == null || window == null)) {
            reasons.add((classed == null ? FindingCode.GATE_NO_SEVERITY : FindingCode.GATE_NO_WINDOW).reason(rule));
            return Outcome.unknown(id, List.copyOf(reasons));
        }
        LocalDate repair = window == null ? null : decided.plus(window.earliestRepair());
        if (unshown != null || classed == null || window == null || !window.published()) {
            reasons.add(unshown != null ? unshown : FindingCode.GATE_CLASS_NOT_SHOWN.reason(rule));
            return new Outcome(Outcome.End.UNSHOWN, id, null, repair, false, rule, List.copyOf(reasons));
        }
        reasons.add(FindingCode.GATE_WINDOW.reason(rule));
        DateWindow shown = new DateWindow(decided, last(decided, window, facts));
        return new Outcome(Outcome.End.WINDOW, id, shown, repair, !classed.confirmed(), rule, List.copyOf(reasons));
    }

    /** The end of the class's window, or of the act itself where the pack says so and it comes first. */
    private LocalDate last(LocalDate decided, GateRules.Window window, GateFacts facts) {
        LocalDate last = PublishGate.lastDay(decided, window.longest());
        LocalDate validTo = rules.endsWithValidity() ? facts.validTo() : null;
        return validTo != null && validTo.isBefore(last) ? validTo : last;
    }

    /**
     * Simplified procedure, as delivered or, where neither procedure nor severity was delivered, by a fine within the
     * bound and no other kind beside; or nothing but warnings and notices of criticism.
     */
    private @Nullable Reason lawfullyUnshown(LocalDate ruleDay, GateFacts facts, String windowRule) {
        GateRules.SimplifiedBound bound = rules.simplified().on(ruleDay).orElse(null);
        if (facts.procedure() != null && rules.simplifiedValues().contains(facts.procedure())) {
            return FindingCode.GATE_SIMPLIFIED.reason(
                    bound == null ? windowRule : bound.rule().id());
        }
        if (!facts.kinds().isEmpty() && rules.warningKinds().containsAll(facts.kinds())) {
            return FindingCode.GATE_WARNING_ONLY.reason(windowRule);
        }
        BigDecimal fine = facts.fineYuan();
        boolean fineAlone =
                facts.kinds().size() == 1 && fineKinds.contains(facts.kinds().getFirst());
        if (bound != null
                && fine != null
                && fineAlone
                && facts.procedure() == null
                && facts.severity() == null
                && fine.compareTo(bound.fineUpToYuan()) <= 0) {
            return FindingCode.GATE_SIMPLIFIED_BY_AMOUNT.reason(bound.rule().id());
        }
        return null;
    }

    private boolean isGiven(GateFacts facts) {
        return facts.severity() != null && given(facts.severity()) != null;
    }

    /** The class that the source named, if this edition knows it; else the gravest by kind and amount. */
    private @Nullable Classed classed(
            LocalDate ruleDay, GateFacts facts, GateRules.WindowTable windows, List<Reason> reasons) {
        if (facts.severity() != null) {
            SeverityClass given = given(facts.severity());
            if (given != null && windows.byClass().containsKey(given.id())) {
                reasons.add(FindingCode.GATE_SEVERITY_GIVEN.reason(rules.rule().id()));
                return new Classed(given.id(), true);
            }
        }
        GateRules.SeverityTable table = rules.severity().on(ruleDay).orElse(null);
        Classed classed = table == null ? null : gravest(table, facts);
        if (table != null && classed != null) {
            FindingCode code =
                    classed.confirmed() ? FindingCode.GATE_SEVERITY_FROM_TABLE : FindingCode.GATE_SEVERITY_UNCONFIRMED;
            reasons.add(code.reason(table.rule().id()));
        }
        return classed;
    }

    private @Nullable SeverityClass given(String severity) {
        for (SeverityClass one : rules.classes().values()) {
            if (one.id().equals(severity)
                    || one.title().zh().equals(severity)
                    || one.title().en().equalsIgnoreCase(severity)) {
                return one;
            }
        }
        return null;
    }

    /** The least grave class that the edition has: simplified procedure and warnings are minor. */
    private @Nullable Classed lowest(GateRules.WindowTable windows) {
        String lowest = null;
        for (String id : windows.byClass().keySet()) {
            if (lowest == null || gravity(id) < gravity(lowest)) {
                lowest = id;
            }
        }
        return lowest == null ? null : new Classed(lowest, true);
    }

    /**
     * Several kinds: the gravest. It needs the authority's confirmation while some kind's own class does and could still
     * be graver than what was found.
     */
    private @Nullable Classed gravest(GateRules.SeverityTable table, GateFacts facts) {
        Classed gravest = null;
        boolean open = false;
        for (String kind : facts.kinds()) {
            Classed one = ofKind(table, kind, amount(kind, facts));
            if (one == null) {
                open = true;
                continue;
            }
            open |= !one.confirmed();
            int graver = gravest == null ? 1 : Integer.compare(gravity(one.id()), gravity(gravest.id()));
            if (graver > 0 || (graver == 0 && one.confirmed())) {
                gravest = one;
            }
        }
        if (gravest == null) {
            return null;
        }
        boolean nothingGraver = gravest.confirmed() && gravity(gravest.id()) == highestGravity();
        return new Classed(gravest.id(), !open || nothingGraver);
    }

    private @Nullable BigDecimal amount(String kind, GateFacts facts) {
        if (fineKinds.contains(kind)) {
            return facts.fineYuan();
        }
        return confiscationKinds.contains(kind) ? facts.confiscationYuan() : null;
    }

    /** Null when the table says nothing of the kind or of this amount; without the amount the kindest of its rows. */
    private @Nullable Classed ofKind(GateRules.SeverityTable table, String kind, @Nullable BigDecimal amount) {
        List<GateRules.SeverityRow> rows = rowsOf(table, kind);
        Classed kindest = null;
        boolean several = false;
        for (GateRules.SeverityRow row : rows) {
            if (amount != null && !within(row, amount)) {
                continue;
            }
            several |= kindest != null && !kindest.id().equals(row.severityClass());
            if (kindest == null || gravity(row.severityClass()) < gravity(kindest.id())) {
                kindest = new Classed(row.severityClass(), row.confirmed());
            }
        }
        return kindest == null || !several ? kindest : new Classed(kindest.id(), false);
    }

    /** Rows of the kind itself, else those of an open prefix that it begins with. */
    private static List<GateRules.SeverityRow> rowsOf(GateRules.SeverityTable table, String kind) {
        List<GateRules.SeverityRow> own =
                table.rows().stream().filter(row -> row.kind().equals(kind)).toList();
        return own.isEmpty()
                ? table.rows().stream()
                        .filter(row -> kind.startsWith(row.kind()))
                        .toList()
                : own;
    }

    private static boolean within(GateRules.SeverityRow row, BigDecimal amount) {
        return (row.fromYuan() == null || amount.compareTo(row.fromYuan()) >= 0)
                && (row.belowYuan() == null || amount.compareTo(row.belowYuan()) < 0);
    }

    private int gravity(String classId) {
        SeverityClass severity = rules.classes().get(classId);
        if (severity == null) {
            throw new IllegalArgumentException("gate of " + rules.recordType() + " has no class " + classId);
        }
        return severity.gravity();
    }

    private int highestGravity() {
        return rules.classes().values().stream()
                .mapToInt(SeverityClass::gravity)
                .max()
                .orElse(0);
    }

    /** @param confirmed false when the class is the kinder reading and the authority still has to confirm it */
    private record Classed(String id, boolean confirmed) {}
}
