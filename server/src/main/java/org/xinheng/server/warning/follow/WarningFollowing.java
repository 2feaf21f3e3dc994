package org.xinheng.server.warning.follow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.warning.WarningCause;
import org.xinheng.core.warning.WarningCause.Seen;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.warning.Warnings;
import org.xinheng.server.warning.follow.WarningStore.At;
import org.xinheng.server.warning.follow.WarningStore.Raised;

/**
 * Follows the archive by its positions, and the days, and raises a warning for each new cause. What was followed commits with what came
 * of it.
 */
final class WarningFollowing implements Warnings {

    private final Archive archive;
    private final WarningStore store;
    private final PolicyInForce inForce;
    private final Surroundings around;

    WarningFollowing(Archive archive, WarningStore store, PolicyInForce inForce, Surroundings around) {
        this.archive = archive;
        this.store = store;
        this.inForce = inForce;
        this.around = around;
    }

    record Surroundings(Clock clock, TransactionOperations transactions) {}

    @Override
    public int look() {
        return Objects.requireNonNull(around.transactions().execute(_ -> step()));
    }

    private int step() {
        At at = store.lock();
        LocalDate today = today();
        Long position = at.position();
        if (position == null) {
            store.move(archive.position().value(), today, null);
            return 0;
        }
        Policy policy = inForce.policy();
        List<EarlyWarning> rules = policy.instruments().warnings().stream()
                .filter(one -> one.rule().validity().covers(today))
                .filter(one -> !one.subscribers().isEmpty())
                .toList();
        Archive.Changes changes = archive.changedSince(at(position));
        Set<Long> concerned = new LinkedHashSet<>(changes.organisations());
        LocalDate followed = at.day();
        String looked = at.ruleVersion();
        if (followed == null || followed.isBefore(today)) {
            concerned.addAll(nearAnEnd(rules, policy.version().equals(looked) ? followed : null, today));
            looked = policy.version();
        }
        int raised = judge(rules, policy.version(), concerned, today);
        LocalDate later = followed != null && followed.isAfter(today) ? followed : today;
        store.move(changes.upTo().value(), later, looked);
        return raised;
    }

    private Archive.Position at(long position) {
        return new Archive.Position(position, around.clock().instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(around.clock().instant(), around.clock().getZone());
    }

    /**
     * A day alone brings terms near their ends. Nothing else comes of days: decisions only grow older, and marks are acts.
     *
     * @param since last day that was looked at by the same rules; null for every term that is near its end
     */
    private Set<Long> nearAnEnd(List<EarlyWarning> rules, @Nullable LocalDate since, LocalDate today) {
        Set<Long> organisations = new LinkedHashSet<>();
        for (EarlyWarning rule : rules) {
            if (rule.span() instanceof EarlyWarning.Span.NearEnd span) {
                boolean followed = since != null && rule.rule().validity().covers(since);
                WarningCause.Days days = WarningCause.near(span, followed ? since : null, today);
                organisations.addAll(archive.decided(rule.recordType(), days.from(), days.to()));
            }
        }
        return organisations;
    }

    private int judge(List<EarlyWarning> rules, String version, Collection<Long> organisations, LocalDate today) {
        List<String> types =
                rules.stream().map(EarlyWarning::recordType).distinct().toList();
        if (types.isEmpty() || organisations.isEmpty()) {
            return 0;
        }
        Map<Long, List<Seen>> records = new LinkedHashMap<>();
        archive.eachCurrentOf(organisations, types, one -> {
            if (one.usable(today)) {
                records.computeIfAbsent(one.organisationId(), _ -> new ArrayList<>())
                        .add(new Seen(one.address(), one.type(), one.severity(), one.decidedOn()));
            }
        });
        Map<String, Set<String>> named = store.named(
                rules.stream().map(rule -> rule.rule().id()).toList(),
                records.values().stream()
                        .flatMap(List::stream)
                        .map(Seen::address)
                        .toList());
        int raised = 0;
        for (Map.Entry<Long, List<Seen>> one : records.entrySet()) {
            for (EarlyWarning rule : rules) {
                String id = rule.rule().id();
                List<String> cause = WarningCause.of(rule, one.getValue(), named.getOrDefault(id, Set.of()), today);
                if (!cause.isEmpty()) {
                    store.raise(
                            new Raised(id, version, one.getKey(), cause, rule.subscribers()),
                            today,
                            around.clock().instant());
                    raised++;
                }
            }
        }
        return raised;
    }

    @Override
    public long count(String body) {
        return store.count(body);
    }

    @Override
    public List<Warning> of(String body, long offset, int limit) {
        return store.of(body, true, offset, limit);
    }

    @Override
    public List<Warning> newest(String body, long offset, int limit) {
        return store.of(body, false, offset, limit);
    }

    @Override
    public boolean read(long id, String body, String actor) {
        return store.read(id, body, actor, around.clock().instant());
    }
}
