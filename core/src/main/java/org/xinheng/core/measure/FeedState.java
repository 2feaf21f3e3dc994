package org.xinheng.core.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.ExpectedFeed;
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
     * @param heardOn day of its last delivery or 零报告; null when it was never heard although it has to be
     * @param due last day on which it need not have been heard again
     * @param provisional reckoned with a year whose holidays nobody has announced yet
     * @param late the day came and went
     */
    public record Source(String code, @Nullable LocalDate heardOn, LocalDate due, boolean provisional, boolean late) {}

    private FeedState(List<Source> sources) {
        this.sources = List.copyOf(sources);
        this.late = sources.stream().filter(Source::late).toList();
        this.heardOn = sources.stream()
                .map(Source::heardOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        this.due = sources.stream()
                .filter(source -> !source.late())
                .map(Source::due)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * What may be concluded from silence: who was never heard is silent from the first day of its duty, whether or not there was a
     * place to report to.
     *
     * @param heard per source, the day (Asia/Shanghai) of its last delivery or 零报告 of this type
     * @param day the day asked for
     */
    public static FeedState of(Policy policy, RecordType type, Map<String, LocalDate> heard, LocalDate day) {
        return of(policy, type, heard, day, null);
    }

    /**
     * What is held against a body: its cycles begin as in {@link FeedCycles}.
     *
     * @param heard as above
     * @param day the day asked for
     * @param opened first day on which bodies here were to report
     */
    public static FeedState owed(
            Policy policy, RecordType type, Map<String, LocalDate> heard, LocalDate day, LocalDate opened) {
        return of(policy, type, heard, day, opened);
    }

    private static FeedState of(
            Policy policy, RecordType type, Map<String, LocalDate> heard, LocalDate day, @Nullable LocalDate opened) {
        Map<String, Source> sources = new TreeMap<>();
        for (Authority body : policy.authorities()) {
            ExpectedFeed expected = expected(policy, type, body, day);
            if (expected != null && !heard.containsKey(body.code())) {
                LocalDate begun = opened == null ? expected.firstDay(body) : expected.firstDay(body, opened);
                DueDate due = due(policy, cycle(type, expected), begun);
                sources.put(body.code(), source(body.code(), null, due, day));
            }
        }
        heard.forEach((source, heardOn) -> {
            Authority body = policy.authority(source).orElse(null);
            if (body == null || body.validity().covers(day)) {
                ExpectedFeed expected = body == null ? null : expected(policy, type, body, day);
                LocalDate first =
                        body == null || expected == null || opened == null ? heardOn : expected.firstDay(body, opened);
                LocalDate begun = first.isAfter(heardOn) ? first : heardOn;
                sources.put(source, source(source, heardOn, due(policy, cycle(type, expected), begun), day));
            }
        });
        return new FeedState(List.copyOf(sources.values()));
    }

    private static @Nullable ExpectedFeed expected(Policy policy, RecordType type, Authority body, LocalDate day) {
        return policy.instruments().feeds().stream()
                .filter(feed -> feed.expects(type.id(), body, day))
                .findFirst()
                .orElse(null);
    }

    private static String cycle(RecordType type, @Nullable ExpectedFeed expected) {
        return expected == null || expected.cycle() == null ? type.feedCycle() : expected.cycle();
    }

    /** By the edition of the cycle in force on the day on which it began. */
    private static DueDate due(Policy policy, String cycle, LocalDate begun) {
        return DueDate.of(policy.deadline(cycle, begun), policy.calendar(), begun);
    }

    private static Source source(String code, @Nullable LocalDate heardOn, DueDate due, LocalDate day) {
        return new Source(code, heardOn, due.date(), due.provisional(), day.isAfter(due.date()));
    }

    /**
     * Every source that has to be heard of the type, ever delivered it or reported that there was nothing, in the order of
     * their codes; bodies that no longer exist are left out: nobody can hear of them again.
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
