package org.xinheng.core.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.policy.RiskRules.RiskClass;
import org.xinheng.core.policy.RiskRules.Signal;

/**
 * The risk class of one organisation with all its reasons, those of the class first.
 *
 * @param reasons at least one
 */
public record Classification(RiskClass riskClass, List<Reason> reasons) {

    public Classification {
        reasons = List.copyOf(reasons);
    }

    /** @param records addresses of those that the signal found */
    public record Reason(Signal signal, RiskClass riskClass, List<String> records) {
        public Reason {
            records = List.copyOf(records);
        }
    }

    /**
     * @param records of one organisation, on which something may rest
     * @param day of the look (Asia/Shanghai)
     * @return empty where no signal is found: then the pack's default holds
     */
    public static Optional<Classification> of(RiskRules rules, Collection<RiskRecord> records, LocalDate day) {
        List<Reason> reasons = new ArrayList<>();
        for (Signal signal : rules.signalsOn(day)) {
            List<String> found = found(signal, records, day);
            if (found.size() >= signal.atLeast()) {
                rules.riskClass(signal.riskClass())
                        .ifPresent(riskClass -> reasons.add(new Reason(signal, riskClass, found)));
            }
        }
        reasons.sort(
                Comparator.comparingInt((Reason one) -> one.riskClass().order()).reversed());
        return reasons.stream().findFirst().map(first -> new Classification(first.riskClass(), reasons));
    }

    private static List<String> found(Signal signal, Collection<RiskRecord> records, LocalDate day) {
        return records.stream()
                .filter(one -> one.type().equals(signal.recordType()))
                .filter(one -> signal.severity() == null || signal.severity().equals(one.severity()))
                .filter(one -> counts(signal, one, day))
                .map(RiskRecord::address)
                .distinct()
                .toList();
    }

    private static boolean counts(Signal signal, RiskRecord one, LocalDate day) {
        LocalDate from = one.decidedOn();
        if (from.isAfter(day)) {
            return false;
        }
        if (signal.standing()) {
            LocalDate until = one.until();
            if (until == null || !until.isBefore(day)) {
                return true;
            }
            from = until;
        }
        return day.isBefore(from.plus(signal.within()));
    }
}
