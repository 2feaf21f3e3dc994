package org.xinheng.server.evaluation.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.evaluation.given.GivenQueue.Due;
import org.xinheng.server.evaluation.given.GivenQueue.Progress;
import org.xinheng.server.evaluation.given.GivenStore.Grant;
import org.xinheng.server.evaluation.given.GivenStore.Origin;
import org.xinheng.server.evaluation.given.GivenStore.Standing;
import org.xinheng.server.evaluation.given.Readers.Telling;
import org.xinheng.server.organisation.Organisation;

/**
 * Keeps the feeds of readers at what may be given today (评价结果推送): follows events, grants, decisions, days and editions of the pack one
 * organisation at a time, and whole runs in masses. Ends come first and never wait for a mass; what cannot be settled ends and is tried
 * again later, and is in nobody's way.
 */
public final class Giving {

    private static final Logger LOG = LoggerFactory.getLogger(Giving.class);

    /** Bounds of one look: the next one goes on. */
    private static final int MOST_DUE = 200;

    private static final int MOST_LOOKS = 50;
    private static final int MOST_MASSES = 5;
    private static final int MOST_DROPPED = 5_000;

    /** A run of the night before is of yesterday while the one of today works. */
    private static final int DAYS_OF_A_RUN = 1;

    private final GivenStore store;
    private final GivenQueue queue;
    private final MassGiving mass;
    private final Readers readers;
    private final Surroundings around;

    Giving(GivenStore store, GivenQueue queue, MassGiving mass, Readers readers, Surroundings around) {
        this.store = store;
        this.queue = queue;
        this.mass = mass;
        this.readers = readers;
        this.around = around;
    }

    /**
     * Goes on with everything for a bounded while.
     *
     * @throws IllegalStateException when a step failed: the others were taken, and it is tried again
     */
    public synchronized void look() {
        queue.beginToLook(around.now());
        each(
                List.<Runnable>of(
                        this::followEvents, this::lookThroughRules, this::settle, this::followRuns, this::drop),
                Runnable::run);
        queue.looked(around.now());
    }

