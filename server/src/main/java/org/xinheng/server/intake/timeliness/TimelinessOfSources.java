package org.xinheng.server.intake.timeliness;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.FeedCycles;
import org.xinheng.core.measure.FeedState;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.record.Timeliness;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.intake.ReportingTimeliness;
import org.xinheng.server.intake.TimelinessFigures;
import org.xinheng.server.intake.store.TimelinessStore;
import org.xinheng.server.intake.store.TimelinessStore.Backlog;
import org.xinheng.server.intake.store.TimelinessStore.Sum;
import org.xinheng.server.policy.Activations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;

/** Adds the figures up from the days that are kept. */
final class TimelinessOfSources implements ReportingTimeliness {

    private static final int GROUPS_AT_ONCE = 500;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,18})\\.(\\d{4}-\\d{2}-\\d{2})");

    private final TimelinessStore store;
    private final Holdings holdings;
    private final PolicyInForce inForce;
    private final Activations activations;
    private final Clock clock;

    TimelinessOfSources(
            TimelinessStore store, Holdings holdings, PolicyInForce inForce, Activations activations, Clock clock) {
        this.store = store;
        this.holdings = holdings;
        this.inForce = inForce;
        this.activations = activations;
        this.clock = clock;
    }

    private record Key(String source, String type) {}

    private static final Comparator<Key> IN_ORDER =
            Comparator.comparing(Key::source).thenComparing(Key::type);

    @Override
    public List<Line> lines(Period period, SourceScope scope) {
        Policy policy = inForce.policy();
        Map<Key, TimelinessFigures> figures = figures(period, scope, policy);
        Map<Key, Long> backlog = new HashMap<>();
        for (Backlog one :
                store.backlog(startOf(period.from()), startOf(period.to().plusDays(1)), period.type(), scope)) {
            backlog.put(new Key(one.source(), one.type()), one.accepted());
        }
        Map<Key, Feed> feeds = feeds(period, scope, policy);
        Set<Key> keys = new HashSet<>(figures.keySet());
        keys.addAll(backlog.keySet());
        keys.addAll(feeds.keySet());
        return keys.stream()
                .sorted(IN_ORDER)
                .map(key -> new Line(
                        key.source(),
                        key.type(),
                        figures.getOrDefault(key, TimelinessFigures.NONE),
                        backlog.getOrDefault(key, 0L),
                        feeds.get(key)))
                .toList();
    }

    @Override
    public List<Counted> figures(Period period, SourceScope scope) {
        return figures(period, scope, inForce.policy()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(IN_ORDER))
                .map(one -> new Counted(one.getKey().source(), one.getKey().type(), one.getValue()))
                .toList();
    }

    private Map<Key, TimelinessFigures> figures(Period period, SourceScope scope, Policy policy) {
        Ratings ratings = new Ratings(policy);
        Map<Key, TimelinessFigures> figures = new HashMap<>();
        for (Sum sum : store.sums(period, scope)) {
            Timeliness timeliness = ratings.rate(sum.type(), sum.decidedOn(), sum.receivedOn(), sum.publishedOn());
            TimelinessFigures counted = TimelinessFigures.of(
                    sum.records(),
                    timeliness,
                    sum.shown(),
                    ratings.isNoticeable(sum.type()) ? sum.records() : 0,
                    sum.repairNotices());
            figures.merge(new Key(sum.source(), sum.type()), counted, TimelinessFigures::plus);
        }
        return figures;
    }

    private Map<Key, Feed> feeds(Period period, SourceScope scope, Policy policy) {
        Map<String, Map<String, LocalDate>> heard = new HashMap<>();
        for (Holdings.Feed feed : holdings.feeds()) {
            heard.computeIfAbsent(feed.type(), _ -> new HashMap<>()).put(feed.source(), day(feed.lastHeard()));
        }
        LocalDate today = today();
        LocalDate begins = begins(policy);
        Map<Key, Feed> feeds = new HashMap<>();
        for (RecordType type : policy.recordTypes().values()) {
            if (period.type() == null || period.type().equals(type.id())) {
                Map<String, LocalDate> heardOfType = heard.getOrDefault(type.id(), Map.of());
                Map<String, FeedState.Source> owed =
                        FeedState.owed(policy, type, heardOfType, today, begins).sources().stream()
                                .collect(Collectors.toMap(FeedState.Source::code, source -> source));
                FeedState.of(policy, type, heardOfType, today).sources().stream()
                        .filter(source -> scope.covers(source.code()))
                        .forEach(source -> feeds.put(
                                new Key(source.code(), type.id()),
                                feed(source, Objects.requireNonNull(owed.get(source.code())))));
            }
        }
        return feeds;
    }

    private static Feed feed(FeedState.Source known, FeedState.Source owed) {
        return new Feed(known.heardOn(), known.due(), known.provisional(), known.late(), owed.due(), owed.late());
    }

    @Override
    public List<Delivered> delivered(Period period, SourceScope scope) {
        return store.rows(startOf(period.from()), startOf(period.to().plusDays(1)), scope).stream()
                .filter(rows -> period.type() == null || period.type().equals(rows.type()))
                .map(rows -> new Delivered(rows.source(), rows.type(), rows.judged(), rows.usable()))
                .toList();
    }

    @Override
    public List<Owed> owed(Period period, SourceScope scope) {
        LocalDate yesterday = today().minusDays(1);
        LocalDate last = period.to().isBefore(yesterday) ? period.to() : yesterday;
        Policy policy = inForce.policy();
        if (policy.instruments().feeds().isEmpty() || last.isBefore(period.from())) {
            return List.of();
        }
        LocalDate begins = begins(policy);
        Map<Key, TreeSet<LocalDate>> heard = new HashMap<>();
        for (Holdings.Heard one : holdings.heard(begins, last)) {
            heard.computeIfAbsent(new Key(one.source(), one.type()), _ -> new TreeSet<>())
                    .add(one.on());
        }
        FeedCycles.Span span = new FeedCycles.Span(period.from(), last, begins);
        List<Owed> owed = new ArrayList<>();
        for (Authority body : policy.authorities()) {
            for (RecordType type : policy.recordTypes().values()) {
                if (scope.covers(body.code())
                        && (period.type() == null || period.type().equals(type.id()))) {
                    var days = heard.getOrDefault(new Key(body.code(), type.id()), new TreeSet<>());
                    FeedCycles.of(policy, type, body, days, span)
                            .forEach(cycle -> owed.add(new Owed(body.code(), type.id(), cycle)));
                }
            }
        }
        return owed;
    }

    @Override
    public Page groups(String source, Period period, boolean lateOnly, @Nullable String after, int size) {
        Ratings ratings = new Ratings(inForce.policy());
        List<Group> found = new ArrayList<>();
        TimelinessStore.Group last = key(after);
        boolean more = true;
        while (more && found.size() <= size) {
            List<TimelinessStore.Group> groups = store.groups(source, period, last, GROUPS_AT_ONCE);
            for (TimelinessStore.Group group : groups) {
                Timeliness rated =
                        ratings.rate(group.type(), group.decidedOn(), group.receivedOn(), group.publishedOn());
                if (!lateOnly || (rated != null && rated.late())) {
                    found.add(new Group(
                            group.act(),
                            group.type(),
                            group.decidedOn(),
                            group.receivedOn(),
                            group.publishedOn(),
                            group.records(),
                            rated));
                }
            }
            more = groups.size() == GROUPS_AT_ONCE;
            last = more ? groups.getLast() : last;
        }
        List<Group> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(shown, found.size() > size ? written(shown.getLast()) : null);
    }

    private static String written(Group group) {
        return group.receivedOn() + "." + group.act() + "." + group.decidedOn();
    }

    /** Text that is no key begins anew. */
    private static TimelinessStore.@Nullable Group key(@Nullable String after) {
        var parts = KEY.matcher(after == null ? "" : after);
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDate received = LocalDate.parse(parts.group(1));
            return new TimelinessStore.Group(
                    Long.parseLong(parts.group(2)), "", LocalDate.parse(parts.group(3)), received, received, 0);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public LocalDate begins() {
        return begins(inForce.policy());
    }

    private LocalDate begins(Policy policy) {
        Rule said = policy.instruments().monitoring().reportingBegins();
        return said == null ? activations.firstDay() : said.validity().from();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private LocalDate today() {
        return day(clock.instant());
    }
}
