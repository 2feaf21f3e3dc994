package org.xinheng.server.measure.sight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.FeedState;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.Holdings;

/** When each source was last heard of each record type that a matter rests on. */
public final class Feeds {

    private final Policy policy;
    private final Map<String, Map<String, LocalDate>> heard;
    private final Instant recordedAt;
    private volatile @Nullable Day latest;

    private record Day(LocalDate day, Map<String, FeedState> states) {}

    private Feeds(Policy policy, Map<String, Map<String, LocalDate>> heard, Instant recordedAt) {
        this.policy = policy;
        this.recordedAt = recordedAt;
        this.heard = heard;
    }

    /** Of a moment whose day is known to be later: of the past, or made up. */
    static Feeds of(List<Holdings.Feed> feeds, Policy policy, ZoneId zone) {
        return of(feeds, Instant.EPOCH, policy, zone);
    }

    /** @param actedAt instant of the archive's last position */
    static Feeds of(List<Holdings.Feed> feeds, Instant actedAt, Policy policy, ZoneId zone) {
        Instant recordedAt = actedAt;
        Map<String, Map<String, LocalDate>> heard = new HashMap<>();
        policy.matters().values().stream()
                .flatMap(matter -> matter.feeds().stream())
                .forEach(type -> heard.putIfAbsent(type, new HashMap<>()));
        for (Holdings.Feed feed : feeds) {
            recordedAt = feed.lastHeard().isAfter(recordedAt) ? feed.lastHeard() : recordedAt;
            Map<String, LocalDate> days = heard.get(feed.type());
            if (days != null) {
                days.put(feed.source(), LocalDate.ofInstant(feed.lastHeard(), zone));
            }
        }
        return new Feeds(policy, heard, recordedAt);
    }

    /** Every body that is expected to report, and one that is not, heard of everything at an instant: for what is made up. */
    public static Feeds allHeard(Policy policy, Instant heard, ZoneId zone) {
        List<Holdings.Feed> all = new ArrayList<>();
        for (Matter matter : policy.matters().values()) {
            for (String type : matter.feeds()) {
                policy.authorities().forEach(body -> all.add(new Holdings.Feed(body.code(), type, heard)));
                all.add(new Holdings.Feed("SANDBOX", type, heard));
            }
        }
        return of(all, policy, zone);
    }

    Policy policy() {
        return policy;
    }

    /** The last instant that anything was recorded or any source heard: no day before it can be judged by what was seen. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** The state of a feed on a day; reckoned once a day, since reads compare dates. */
    public FeedState state(RecordType type, LocalDate day) {
        Day known = latest;
        if (known == null || !known.day().equals(day)) {
            known = on(day);
            latest = known;
        }
        FeedState state = known.states().get(type.id());
        if (state == null) {
            throw new IllegalArgumentException("no matter rests on " + type.id());
        }
        return state;
    }

    private Day on(LocalDate day) {
        Map<String, FeedState> states = new HashMap<>();
        heard.forEach((type, days) ->
                states.put(type, FeedState.of(policy, policy.recordType(type).orElseThrow(), days, day)));
        return new Day(day, states);
    }
}
