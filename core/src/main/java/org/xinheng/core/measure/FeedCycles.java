package org.xinheng.core.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.ExpectedFeed;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/**
 * The cycles in which a body had to be heard of a record type (应报), and those in which it was not (应报未报): neither a delivery nor
 * 零报告. A cycle runs from the last word before it; one that passed in silence is followed by the next.
 */
public final class FeedCycles {

    private FeedCycles() {}

    /**
     * @param begun day from which it was counted
     * @param due last day on which the body was in time
     * @param provisional reckoned with a year whose holidays nobody has announced yet
     * @param kept whether the body was heard in it
     */
    public record Cycle(LocalDate begun, LocalDate due, boolean provisional, boolean kept) {}

    /**
     * Which cycles are looked for.
     *
     * @param first of the days on which they end
     * @param last of them; a cycle is over only when this day is
     * @param opened first day on which bodies here were to report: before it there was no place to report to, and nobody missed a
     *     cycle, whatever the duty says; what was or was not heard does not move it
     */
    public record Span(LocalDate first, LocalDate last, LocalDate opened) {}

    /**
     * @param heard all days (Asia/Shanghai) on which the body delivered or reported nothing, since bodies were to report: a cycle ends where
     *     it ends, whatever period is asked for
     */
    public static List<Cycle> of(
            Policy policy, RecordType type, Authority body, NavigableSet<LocalDate> heard, Span span) {
        List<Cycle> cycles = new ArrayList<>();
        for (ExpectedFeed feed : policy.instruments().feeds()) {
            LocalDate begun = feed.firstDay(body, span.opened());
            if (feed.expects(type.id(), body, begun)) {
                cycles.addAll(new Walk(policy, type, body, feed).from(begun, heard, span));
            }
        }
        return cycles;
    }

    private record Walk(Policy policy, RecordType type, Authority body, ExpectedFeed feed) {

        List<Cycle> from(LocalDate start, NavigableSet<LocalDate> heard, Span span) {
            List<Cycle> cycles = new ArrayList<>();
            LocalDate begun = start;
            DueDate due = due(begun);
            while (due.date().isAfter(begun)
                    && !due.date().isAfter(span.last())
                    && feed.expects(type.id(), body, due.date())) {
                LocalDate word = heard.floor(due.date());
                LocalDate kept = word != null && word.isAfter(begun) ? word : null;
                if (!due.date().isBefore(span.first())) {
                    cycles.add(new Cycle(begun, due.date(), due.provisional(), kept != null));
                }
                begun = kept == null ? due.date() : kept;
                due = due(begun);
            }
            return cycles;
        }

        /** By the edition of the cycle in force on the day on which it began. */
        private DueDate due(LocalDate begun) {
            String cycle = feed.cycle() == null ? type.feedCycle() : feed.cycle();
            return DueDate.of(policy.deadline(cycle, begun), policy.calendar(), begun);
        }
    }
}
