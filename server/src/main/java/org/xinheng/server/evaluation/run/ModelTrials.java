package org.xinheng.server.evaluation.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.ModelComparison;
import org.xinheng.core.evaluation.ModelComparison.Group;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.OrganisationFacts.Identity;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.CanonicalFields;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.evaluation.ModelRoom;
import org.xinheng.server.evaluation.run.CityRun.Sources;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.SizeClasses;
import org.xinheng.server.policy.PolicyInForce;

/** Trials of changed models, one at a time. A trial that the server did not survive is started anew: it leaves nothing behind. */
final class ModelTrials implements ModelRoom, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTrials.class);

    private final PolicyInForce inForce;
    private final TrialStore store;
    private final Sources sources;
    private final SizeClasses sizes;
    private final Clock clock;
    /** Organisations that were looked at, of trials that wait or work. */
    private final Map<Long, AtomicLong> underWay = new ConcurrentHashMap<>();

    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("model-room").factory());

    ModelTrials(PolicyInForce inForce, TrialStore store, Sources sources, SizeClasses sizes, Clock clock) {
        this.inForce = inForce;
        this.store = store;
        this.sources = sources;
        this.sizes = sizes;
        this.clock = clock;
    }

    /** One of the two models that are compared, with the edition of the rules by which its records are read. */
    private record Side(
            Policy policy, EvaluationModel model, Evaluator evaluator, Map<String, CanonicalFields> fields) {

        static Optional<Side> of(Policy policy, String id) {
            return Optional.ofNullable(policy.instruments().evaluations().get(id))
                    .map(model -> new Side(
                            policy, model, Evaluator.of(model, policy.recordTypes()), LookedAt.by(model, policy)));
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
        Knowledge at = Knowledge.on(day, sources, clock);
        Register register = new Register(sources, at.register());
        TrialStore.Kept trial = store.open(
                new TrialStore.Subject(
                        candidate.pack(), candidate.version(), now.version(), model, day, register.size()),
                actor,
                clock.instant());
        underWay.put(trial.id(), new AtomicLong());
        runner.execute(() -> work(trial, before, after, at, register));
        return find(trial.id());
    }

    private void work(TrialStore.Kept trial, Side before, Side after, Knowledge at, Register register) {
        AtomicLong done = Objects.requireNonNull(underWay.get(trial.id()));
        try {
            LocalDate day = trial.subject().day();
            ModelComparison comparison = new ModelComparison(
                    before.evaluator().on(day), after.evaluator().on(day), after.model());
            new Reading(before, after, day, at, register).all((id, groups, old, now) -> {
                comparison.look(id, groups, old, now);
                done.incrementAndGet();
            });
            store.close(trial.id(), comparison.report(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("trial {} of a model was broken off; it has to be started anew", trial.id(), Silenced.of(e));
        } finally {
            underWay.remove(trial.id());
        }
    }

    /**
     * Everything is read as a run over the whole place reads it, at one position of the archive and one of the register: part by part, each as
     * one stream for either model. Held are the register's entries, and the facts of one part.
     */
    private final class Reading {

        private final Side before;
        private final Side after;
        private final Facts factsBefore;
        private final Facts factsAfter;
        private final long position;
        private final Register register;
        private final Map<Long, List<Group>> groups = new HashMap<>();

        Reading(Side before, Side after, LocalDate day, Knowledge at, Register register) {
            this.before = before;
            this.after = after;
            factsBefore = new Facts(before.policy(), day);
            factsAfter = new Facts(after.policy(), day);
            position = at.archive();
            this.register = register;
            Map<List<Group>, List<Group>> shared = new HashMap<>();
            Map<Long, String> size = sizes.all();
            sources.organisations().each(one -> {
                List<Group> of = groups(one, size.getOrDefault(one.id(), NOT_STATED));
                groups.put(one.id(), shared.computeIfAbsent(of, _ -> of));
            });
        }

        void all(Judge judge) {
            Set<Long> done = new HashSet<>();
            for (int part = 0; part < RecordLoading.PARTITIONS; part++) {
                Map<Long, List<RecordFact>> old = part(part, before, factsBefore);
                Map<Long, List<RecordFact>> now = part(part, after, factsAfter);
                old.keySet().forEach(id -> now.putIfAbsent(id, List.of()));
                now.forEach((id, records) -> {
                    Identity known = register.find(id);
                    if (known != null && !register.isMerged(id)) {
                        done.add(id);
                        judge.look(id, of(id), facts(known, old.getOrDefault(id, List.of())), facts(known, records));
                    }
                });
            }
            register.each((id, known) -> {
                if (!done.contains(id)) {
                    boolean merged = register.isMerged(id);
                    judge.look(
                            id,
                            of(id),
                            facts(known, merged ? ofMerged(id, before, factsBefore) : List.of()),
                            facts(known, merged ? ofMerged(id, after, factsAfter) : List.of()));
                }
            });
        }

        private List<Group> of(long organisation) {
            return groups.getOrDefault(organisation, List.of());
        }

        private static OrganisationFacts facts(Identity known, List<RecordFact> records) {
            return new OrganisationFacts(known, records);
        }

        private Map<Long, List<RecordFact>> part(int part, Side side, Facts facts) {
            Map<Long, List<RecordFact>> found = new HashMap<>();
            ByOrganisation organisations = new ByOrganisation(found::put);
            sources.records().under(side.policy()).stream(
                    part, side.fields(), position, record -> organisations.read(record, facts.of(record)));
            organisations.finish();
            return found;
        }

        private List<RecordFact> ofMerged(long organisation, Side side, Facts facts) {
            List<RecordFact> records = new ArrayList<>();
            sources.records()
                    .under(side.policy())
                    .eachOf(
                            register.idsOf(organisation),
                            List.copyOf(side.evaluator().recordTypes()),
                            position,
                            version -> facts.of(version).ifPresent(records::add));
            return records;
        }
    }

    /** Is shown one organisation after the other. */
    private interface Judge {
        void look(long organisation, List<Group> groups, OrganisationFacts before, OrganisationFacts after);
    }

    private static List<Group> groups(Organisation one, String size) {
        List<Group> groups = new ArrayList<>(List.of(new Group(KIND, one.kind()), new Group(SIZE, size)));
        if (one.jurisdiction() != null) {
            groups.add(new Group(DISTRICT, one.jurisdiction()));
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
