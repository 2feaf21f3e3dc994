package org.xinheng.core.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/** How fresh the feed (报送渠道) of one record type is on a day. Reckoned once, asked by every check of that day. */
public final class FeedState {

    private static final int WHOLE = 100;

    private final List<Source> sources;
    private final List<Source> late;
    private final @Nullable LocalDate heardOn;
    private final @Nullable LocalDate due;

    /**
     * @param code of the source, as the archive knows it
     * @param heardOn day of its last delivery or 零报告
     * @param due last day on which it need not have been heard again
     * @param late the day came and went
     */
    public record Source(String code, LocalDate heardOn, LocalDate due, boolean late) {}

    private FeedState(List<Source> sources) {
        this.sources = List.copyOf(sources);
        this.late = sources.stream().filter(Source::late).toList();
        this.heardOn =
                sources.stream().map(Source::heardOn).max(LocalDate::compareTo).orElse(null);
        this.due = sources.stream()
                .filter(source -> !source.late())
                .map(Source::due)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

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
        return new FeedState(sources);
    }

    /** By the cycle in force on the day of the word. */
    private static LocalDate due(Policy policy, RecordType type, LocalDate heardOn) {
        return DueDate.of(policy.deadline(type.feedCycle(), heardOn), policy.calendar(), heardOn)
                .date();
    }

    /**
     * Every source that ever delivered the type or reported that there was nothing, in the order of their codes; bodies that
     * no longer exist are left out: nobody can hear of them again.
     */
    public List<Source> sources() {
        return sources;
    }

    /** The late ones, in the order of their codes. */
    public List<Source> late() {
        return late;
    }

    /**
     * Whether nothing may be concluded from the feed's silence: nobody was ever heard, all are late, or more are late than
     * the matter tolerates.
     *
     * @param toleratedPercent of the sources, 0 to 100; a fraction of a source is none
     */
    public boolean stale(int toleratedPercent) {
        return late.size() == sources.size() || late.size() * WHOLE > sources.size() * toleratedPercent;
    }

    /** The day of the last word from any source; null when there never was one. */
    public @Nullable LocalDate heardOn() {
        return heardOn;
    }

    /** The first day on which a source that is not late has to be heard; null when there is no such source. */
    public @Nullable LocalDate due() {
        return due;
    }
}
