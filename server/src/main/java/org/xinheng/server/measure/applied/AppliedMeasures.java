package org.xinheng.server.measure.applied;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.measure.use.MeasureGuard;
import org.xinheng.core.measure.use.Party;
import org.xinheng.core.measure.use.Support;
import org.xinheng.core.measure.use.Use;
import org.xinheng.core.measure.use.Verdict;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.access.Actor;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;

/**
 * The only way to an applied measure. Each goes through the guard of the domain and is kept for good; whether it is on follows at
 * every reading from its ground as it stands then, so that it is off in the moment in which its ground falls away.
 */
public final class AppliedMeasures {

    private final AppliedStore store;
    private final Supports supports;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final FromPolicy<MeasureGuard> guard;
    private final FromPolicy<CodeReader> codes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public AppliedMeasures(
            AppliedStore store,
            Supports supports,
            Organisations organisations,
            PolicyInForce inForce,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.supports = supports;
        this.organisations = organisations;
        this.inForce = inForce;
        this.guard = new FromPolicy<>(inForce, MeasureGuard::new);
        this.codes = new FromPolicy<>(inForce, policy -> CodeReader.of(policy.codes()));
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Applies a measure for the actor's own body. Of a statement about a natural person nothing is kept, not even that it was
     * made.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when the ground fell away in this very moment
     */
    public Applying apply(Statement statement, Actor actor) {
        Policy policy = inForce.policy();
        CodeFinding code = codes.get().read(statement.code());
        String body = actor.source() == null ? "" : actor.source();
        if (code.has(CodeReason.RESIDENT_ID_NUMBER)) {
            return refusal(policy, use(statement, new Party.Person(), body, new Support.Nothing()));
        }
        Organisation party = organisation(code).orElse(null);
        if (party == null) {
            return new Applying.NoSuchOrganisation();
        }
        return Objects.requireNonNull(
                transaction.execute(_ -> judged(statement, actor, new Case(policy, party, body, today()))));
    }

    private record Case(Policy policy, Organisation party, String body, LocalDate day) {

        SubjectKind kind() {
            return SubjectKind.ofCategory(party.kind(), policy.codes());
        }
    }

    private Applying judged(Statement statement, Actor actor, Case one) {
        Supports.Found found = statement.record().isBlank()
                ? null
                : supports.find(statement.record(), one.party().id(), one.policy(), one.day())
                        .orElse(null);
        Support.Kind judgement = statement.judgement();
        Support support = judgement != null
                ? new Support.Judgement(judgement)
                : found == null ? new Support.Nothing() : found.finding();
        Use use = use(statement, new Party.Registered(one.kind()), one.body(), support);
        return switch (guard.of(one.policy()).judge(use, one.day())) {
            case Verdict.Refused refused -> new Applying.Refused(refused);
            case Verdict.Lawful lawful -> kept(measure(statement, actor, one, lawful, Objects.requireNonNull(found)));
        };
    }

    private AppliedMeasure measure(
            Statement statement, Actor actor, Case one, Verdict.Lawful lawful, Supports.Found found) {
        var record = found.record();
        return new AppliedMeasure(
                0,
                lawful.measure().id(),
                lawful.measure().effect(),
                statement.matter(),
                one.party().id(),
                one.kind(),
                inForce.policy().authority(one.body()).orElseThrow().id(),
                statement.decision(),
                new AppliedMeasure.Ground(
                        record.address(),
                        record.organisationId(),
                        record.recordId(),
                        record.version(),
                        found.finding().documentNumber()),
                one.day(),
                lawful.until(),
                statement.receiptId(),
                one.policy().version(),
                actor.name(),
                actor.kind().name(),
                now());
    }

    private Applying kept(AppliedMeasure measure) {
        return store.add(measure)
                .map(id -> (Applying) new Applying.Applied(store.find(id).orElseThrow(), false))
                .orElseGet(() -> new Applying.Applied(store.same(measure).orElseThrow(), true));
    }

    private Applying refusal(Policy policy, Use use) {
        return switch (guard.of(policy).judge(use, today())) {
            case Verdict.Refused refused -> new Applying.Refused(refused);
            case Verdict.Lawful lawful ->
                throw new IllegalStateException(lawful.measure().id() + " was let through without a subject");
        };
    }

    private static Use use(Statement statement, Party party, String body, Support support) {
        return new Use(statement.measure(), statement.matter(), party, body, statement.decision(), support);
    }

    private Optional<Organisation> organisation(CodeFinding code) {
        return code.uscc().isPresent()
                ? organisations.findByCode(code.normalised())
                : organisations.findByOlderNumber(code.normalised());
    }

    public Optional<AppliedMeasure> find(long id) {
        return store.find(id);
    }

    /**
     * Newest first.
     *
     * @param authority id of the body; null for all
     * @param before id before which the page begins
     */
    public List<AppliedMeasure> list(@Nullable String authority, long before, int limit) {
        return store.list(authority, before, limit);
    }

    /** Of an organisation and of the entries merged into it, newest first. */
    public List<AppliedMeasure> ofOrganisation(long id) {
        return store.ofOrganisations(organisations.idsOf(id));
    }

    /** Whether each of them is on now, by id: what its ground supports in this moment, and never again once it was off. */
    public Map<Long, AppliedState> states(Collection<AppliedMeasure> measures) {
        Policy policy = inForce.policy();
        LocalDate day = today();
        Map<Long, AppliedState> before =
                store.states(measures.stream().map(AppliedMeasure::id).toList());
        Map<Long, Support> now = supports.now(measures, Map.of(), policy, day);
        Map<Long, AppliedState> states = new HashMap<>();
        for (AppliedMeasure measure : measures) {
            AppliedState last = before.getOrDefault(measure.id(), AppliedState.ON);
            states.put(
                    measure.id(),
                    last.kind() == AppliedState.Kind.OFF
                            ? last
                            : judged(measure, Objects.requireNonNull(now.get(measure.id())), policy, day));
        }
        return states;
    }

    AppliedState judged(AppliedMeasure measure, Support support, Policy policy, LocalDate day) {
        return AppliedState.of(
                guard.of(policy).stays(measure.measure(), new Party.Registered(measure.subject()), support, day));
    }

    Policy policy() {
        return inForce.policy();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
