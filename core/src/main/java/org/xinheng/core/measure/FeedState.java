package org.xinheng.core.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/**
 * How fresh the feed (报送渠道) of one record type is on a day.
 *
 * @param sources every source that ever delivered the type or reported that there was nothing, by code; bodies that no
 *     longer exist are left out: nobody can hear of them again
 */
public record FeedState(String recordType, List<Source> sources) {

    private static final int WHOLE = 100;

    public FeedState {
        sources = List.copyOf(sources);
    }

    /**
     * @param code of the source, as the archive knows it
     * @param heardOn day of its last delivery or 零报告
     * @param due last day on which it need not have been heard again
     * @param late the day came and went
     */
    public record Source(String code, LocalDate heardOn, LocalDate due, boolean late) {}

    /**
     * @param heard per source, the day (Asia/Shanghai) of its last delivery or 零报告 of this type
     * @param day the day asked for
     */
    public static FeedState of(Policy policy, RecordType type, Map<String, LocalDate> heard, LocalDate day) {
        List<Source> sources = new ArrayList<>();
        new TreeMap<>(heard).forEach((source, heardOn) -> {
            if (policy.authority(source)
                    .map(Authority::validity)
                    .map(v -> v.covers(day))
                    .orElse(true)) {
                LocalDate due = due(policy, type, heardOn);
                sources.add(new Source(source, heardOn, due, day.isAfter(due)));
            }
        });
        return new FeedState(type.id(), sources);
    }

    /** The cycle in force on the day of the word; the day of the word itself is not counted. */
    private static LocalDate due(Policy policy, RecordType type, LocalDate heardOn) {
        DeadlineRule cycle = policy.deadline(type.feedCycle(), heardOn);
        return switch (cycle.unit()) {
            case WORKING_DAYS -> policy.calendar().dateAfter(heardOn, cycle.days());
            case CALENDAR_DAYS -> heardOn.plusDays(cycle.days());
        };
    }

    /** The late ones, in the order of their codes. */
    public List<Source> late() {
        return sources.stream().filter(Source::late).toList();
    }

    /**
     * Whether nothing may be concluded from the feed's silence: nobody was ever heard, all are late, or more are late than
     * the matter tolerates.
     *
     * @param toleratedPercent of the sources, 0 to 100; a fraction of a source is none
     */
    public boolean stale(int toleratedPercent) {
        int late = late().size();
        return late == sources.size() || late * WHOLE > sources.size() * toleratedPercent;
    }

    /** The day of the last word from any source; null when there never was one. */
    public @Nullable LocalDate heardOn() {
        return sources.stream().map(Source::heardOn).max(LocalDate::compareTo).orElse(null);
    }

    /** The first day on which a source that is not late has to be heard; null when there is no such source. */
    public @Nullable LocalDate due() {
        return sources.stream()
                .filter(source -> !source.late())
                .map(Source::due)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