    /** Each is taken, whatever befalls another one; then the failures are told together. */
    private static <T> void each(List<T> all, Consumer<T> step) {
        IllegalStateException failed = null;
        for (T one : all) {
            try {
                step.accept(one);
            } catch (RuntimeException e) {
                if (failed == null) {
                    failed = new IllegalStateException("grades could not be given as the rules say", e);
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void followEvents() {
        Long after = queue.progress().followed();
        if (after == null) {
            queue.beginToFollow();
            return;
        }
        long upTo = queue.lookAfter(after, MOST_LOOKS);
        if (upTo == after) {
            return;
        }
        Entries entries = entries();
        around.transactions().executeWithoutResult(_ -> {
            for (String model : models()) {
                queue.askForEvents(after, upTo, model, grades(model), around.now());
                queue.askForSkipped(after, upTo, model, around.now());
            }
            queue.askForMerged(entries, around.now());
            queue.followed(upTo);
        });
    }

    private Entries entries() {
        return Entries.of(around.organisations().merged());
    }

    private Set<String> models() {
        Set<String> models = new LinkedHashSet<>();
        readers.on(around.today()).forEach(one -> models.add(one.rule().model()));
        return models;
    }

    private Set<String> grades(String model) {
        Set<String> grades = new LinkedHashSet<>();
        readers.on(around.today()).stream()
                .filter(one -> one.rule().model().equals(model))
                .forEach(one -> grades.addAll(one.rule().grades()));
        return grades;
    }

    /** Once a day, and when another edition of the pack is in force: rules that are over, grants that are over, bad grades that stand. */
    private void lookThroughRules() {
        LocalDate today = around.today();
        Policy policy = around.inForce().policy();
        Progress progress = queue.progress();
        if (today.equals(progress.day()) && policy.version().equals(progress.edition())) {
            return;
        }
        Origin origin =
                new Origin(today, today, null, around.archive().position().value());
        List<GivenQueue.Told> further = new ArrayList<>();
        each(queue.told(), told -> {
            Optional<Telling> telling = readers.of(told.feed(), told.model(), today);
            Ended reason = reasonWithoutRule(told.feed(), told.model());
            int ended = MassGiving.AT_ONCE;
            for (int i = 0; i < MOST_MASSES && ended == MassGiving.AT_ONCE; i++) {
                ended = mass.endUnless(told.feed(), told.model(), telling, reason, origin);
            }
            if (ended == MassGiving.AT_ONCE) {
                further.add(told);
            }
        });
        if (further.isEmpty()) {
            around.transactions().executeWithoutResult(_ -> {
                queue.askForGrantsThatAreOver(today, around.now());
                release()
                        .ifPresent(rules ->
                                rules.bad().forEach((model, bad) -> queue.askForBad(model, bad, around.now())));
                queue.lookedThrough(today, policy.version());
            });
        }
    }

    private Optional<GradeRelease> release() {
        return Optional.ofNullable(around.inForce().policy().instruments().gradeRelease());
    }

    private Ended reasonWithoutRule(String feed, String model) {
        return readers.isNamed(feed, model) ? Ended.RULE_EXPIRED : Ended.NOT_NAMED;
    }

    private void settle() {
        each(queue.due(around.now(), MOST_DUE), this::settle);
    }

    /**
     * What the organisation itself hinders ends; what the database hinders is no matter of the organisation: it is due still, and the look
     * did not come to its end.
     */
    private void settle(Due due) {
        try {
            around.transactions().executeWithoutResult(_ -> {
                settle(due.organisation(), due.model());
                queue.settled(due);
            });
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("what is given of organisation {} could not be settled", due.organisation(), Silenced.of(e));
            around.transactions().executeWithoutResult(_ -> {
                endAll(due.organisation(), due.model(), origin(), Ended.UNSETTLED);
                queue.failed(due, around.now());
            });
        }
    }

    private Origin origin() {
        return new Origin(
                around.today(),
                around.today(),
                null,
                around.archive().position().value());
    }

    private void endAll(long organisation, String model, Origin origin, Ended reason) {
        for (Standing one : store.standings(organisation, model)) {
            store.hold(one.reader());
            store.end(one.reader(), origin, model, organisation, reason);
        }
    }

    /** What may be given to a reader of an organisation today. */
    private sealed interface Target {
        /** @param before why another grade that stands ends */
        record Give(String grade, @Nullable Grant grant, Ended before) implements Target {}

        record Not(Ended reason) implements Target {}
    }

    private void settle(long id, String model) {
        Origin origin = origin();
        Organisation organisation = around.organisations().find(id).orElse(null);
        if (organisation == null || organisation.id() != id) {
            endAll(id, model, origin, organisation == null ? Ended.UNSETTLED : Ended.CHANGED);
            if (organisation != null) {
                queue.ask(organisation.id(), model, around.now());
            }
            return;
        }
        List<Standing> standings = store.standings(id, model);
        List<Telling> tellings = readers.on(around.today()).stream()
                .filter(one -> one.rule().model().equals(model))
                .sorted(Comparator.comparing(Telling::feed))
                .toList();
        Explained explained = around.evaluations()
                .explain(model, organisation, around.today())
                .orElse(null);
        standings.stream()
                .filter(one ->
                        tellings.stream().noneMatch(telling -> telling.feed().equals(one.reader())))
                .forEach(one -> {
                    store.hold(one.reader());
                    store.end(one.reader(), origin, model, id, reasonWithoutRule(one.reader(), model));
                });
        for (Telling telling : tellings) {
            bring(telling, organisation, target(telling, organisation, explained), origin);
        }
    }

    private void bring(Telling telling, Organisation organisation, Target target, Origin origin) {
        String model = telling.rule().model();
        if (target instanceof Target.Not
                && store.standing(telling.feed(), model, organisation.id()).isEmpty()) {
            return;
        }
        store.hold(telling.feed());
        Standing standing =
                store.standing(telling.feed(), model, organisation.id()).orElse(null);
        switch (target) {
            case Target.Not(var reason) -> store.end(telling.feed(), origin, model, organisation.id(), reason);
            case Target.Give(var grade, var grant, var before) -> {
                if (standing != null && !standing.passed() && isSame(standing, telling, grade)) {
                    if (grant != null) {
                        store.regrant(standing, grant);
                    }
                    return;
                }
                if (standing != null) {
                    Ended reason = isSame(standing, telling, grade) ? Ended.UNSETTLED : before;
                    store.end(telling.feed(), origin, model, organisation.id(), reason);
                }
                store.give(telling, origin, organisation.id(), grade, grant);
            }
        }
    }

    private static boolean isSame(Standing standing, Telling telling, String grade) {
        return standing.grade().equals(grade)
                && standing.rule().equals(telling.rule().rule().id())
                && Objects.equals(standing.use(), telling.rule().consent());
    }

    private Target target(Telling telling, Organisation organisation, @Nullable Explained explained) {
        Grant grant = null;
        StandingConsents.Use use = telling.use().orElse(null);
        if (use != null) {
            switch (around.consents().of(around.organisations().idsOf(organisation.id()), use)) {
                case StandingConsents.State.Not(var why) -> {
                    return new Target.Not(Ended.of(why));
                }
                case StandingConsents.State.Stands(var id, var last) -> grant = new Grant(id, last);
            }
        }
        if (explained == null) {
            return new Target.Not(Ended.UNSETTLED);
        }
        Evaluation.Rated result = explained.result().rated().orElse(null);
        boolean given = result != null
                && telling.rule().grades().contains(result.grade().id())
                && around.door().opens(telling.rule().model(), organisation, result);
        Ended why = isDisputed(result) ? Ended.DISPUTE : Ended.CHANGED;
        return given && result != null ? new Target.Give(result.grade().id(), grant, why) : new Target.Not(why);
    }

    private static boolean isDisputed(Evaluation.@Nullable Rated result) {
        return result != null
                && result.contributions().stream().anyMatch(one -> one.effect() == Contribution.Effect.DISPUTED);
    }

    private void followRuns() {
        LocalDate today = around.today();
        each(
                readers.on(today),
                telling -> queue.run(telling.rule().model(), telling.edition(), today.minusDays(DAYS_OF_A_RUN), today)
                        .filter(run -> !mass.isDone(telling, run))
                        .ifPresent(run -> {
                            var now = new MassGiving.Now(today, around.now(), entries());
                            boolean done = false;
                            for (int i = 0; i < MOST_MASSES && !done; i++) {
                                done = mass.goOn(telling, run, now);
                            }
                        }));
    }

    private void drop() {
        LocalDate today = around.today();
        if (today.equals(queue.progress().droppedOn())) {
            return;
        }
        List<String> further = new ArrayList<>();
        each(queue.feeds(), feed -> {
            int dropped = MOST_DROPPED;
            for (int i = 0; i < MOST_MASSES && dropped == MOST_DROPPED; i++) {
                dropped = around.transactions().execute(_ -> {
                    store.hold(feed);
                    return store.drop(feed, today, MOST_DROPPED);
                });
            }
            if (dropped == MOST_DROPPED) {
                further.add(feed);
            }
        });
        if (further.isEmpty()) {
            queue.dropped(today);
        }
    }

    /** A grant was signed, paused, resumed or revoked: what stands under it ends at once where none stands now, the rest is looked at. */
    void moved(long consent, long organisation, String reader) {
        String feed = Readers.feedOfClient(reader);
        readers.on(around.today()).stream()
                .filter(one -> one.feed().equals(feed))
                .forEach(telling -> telling.use().ifPresent(use -> {
                    Set<Long> organisations = around.organisations().idsOf(organisation);
                    if (store.feed(feed).isPresent()
                            && around.consents().of(organisations, use)
                                    instanceof StandingConsents.State.Not(var why)) {
                        endUnder(consent, telling, Ended.of(why));
                    }
                    queue.ask(organisation, telling.rule().model(), around.now());
                }));
    }

    private void endUnder(long consent, Telling telling, Ended reason) {
        store.hold(telling.feed());
        store.end(
                telling.feed(),
                origin(),
                """
                SELECT s.model, s.organisation_id, :why AS reason FROM evaluation.given_standing s
                 WHERE s.reader = :reader AND s.model = :theModel AND s.consent_id = :consent
                """,
                Map.of("why", reason.name(), "theModel", telling.rule().model(), "consent", consent));
    }

    /** Something was decided about an organisation: what is given of it is looked at. */
    void concerns(long organisation, String model) {
        queue.ask(organisation, model, around.now());
    }
}
