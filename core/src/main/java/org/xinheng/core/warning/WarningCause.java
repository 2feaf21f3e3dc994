package org.xinheng.core.warning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.policy.EarlyWarning.Span;

/** What a rule of warning finds in the records of one organisation. */
public final class WarningCause {

    private WarningCause() {}

    /**
     * A record as a warning looks at it.
     *
     * @param address opaque address
     * @param severity class; null where it has none
     */
    public record Seen(
            String address, String type, @Nullable String severity, LocalDate decidedOn) {}

    /**
     * The records that are a new cause. Records that warned once under a rule do not warn again under it: the fourth of four penalties
     * is part of the same matter.
     *
     * @param records in force and undisputed, of one organisation
     * @param named addresses that a warning of this rule named already
     * @param day of the look (Asia/Shanghai)
     * @return addresses in the order given; empty where there is no new cause
     */
    public static List<String> of(EarlyWarning rule, Collection<Seen> records, Set<String> named, LocalDate day) {
        List<String> fresh = records.stream()
                .filter(one -> one.type().equals(rule.recordType()))
                .filter(one -> rule.severity() == null || rule.severity().equals(one.severity()))
                .filter(one -> counts(rule.span(), one.decidedOn(), day))
                .map(Seen::address)
                .filter(address -> !named.contains(address))
                .distinct()
                .toList();
        return fresh.size() >= rule.atLeast() ? fresh : List.of();
    }

    private static boolean counts(Span span, LocalDate decided, LocalDate day) {
        return switch (span) {
            case Span.Within(var period) -> !decided.isAfter(day) && day.isBefore(decided.plus(period));
            case Span.NearEnd(var term, var days) -> {
                LocalDate end = decided.plus(term);
                yield day.isBefore(end) && !day.isBefore(end.minusDays(days));
            }
        };
    }
}
