package org.xinheng.server.measure.subscription;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.SubscribedChanges;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.measure.subscription.Imprints.Imprint;

/** Registers lists, ends them, and gives their changes out. */
public final class Subscriptions implements SubscribedChanges {

    private static final String REGISTERED = "check.subscription";
    private static final String TOLD = "check.subscription.change";
    private static final int LISTED = 200;

    private final SubscriptionStore store;
    private final FollowedTo followed;
    private final SubscriptionFollowing.Sources sources;
    private final Imprints imprints;
    private final AccessLog log;
    private final Time time;
    private final SubscriptionSettings settings;

    Subscriptions(
            JdbcClient sql,
            SubscriptionFollowing.Sources sources,
            Imprints imprints,
            AccessLog log,
            Time time,
            SubscriptionSettings settings) {
        this.store = new SubscriptionStore(sql);
        this.followed = new FollowedTo(sql);
        this.sources = sources;
        this.imprints = imprints;
        this.log = log;
        this.time = time;
        this.settings = settings;
    }

    /** The clock and the transactions. */
    record Time(Clock clock, TransactionTemplate transaction) {

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), clock.getZone());
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * What is to be registered, read and found in order.
     *
     * @param codes each once
     */
    public record Order(String name, Subscription.Frame frame, Collection<CodeFinding> codes, LocalDate until) {
        public Order {
            codes = List.copyOf(codes);
        }
    }

    /** What became of it. */
    public sealed interface Registered {
        record Open(Subscription subscription) implements Registered {}

        /** The client has an open list of this name. */
        record NameTaken(long id) implements Registered {}

        record TooMany(int most) implements Registered {}
    }

    public SubscriptionSettings settings() {
        return settings;
    }

    public LocalDate today() {
        return time.today();
    }

    /**
     * Registers a list as things stand now: whatever takes effect after this returns is told, and nothing that did before.
     *
     * @throws org.springframework.dao.DataAccessException when nothing was registered
     */
    public Registered register(Order order, Actor client) {
        return Objects.requireNonNull(time.transaction().execute(_ -> {
            followed.lock();
            Positions least = sources.positions();
            List<Subscription> open = store.list(client.name(), null, Integer.MAX_VALUE).stream()
                    .filter(subscription -> subscription.open(time.today()))
                    .toList();
            for (Subscription one : open) {
                if (one.name().equals(order.name())) {
                    return new Registered.NameTaken(one.id());
                }
            }
            if (open.size() >= settings.perClient()) {
                return new Registered.TooMany(settings.perClient());
            }
            long id = store.add(client, order.name(), order.frame(), order.until(), time.now());
            List<WatchedCode> codes = new ArrayList<>(order.codes().size());
            for (CodeFinding code : order.codes()) {
                Imprint imprint = imprints.of(code, order.frame().matter(), least);
                codes.add(new WatchedCode(
                        id, order.frame().matter(), code.normalised(), imprint.organisation(), imprint.bytes()));
            }
            store.addCodes(codes);
            // Without the operator: the organisation sees the purpose among those who looked, and never an officer.
            String why = order.frame().purpose();
            log.readAll(
                    client,
                    REGISTERED,
                    codes.stream()
                            .map(WatchedCode::organisation)
                            .filter(Objects::nonNull)
                            .distinct()
                            .map(organisation -> new AccessLog.Read(organisation, why))
                            .toList());
            return new Registered.Open(store.find(id, client.name()).orElseThrow());
        }));
    }

    /** The client's own, newest first. */
    public List<Subscription> list(Actor client) {
        return store.list(client.name(), null, LISTED);
    }

    public Optional<Subscription> find(long id, Actor client) {
        return store.find(id, client.name());
    }

    /** Ends a list: nothing of it is told any more. Said twice, it ends once. @return empty when the client has none of this id */
    public Optional<Subscription> end(long id, Actor client) {
        if (store.find(id, client.name()).isEmpty()) {
            return Optional.empty();
        }
        store.end(id, client.name(), time.now());
        return store.find(id, client.name());
    }

    @Override
    public Map<String, Long> last() {
        return store.last();
    }

    @Override
    public List<Change> givenOut(String client, long ordinal, int limit) {
        List<SubscriptionStore.Told> told = store.changes(client, ordinal, limit);
        @Nullable String source = told.isEmpty() ? null : told.getLast().source();
        log.readAll(
                new Actor(client, Actor.Kind.CLIENT, source, Set.of()),
                TOLD,
                told.stream()
                        .filter(one -> one.organisation() != null)
                        .map(one -> new AccessLog.Read(
                                one.organisation(), one.frame().purpose()))
                        .toList());
        return told.stream().map(SubscriptionStore.Told::change).toList();
    }
}
