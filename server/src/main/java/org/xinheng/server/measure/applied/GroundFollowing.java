package org.xinheng.server.measure.applied;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.measure.use.Support;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordChanges;

/**
 * Takes down what befell applied measures when their grounds changed, their terms ended or other rules began, and thereby tells
 * their bodies. That a measure is off does not wait for it ({@link AppliedMeasures#states}). What was followed commits with what
 * came of it.
 */
public final class GroundFollowing {

    private static final int ACTS = 2_000;
    private static final int AT_ONCE = 1_000;

    private final RecordChanges changes;
    private final AppliedMeasures measures;
    private final AppliedStore store;
    private final Supports supports;
    private final GroundCursor cursor;
    private final TransactionTemplate transaction;

    public GroundFollowing(
            RecordChanges changes,
            AppliedMeasures measures,
            Supports supports,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.measures = measures;
        this.store = new AppliedStore(sql);
        this.supports = supports;
        this.cursor = new GroundCursor(sql);
        this.transaction = transaction;
    }

    /**
     * Follows as far as things have come.
     *
     * @return how many measures changed
     * @throws org.springframework.dao.DataAccessException when that cannot be done: nothing of the last step is kept then
     */
    public int run() {
        int changed = 0;
        for (Step step = step(); step.moved(); step = step()) {
            changed += step.changed();
        }
        return changed;
    }

    private record Step(boolean moved, int changed) {}

    private Step step() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            GroundCursor.At at = cursor.lock();
            Policy policy = measures.policy();
            LocalDate today = measures.today();
            if (!at.ruleVersion().equals(policy.version())) {
                int changed = followRules(policy, today);
                cursor.move(new GroundCursor.At(at.position(), at.day(), policy.version()));
                return new Step(true, changed);
            }
            Map<String, @Nullable Ending> touched = new LinkedHashMap<>();
            long next = changes.since(at.position(), ACTS, change -> touched.put(change.address(), endingOf(change)));
            Set<AppliedMeasure> concerned = new HashSet<>(openOn(touched.keySet()));
            if (at.day().isBefore(today)) {
                Set<String> begun = new HashSet<>();
                changes.byDate(at.day().minusDays(1), today.minusDays(1), change -> begun.add(change.address()));
                concerned.addAll(openOn(begun));
                concerned.addAll(store.overBefore(today));
            }
            int changed = settle(concerned, touched, policy, today);
            boolean moved = next != at.position() || at.day().isBefore(today);
            if (moved) {
                cursor.move(new GroundCursor.At(next, later(at.day(), today), policy.version()));
            }
            return new Step(moved, changed);
        }));
    }

    /** Days are not followed backwards when a clock was set back. */
    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private List<AppliedMeasure> openOn(Collection<String> addresses) {
        return addresses.isEmpty() ? List.of() : store.openOn(addresses);
    }

    private static @Nullable Ending endingOf(RecordChanges.Change change) {
        return switch (change.kind()) {
            case WITHDRAWN -> Ending.WITHDRAWN;
            case REPAIRED -> Ending.REPAIRED;
            case UNLINKED -> Ending.UNLINKED;
            case CORRECTED, EXPIRED, WITHHELD, MARKED, RESTORED -> null;
        };
    }

    private int followRules(Policy policy, LocalDate today) {
        int changed = 0;
        long after = 0;
        List<AppliedMeasure> page;
        do {
            page = store.open(after, AT_ONCE);
            changed += settle(page, Map.of(), policy, today);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == AT_ONCE);
        return changed;
    }

    private int settle(
            Collection<AppliedMeasure> concerned,
            Map<String, @Nullable Ending> touched,
            Policy policy,
            LocalDate today) {
        if (concerned.isEmpty()) {
            return 0;
        }
        Map<String, Ending> endings = new HashMap<>();
        touched.forEach((address, ending) -> {
            if (ending != null) {
                endings.put(address, ending);
            }
        });
        Map<Long, Support> now = supports.now(concerned, endings, policy, today);
        Map<Long, AppliedState> before =
                store.states(concerned.stream().map(AppliedMeasure::id).toList());
        Map<Long, AppliedState> after = new HashMap<>();
        for (AppliedMeasure measure : concerned) {
            AppliedState state = measures.judged(measure, Objects.requireNonNull(now.get(measure.id())), policy, today);
            if (!state.equals(before.getOrDefault(measure.id(), AppliedState.ON))) {
                after.put(measure.id(), state);
            }
        }
        if (!after.isEmpty()) {
            store.change(after, today, measures.now());
        }
        return after.size();
    }
}
