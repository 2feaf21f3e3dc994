package org.xinheng.server.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.FeedCycles;
import org.xinheng.core.record.Timeliness;
import org.xinheng.server.policy.SourceScope;

/**
 * Timeliness of sources (报送及时性): decided → first received → in force, in working days by the pack's calendar. Computed when
 * it is asked for, so that a year's notice of holidays, once loaded, changes what was provisional.
 */
public interface ReportingTimeliness {

    /** Every source and type of the scope that delivered in the period, or has a feed. */
    List<Line> lines(Period period, SourceScope scope);

    /** Figures of every source and type of the scope that delivered in the period, and nothing about feeds and backlog. */
    List<Counted> figures(Period period, SourceScope scope);

    record Counted(String source, String type, TimelinessFigures figures) {}

    /** The rows behind the figures, in groups of the same days; those received last first. */
    Page groups(String source, Period period, boolean lateOnly, @Nullable String after, int size);

    /** Rows of each source of the scope that were judged in the period, by type; neither backlog nor what waits or is about people. */
    List<Delivered> delivered(Period period, SourceScope scope);

    /** @param judged accepted, the same as before, or refused; @param usable of them those not refused */
    record Delivered(String source, String type, long judged, long usable) {}

    /**
     * Cycles that ended in the period, and are over, in which a source of the scope had to be heard of a type (应报); none that began
     * before {@link #begins()}.
     */
    List<Owed> owed(Period period, SourceScope scope);

    /**
     * The first day (Asia/Shanghai) on which bodies here were to report (开始报送日): the one that the pack says, else the first on which
     * this server had rules.
     */
    LocalDate begins();

    record Owed(String source, String type, FeedCycles.Cycle cycle) {}

    /** @param from first day of receipt, @param to last one, both included; @param type null for all */
    record Period(LocalDate from, LocalDate to, @Nullable String type) {}

    /**
     * @param historical rows accepted as backlog in the period: outside every rate
     * @param feed null for a type that the pack no longer knows
     */
    record Line(
            String source,
            String type,
            TimelinessFigures figures,
            long historical,
            @Nullable Feed feed) {}

    /**
     * @param lastHeard day of the last delivery or 零报告; null for a source that has to be heard and never was
     * @param dueBy last day of the feed's cycle
     * @param provisional whether it was reckoned with a year whose holidays nobody has announced yet
     * @param stale whether it has passed: nothing can be said of this source until it is heard again
     * @param owedBy last day of the cycle that is held against the body (应报截止日): none is that began before there was a place to
     *     report to
     * @param overdue whether that day has passed (逾期未报)
     */
    record Feed(
            @Nullable LocalDate lastHeard,
            LocalDate dueBy,
            boolean provisional,
            boolean stale,
            LocalDate owedBy,
            boolean overdue) {}

    /**
     * First versions of one delivery or link that were decided on one day.
     *
     * @param timeliness null where the pack sets no period
     */
    record Group(
            long act,
            String type,
            LocalDate decidedOn,
            LocalDate receivedOn,
            LocalDate publishedOn,
            int records,
            @Nullable Timeliness timeliness) {}

    /** @param next key of the page that follows, or null on the last one */
    record Page(List<Group> groups, @Nullable String next) {
        public Page {
            groups = List.copyOf(groups);
        }
    }
}
