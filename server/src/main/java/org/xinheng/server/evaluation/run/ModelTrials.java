package org.xinheng.server.evaluation.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.ModelComparison;
import org.xinheng.core.evaluation.ModelComparison.Group;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.evaluation.ModelRoom;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.PastRegister;
import org.xinheng.server.organisation.PastRegister.Registered;
import org.xinheng.server.policy.PolicyInForce;

/** Trials of changed models, one at a time. A trial that the server did not survive is started anew: it leaves nothing behind. */
final class ModelTrials implements ModelRoom, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTrials.class);

    private final PolicyInForce inForce;
    private final TrialStore store;
    private final Holdings holdings;
    private final Clock clock;
    /** Organisations that were looked at, of trials that wait or work. */
    private final Map<Long, AtomicLong> underWay = new ConcurrentHashMap<>();

    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("model-room").factory());

    /** Where a trial reads. */
    record Holdings(Archive archive, KnownRecords records, Organisations organisations, PastRegister register) {}

    ModelTrials(PolicyInForce inForce, TrialStore store, Holdings holdings, Clock clock) {
        this.inForce = inForce;
        this.store = store;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** One of the two models that are compared, with the edition of the rules by which its records are read. */
    private record Side(Policy policy, EvaluationModel model, Evaluator evaluator) {

        static Optional<Side> of(Policy policy, String id) {
            return Optional.ofNullable(policy.instruments().evaluations().get(id))
                    .map(model -> new Side(policy, model, Evaluator.of(model, policy.recordTypes())));
        }
    }

    @Override
    public Optional<Trial> start(Policy candidate, String model, String actor) {
        Policy now = inForce.policy();
        Side before = Side.of(now, model).orElse(null);
        Side after = Side.of(candidate, model).orElse(null);
        if (before == null || after == null) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<Organisation> register = new ArrayList<>();
        holdings.organisations().each(register::add);
        TrialStore.Kept trial = store.open(
                new TrialStore.Subject(
                        candidate.pack(), candidate.version(), now.version(), model, day, register.size()),
                actor,
                clock.instant());
        underWay.put(trial.id(), new AtomicLong());
        runner.execute(() -> work(trial, before, after, register));
        return find(trial.id());
    }

    private void work(TrialStore.Kept trial, Side before, Side after, List<Organisation> register) {
        AtomicLong done = Objects.requireNonNull(underWay.get(trial.id()));
        try {
            LocalDate day = trial.subject().day();
            ModelComparison comparison = new ModelComparison(
                    before.evaluator().on(day), after.evaluator().on(day), after.model());
            Reading reading = new Reading(before, after, day);
            for (Organisation one : register) {
                reading.look(one, comparison);
                done.incrementAndGet();
            }
            store.close(trial.id(), comparison.report(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("trial {} of a model was broken off; it has to be started anew", trial.id(), Silenced.of(e));
        } finally {
            underWay.remove(trial.id());
        }
    }

    /** Everything is read at one position of the archive and one of the register. */
    private final class Reading {

        private final Side before;
        private final Side after;
        private final Facts factsBefore;
        private final Facts factsAfter;
        private final List<String> types;
        private final KnownRecords records;
        private final long position;
        private final Map<Long, Registered> registered;
        private final Map<Long, List<Long>> mergedInto = new HashMap<>();

        Reading(Side before, Side after, LocalDate day) {
            this.before = before;
            this.after = after;
            factsBefore = new Facts(before.policy(), day);
            factsAfter = new Facts(after.policy(), day);
            TreeSet<String> all = new TreeSet<>(before.evaluator().recordTypes());
            all.addAll(after.evaluator().recordTypes());
            types = List.copyOf(all);
            records = holdings.records().under(after.policy());
            position = holdings.archive().position().value();
            Map<Long, Registered> known = new HashMap<>();
            holdings.register().each(holdings.organisations().position(), entry -> {
                Registered one = entry.registered();
                if (one != null) {
                    known.put(entry.organisation(), one);
                }
            });
            registered = known;
            for (Organisations.Merged one : holdings.organisations().merged()) {
                mergedInto.computeIfAbsent(one.into(), _ -> new ArrayList<>()).add(one.id());
            }
        }

        void look(Organisation one, ModelComparison comparison) {
            List<Long> ids = new ArrayList<>(mergedInto.getOrDefault(one.id(), List.of()));
            ids.add(one.id());
            List<RecordFact> forBefore = new ArrayList<>();
            List<RecordFact> forAfter = new ArrayList<>();
            records.eachOf(ids, types, position, version -> {
                if (before.evaluator().recordTypes().contains(version.type())) {
                    factsBefore.of(version).ifPresent(forBefore::add);
                }
                if (after.evaluator().recordTypes().contains(version.type())) {
                    factsAfter.of(version).ifPresent(forAfter::add);
                }
            });
            Registered known = registered.get(one.id());
            comparison.look(one.id(), groups(one), Facts.of(one, known, forBefore), Facts.of(one, known, forAfter));
        }
    }

    private static List<Group> groups(Organisation one) {
        List<Group> groups = new ArrayList<>(List.of(new Group("kind", one.kind())));
        if (one.jurisdiction() != null) {
            groups.add(new Group("district", one.jurisdiction()));
        }
        return groups;
    }

    @Override
    public Optional<Trial> find(long id) {
        return store.find(id).map(this::trial);
    }

    @Override
    public List<Trial> list(int limit) {
        return store.list(limit).stream().map(this::trial).toList();
    }

    private Trial trial(TrialStore.Kept kept) {
        AtomicLong progress = underWay.get(kept.id());
        TrialStore.Subject subject = kept.subject();
        State state = kept.report() != null ? State.FINISHED : progress != null ? State.WORKING : State.BROKEN_OFF;
        return new Trial(
                kept.id(),
                subject.pack(),
                subject.version(),
                subject.replaces(),
                subject.model(),
                subject.day(),
                kept.startedAt(),
                state,
                state == State.FINISHED ? subject.total() : progress == null ? 0 : progress.get(),
                subject.total(),
                kept.report());
    }

    @Override
    public void close() {
        runner.shutdownNow();
    }
}
