package org.xinheng.server.evaluation.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.evaluation.run.EventStore.Cursor;
import org.xinheng.server.evaluation.run.EventStore.Look;
import org.xinheng.server.evaluation.run.EventStore.OfModel;
import org.xinheng.server.evaluation.run.RunStore.Result;
import org.xinheng.server.policy.FromPolicy;

/**
 * Evaluates again whom something befell (事件触发重评): a record that came, ended, was marked or restored, whose last day went by, or a
 * change in the register. What happens while a look lasts is seen by the next one together. What a day alone changes, such as
 * fading, is for the nightly run. Whoever is not evaluated, because so many changed or because it cannot be read, is written down as left out:
 * an older result of it is no longer what holds.
 */
final class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    /** So many are done in a minute or two; a whole register that changes at once is for the night. */
    static final int MOST_AT_ONCE = 5_000;

    private final FromPolicy<Ready> ready;
    private final CityRun.Sources sources;
    private final RecordChanges changes;
    private final EventStore store;
    private final Bounds bounds;

    /** @param most organisations of one look, above which nobody of it is evaluated */
    record Bounds(Clock clock, int most) {}

    Following(
            FromPolicy<Ready> ready, CityRun.Sources sources, RecordChanges changes, EventStore store, Bounds bounds) {
        this.ready = ready;
        this.sources = sources;
        this.changes = changes;
        this.store = store;
        this.bounds = bounds;
    }

    /** Goes on from the cursor; the first look of all begins where things stand. */
    synchronized void look() {
        Clock clock = bounds.clock();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Cursor last = store.cursor().orElse(null);
        if (last == null) {
            Knowledge now = Knowledge.on(today, sources, clock);
            store.close(new Look(new Cursor(now, today), 0, Set.of(), clock.instant()), List.of());
            return;
        }
        Set<Long> concerned = new LinkedHashSet<>();
        Archive.Changes changed = sources.archive()
                .changedSince(new Archive.Position(last.knowledge().archive(), clock.instant()));
        concerned.addAll(changed.organisations());
        long register =
                sources.organisations().eachChangedSince(last.knowledge().register(), one -> concerned.add(one.id()));
        if (last.day().isBefore(today)) {
            changes.byDate(last.day().minusDays(1), today.minusDays(1), one -> concerned.add(one.organisationId()));
        }
        Cursor next = new Cursor(new Knowledge(changed.upTo().value(), register), today);
        if (next.equals(last)) {
            return;
        }
        if (concerned.size() > bounds.most()) {
            store.close(new Look(next, 0, targets(concerned), clock.instant()), List.of());
            return;
        }
        Set<Long> leftOut = new LinkedHashSet<>();
        List<OfModel> models = concerned.isEmpty() ? List.of() : evaluate(concerned, next, leftOut);
        store.close(new Look(next, concerned.size(), leftOut, clock.instant()), models);
    }

    private Set<Long> targets(Set<Long> concerned) {
        Map<Long, Long> into = new HashMap<>();
        sources.organisations().merged().forEach(one -> into.put(one.id(), one.into()));
        Set<Long> targets = new LinkedHashSet<>();
        concerned.forEach(id -> targets.add(into.getOrDefault(id, id)));
        return targets;
    }

    private List<OfModel> evaluate(Set<Long> concerned, Cursor at, Set<Long> leftOut) {
        Ready now = ready.get();
        Set<Long> targets = new LinkedHashSet<>();
        concerned.forEach(
                id -> targets.add(sources.organisations().idsOf(id).iterator().next()));
        List<OfModel> models = new ArrayList<>();
        now.models().forEach((id, model) -> {
            sources.store().keepNames(model.hash(), new Packed(model.evaluator().model()).names());
            Single single = new Single(now.policy(), model, at.day(), at.knowledge(), sources);
            List<Result> results = new ArrayList<>();
            for (long target : targets) {
                try {
                    sources.organisations()
                            .find(target)
                            .ifPresent(one -> results.add(single.of(one).result()));
                } catch (DataAccessException | TransactionException e) {
                    throw e;
                } catch (RuntimeException e) {
                    LOG.warn("organisation {} could not be evaluated by model {}", target, id, Silenced.of(e));
                    leftOut.add(target);
                }
            }
            models.add(new OfModel(id, model.hash(), results));
        });
        return models;
    }
}
