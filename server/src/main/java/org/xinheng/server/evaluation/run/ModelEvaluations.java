package org.xinheng.server.evaluation.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.run.CityRun.Sources;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;

/** Evaluations by the models of the pack in force; one run at a time. */
final class ModelEvaluations implements Evaluations, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelEvaluations.class);

    /** However soon results go: until a run of the night before is brought in, it must be known whom something befell since. */
    private static final Duration EVENTS_FOLLOWED = Duration.ofDays(3);

    private final FromPolicy<Ready> ready;
    private final Sources sources;
    private final EventStore events;
    private final Following following;
    private final Clock clock;
    /** Runs that wait or work. */
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("evaluation").factory());

    ModelEvaluations(PolicyInForce inForce, Sources sources, RecordChanges changes, EventStore events, Clock clock) {
        ready = new FromPolicy<>(inForce, Ready::of);
        following = new Following(ready, sources, changes, events, new Following.Bounds(clock, Following.MOST_AT_ONCE));
        this.events = events;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public List<EvaluationModel> models() {
        return ready.get().models().values().stream()
                .map(one -> one.evaluator().model())
                .toList();
    }

    @Override
    public Optional<Explained> explain(String model, Organisation organisation, LocalDate day) {
        Ready now = ready.get();
        Ready.Model found = now.models().get(model);
        if (found == null) {
            return Optional.empty();
        }
        Single.Answer answer =
                new Single(now.policy(), found, day, Knowledge.on(day, sources, clock), sources).of(organisation);
        return Optional.of(
                new Explained(found.evaluator().model(), answer.evaluation(), answer.reasons(), answer.whatIfs()));
    }

    @Override
    public Optional<Export> export(String model, LocalDate day) {
        Ready now = ready.get();
        return Optional.ofNullable(now.models().get(model))
                .map(found -> new FactsExport(now.policy(), found, day, Knowledge.on(day, sources, clock), sources));
    }

    @Override
    public Optional<Run> start(String model, LocalDate day, String actor) {
        Ready now = ready.get();
        Ready.Model found = now.models().get(model);
        if (found == null) {
            return Optional.empty();
        }
        var subject = subject(now, found, day);
        Instant at = clock.instant();
        sources.store().keepNames(found.hash(), new Packed(found.evaluator().model()).names());
        RunStore.Opened run = sources.store()
                .unfinished(subject)
                // Parts that shared out merged organisations otherwise do not go together.
                .filter(begun -> !sources.register().mergedSince(begun.startedAt()))
                .orElseGet(() ->
                        sources.store().open(subject, Knowledge.on(day, sources, clock), CityRun.PARTS, actor, at));
        if (underWay.add(run.id())) {
            runner.execute(() -> goOn(run, now, found, day));
        }
        return run(run.id());
    }

    @Override
    public boolean finished(String model, LocalDate day) {
        Ready now = ready.get();
        Ready.Model found = now.models().get(model);
        return found != null && sources.store().finished(subject(now, found, day));
    }

    private static RunStore.Subject subject(Ready now, Ready.Model model, LocalDate day) {
        return new RunStore.Subject(
                model.evaluator().model().id(), model.hash(), now.policy().version(), day);
    }

    private void goOn(RunStore.Opened run, Ready now, Ready.Model model, LocalDate day) {
        try {
            new CityRun(run, model, new Facts(now.policy(), day), day, sources).goOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.error(
                    "evaluation run {} was broken off; starting it again goes on from here", run.id(), Silenced.of(e));
        } finally {
            underWay.remove(run.id());
        }
    }

    @Override
    public int dropResultsBefore(Instant before) {
        Instant toFollow = clock.instant().minus(EVENTS_FOLLOWED);
        return sources.store().dropResultsBefore(before)
                + events.dropBefore(before.isBefore(toFollow) ? before : toFollow);
    }

    @Override
    public void follow() {
        following.look();
    }

    @Override
    public Optional<Said> lastSaid(String model, long organisation) {
        return events.last(model, organisation);
    }

    @Override
    public Optional<Run> run(long id) {
        return sources.store().find(id);
    }

    @Override
    public Optional<Stored> stored(long run, Organisation organisation) {
        return sources.store().kept(run, sources.organisations().idsOf(organisation.id()));
    }

    @Override
    public List<Run> runs(int limit) {
        return sources.store().last(limit);
    }

    @Override
    public void close() {
        runner.shutdownNow();
    }
}
