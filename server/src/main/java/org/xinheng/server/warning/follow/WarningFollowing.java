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
            store.move(archive.position().value(), today);
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
        if (followed == null || followed.isBefore(today)) {
            concerned.addAll(nearAnEnd(rules));
        }
        int raised = judge(rules, policy.version(), concerned, today);
        LocalDate later = followed != null && followed.isAfter(today) ? followed : today;
        store.move(changes.upTo().value(), later);
        return raised;
    }

    private Archive.Position at(long position) {
        return new Archive.Position(position, around.clock().instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(around.clock().instant(), around.clock().getZone());
    }

    /** A day alone brings terms near their ends. */
    private Set<Long> nearAnEnd(List<EarlyWarning> rules) {
        List<String> types = rules.stream()
                .filter(one -> one.span() instanceof EarlyWarning.Span.NearEnd)
                .map(EarlyWarning::recordType)
                .distinct()
                .toList();
        Set<Long> organisations = new LinkedHashSet<>();
        if (!types.isEmpty()) {
            archive.eachCurrent(types, version -> organisations.add(version.organisationId()));
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
        int raised = 0;
        for (Map.Entry<Long, List<Seen>> one : records.entrySet()) {
            List<String> addresses = one.getValue().stream().map(Seen::address).toList();
            for (EarlyWarning rule : rules) {
                String id = rule.rule().id();
                List<String> cause = WarningCause.of(rule, one.getValue(), store.named(id, addresses), today);
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
    public List<Warning> of(String body, int limit) {
        return store.of(body, limit);
    }

    @Override
    public boolean read(long id, String body, String actor) {
        return store.read(id, body, actor, around.clock().instant());
    }
}
