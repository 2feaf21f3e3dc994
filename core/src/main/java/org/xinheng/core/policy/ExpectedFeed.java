package org.xinheng.core.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has to be heard of some record types, with a delivery or 零报告 in each cycle (应报送单位): a source of which nothing was
 * ever heard is no silence that anything may be concluded from.
 *
 * @param recordTypes what has to be delivered
 * @param sources ids of the bodies; empty for every body of the place
 * @param cycle deadline id; null for the record type's own cycle
 */
public record ExpectedFeed(
        Rule rule,
        List<String> recordTypes,
        List<String> sources,
        @Nullable String cycle) {

    public ExpectedFeed {
        recordTypes = List.copyOf(recordTypes);
        sources = List.copyOf(sources);
    }

    /** Whether the body owes word of the type on a day; one that does not exist on that day owes none. */
    public boolean expects(String recordType, Authority body, LocalDate day) {
        return rule.validity().covers(day)
                && body.validity().covers(day)
                && recordTypes.contains(recordType)
                && (sources.isEmpty() || sources.contains(body.id()));
    }

    /** The first day of the first cycle: when the duty and the body were both there. */
    public LocalDate firstDay(Authority body) {
        LocalDate from = rule.validity().from();
        return later(from, body.validity().from());
    }

    /**
     * The first day of the first cycle that is counted: when there was a place to report to as well.
     *
     * @param opened first day on which bodies here were to report
     */
    public LocalDate firstDay(Authority body, LocalDate opened) {
        return later(firstDay(body), opened);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }
}
