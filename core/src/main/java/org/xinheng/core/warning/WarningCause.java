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

    /** So many days a month is shorter than the longest one at most. */
    private static final int MONTH_ENDS = 3;

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

    /** Days of decision, both included. */
    public record Days(LocalDate from, LocalDate to) {}

    /**
     * Days of decision beyond which no term came near its end since a day: some around them did not either, as months are of different
     * lengths.
     *
     * @param since last day that was looked at; null for every term that is near its end
     * @param day of the look
     */
    public static Days near(Span.NearEnd span, @Nullable LocalDate since, LocalDate day) {
        LocalDate lasting = day.minus(span.term());
        LocalDate begun =
                since == null ? lasting : since.plusDays(span.days() + 1L).minus(span.term());
        return new Days(
                (begun.isAfter(lasting) ? begun : lasting).minusDays(MONTH_ENDS),
                day.plusDays(span.days()).minus(span.term()).plusDays(MONTH_ENDS));
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
