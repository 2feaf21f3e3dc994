package org.xinheng.server.inspection.plan;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.draw.Bundle;
import org.xinheng.core.draw.Bundle.BrokenBundle;
import org.xinheng.core.draw.BundleFault;
import org.xinheng.core.draw.Draw;
import org.xinheng.core.draw.Freezing;
import org.xinheng.core.draw.FrozenDraw;
import org.xinheng.core.draw.Inspector;
import org.xinheng.core.draw.Opening;
import org.xinheng.core.draw.SealedDraw;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.server.inspection.DrawSealed;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.inspection.plan.Outcome.Done;
import org.xinheng.server.inspection.plan.Outcome.Reason;
import org.xinheng.server.inspection.plan.Outcome.Refused;
import org.xinheng.server.inspection.plan.Plan.Awaited;
import org.xinheng.server.inspection.plan.Plan.Drawn;
import org.xinheng.server.inspection.plan.Plan.Order;
import org.xinheng.server.inspection.plan.Plan.Result;
import org.xinheng.server.inspection.plan.Plan.Sealed;
import org.xinheng.server.inspection.plan.Plan.Visit;
import org.xinheng.server.inspection.plan.PlanStore.By;
import org.xinheng.server.inspection.plan.PlanStore.Member;
import org.xinheng.server.inspection.plan.PlanStore.Texts;
import org.xinheng.server.listing.Listings;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * The life of a draw: planned, frozen and committed to, drawn by a value that came later, visited, published. Each step is taken
 * once. Who may take it is a matter of the caller.
 */
public final class Inspections {

    private static final Logger LOG = LoggerFactory.getLogger(Inspections.class);

    private final Stores stores;
    private final Sources sources;
    private final Surroundings surroundings;
    private final Calendar calendar;
    private final Clock clock;
    private final Writing writing;
    private final SecureRandom random = new SecureRandom();

    public record Stores(PlanStore plans, StaffStore staff) {}

    /** What a pool is made of. */
    public record Sources(PolicyInForce inForce, Organisations organisations, Listings listings, RiskClasses classes) {}

    public record Writing(TransactionTemplate transaction, ApplicationEventPublisher events) {}

    public Inspections(Stores stores, Sources sources, Calendar calendar, Clock clock, Writing writing) {
        this.stores = stores;
        this.sources = sources;
        this.surroundings = new Surroundings(stores, sources, calendar);
        this.calendar = calendar;
        this.clock = clock;
        this.writing = writing;
    }

    public PlanStore plans() {
        return stores.plans();
    }

    public Calendar calendar() {
        return calendar;
    }

    /** Empty where the pack in force says nothing of inspections. */
    public Optional<InspectionRules> rules() {
        return Optional.ofNullable(sources.inForce().policy().instruments().inspection());
    }

    /**
     * Makes a plan.
     *
     * @param key of the form: sent again, it makes nothing
     * @return the plan that stands under the key; empty when that is another one than was ordered
     */
    public Optional<Plan> make(Order order, String authority, String actor, String key) {
        return stores.plans()
                .make(order, by(authority, actor), key)
                .map(this::plan)
                .or(() -> stores.plans()
                        .made(authority, key)
                        .filter(plan -> plan.order().equals(order)));
    }

    /** A staff number is sent from now on, or no longer. */
    public void enter(Inspector inspector, boolean serves, String authority, String actor) {
        stores.staff().enter(inspector.staffNumber(), inspector.qualifications(), serves, by(authority, actor));
    }

    public void conflict(String staffNumber, long organisation, boolean stands, String authority, String actor) {
        stores.staff().conflict(staffNumber, organisation, stands, by(authority, actor));
    }

    /** Those who serve now, with the visits that they were assigned in the pack's period. */
    public List<Inspector> inspectors(String authority) {
        return rules().map(rules -> stores.staff().inspectors(authority, since(rules)))
                .orElse(List.of());
    }

    public Map<Long, List<String>> conflicts(String authority) {
        return stores.staff().conflicts(authority);
    }

    private By by(String authority, String actor) {
        return new By(authority, actor, clock.instant());
    }

    private Plan plan(long id) {
        return stores.plans().find(id).orElseThrow();
    }

    private Instant since(InspectionRules rules) {
        return calendar.today()
                .minus(rules.burden().within())
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    /** Freezes the pool as it is now and commits to it: from here on nothing of it can be changed. */
    public Outcome seal(Plan plan, String actor) {
        if (plan.sealed() != null) {
            return Outcome.refused(Reason.DONE_BEFORE);
        }
        Policy policy = sources.inForce().policy();
        InspectionRules rules = policy.instruments().inspection();
        RiskRules risk = policy.instruments().risk();
        RiskRules.Ratios ratios =
                risk == null ? null : risk.ratios().on(calendar.today()).orElse(null);
        if (rules == null || ratios == null) {
            return Outcome.refused(Reason.NO_RULES);
        }
        LocalDate earliest = calendar.earliestVisit(rules);
        if (plan.order().firstDay().isBefore(earliest)) {
            return Outcome.refused(Reason.TOO_SOON, earliest.toString());
        }
        List<String> gone = plan.order().items().stream()
                .filter(item -> rules.item(item).isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            return new Refused(Reason.UNKNOWN_ITEMS, gone);
        }
        if (rules.entropySource(plan.order().awaited().source()).isEmpty()) {
            return Outcome.refused(Reason.UNKNOWN_SOURCE);
        }
        Pool pool =
                new Pool(rules, ratios.percent(), plan.order(), surroundings.around(plan.authority(), since(rules)));
        sources.organisations().each(one -> pool.offer(one, plan.order()));
        if (!pool.missing().isEmpty()) {
            return new Refused(Reason.UNKNOWN_CODES, pool.missing());
        }
        return pool.size() < rules.smallestPool()
                ? Outcome.refused(
                        Reason.POOL_TOO_SMALL, Integer.toString(rules.smallestPool()), Integer.toString(pool.size()))
                : freeze(plan, rules, pool, actor);
    }

    private Outcome freeze(Plan plan, InspectionRules rules, Pool pool, String actor) {
        List<Inspector> staff = stores.staff().inspectors(plan.authority(), since(rules));
        Freezing.Outcome outcome;
        try {
            FrozenDraw.Head head = new FrozenDraw.Head(
                    plan.order().title(), source(plan.order().awaited(), rules), rules.team());
            outcome = new Freezing(head, Integer.MAX_VALUE, random).freeze(pool.entries(), staff, pool.quota());
        } catch (IllegalArgumentException e) {
            LOG.warn("Plan {} cannot be frozen", plan.id(), e);
            return Outcome.refused(Reason.UNFIT);
        }
        return switch (outcome) {
            case Freezing.Outcome.Done done -> commit(plan, done.frozen(), pool, actor);
            case Freezing.Outcome.NoTeam none -> new Refused(Reason.NO_TEAM, none.codes());
            case Freezing.Outcome.NobodyLeft _ -> Outcome.refused(Reason.NOBODY_LEFT);
            case Freezing.Outcome.TwoGroups torn ->
                throw new IllegalStateException("one organisation in two groups: " + torn.codes());
        };
    }

    /** The line by which everybody knows the value: source, issue and instant. */
    private static String source(Awaited awaited, InspectionRules rules) {
        String title =
                rules.entropySource(awaited.source()).orElseThrow().title().zh();
        return String.join(" ", title, awaited.issue(), awaited.published().toString());
    }

    private Outcome commit(Plan plan, Freezing.Frozen frozen, Pool pool, String actor) {
        Map<String, Member> members = new LinkedHashMap<>();
        frozen.openings().values().stream()
                .filter(one -> !one.row().isBlank())
                .forEach(one -> members.computeIfAbsent(
                        one.row().code(), code -> new Member(pool.idOf(code), code, Bundle.openLine(one))));
        Texts texts = new Texts(
                text(frozen.frozen().lines()),
                text(frozen.annex().lines()),
                text(frozen.openings().values().stream()
                        .map(Bundle::openLine)
                        .sorted()
                        .toList()));
        SealedDraw sealed = frozen.frozen().seal(clock.instant());
        Instant awaited = plan.order().awaited().published();
        if (!awaited.isAfter(sealed.at())) {
            return Outcome.refused(Reason.SEED_TOO_OLD, sealed.at().toString(), awaited.toString());
        }
        boolean first = Boolean.TRUE.equals(writing.transaction().execute(_ -> {
            Sealed written = new Sealed(
                    sealed.root(),
                    sealed.at(),
                    sources.inForce().policy().version(),
                    frozen.frozen().lots());
            boolean done = stores.plans().seal(plan.id(), written, texts, members.values(), actor);
            if (done) {
                writing.events().publishEvent(new DrawSealed(plan.id(), plan.authority(), sealed.root(), sealed.at()));
            }
            return done;
        }));
        return first ? new Done(plan(plan.id())) : Outcome.refused(Reason.DONE_BEFORE);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(String text) {
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /**
     * Enters the public value that the plan names and draws.
     *
     * @param entropy word for word as its source published it
     * @throws IllegalArgumentException when that is not one line of text
     */
    public Outcome draw(Plan plan, String entropy, String actor) {
        Sealed sealed = plan.sealed();
        Texts texts = stores.plans().texts(plan.id()).orElse(null);
        if (sealed == null || texts == null) {
            return Outcome.refused(Reason.NOT_SEALED);
        }
        if (plan.drawn() != null) {
            return Outcome.refused(Reason.DONE_BEFORE);
        }
        Instant published = plan.order().awaited().published();
        if (published.isAfter(clock.instant())) {
            return Outcome.refused(Reason.SEED_IN_FUTURE, published.toString());
        }
        FrozenDraw frozen;
        Map<String, Opening> openings;
        try {
            frozen = Bundle.readFrozen(lines(texts.frozen()));
            openings = Bundle.readOpenings(lines(texts.openings()));
        } catch (BrokenBundle e) {
            return changed(plan, "it cannot be read from line " + e.line() + " on", e);
        }
        return switch (new SealedDraw(frozen, sealed.root(), sealed.at()).open(entropy, published)) {
            case SealedDraw.Outcome.Drawn drawn -> keep(plan, drawn.draw(), openings, actor);
            case SealedDraw.Outcome.SeedTooOld old ->
                Outcome.refused(
                        Reason.SEED_TOO_OLD,
                        old.sealed().toString(),
                        old.published().toString());
            case SealedDraw.Outcome.Changed changed ->
                changed(plan, "the frozen lines hash to " + changed.found(), null);
        };
    }

    /** What is wrong goes into the log, for whoever finds out why: the office is told that there is something. */
    private static Outcome changed(Plan plan, String what, @Nullable Exception why) {
        LOG.error("What is kept of plan {} is not what was committed to: {}", plan.id(), what, why);
        return Outcome.refused(Reason.CHANGED);
    }

    private Outcome keep(Plan plan, Draw draw, Map<String, Opening> openings, String actor) {
        Bundle bundle;
        try {
            bundle = Bundle.open(draw, openings);
        } catch (IllegalArgumentException e) {
            return changed(plan, "the draw cannot be computed", e);
        }
        List<BundleFault> faults = bundle.check();
        if (!faults.isEmpty()) {
            return changed(plan, faults.toString(), null);
        }
        Map<String, Long> ids = stores.plans().members(plan.id());
        List<Visit> visits = new ArrayList<>();
        for (Draw.Visit visit : bundle.visits()) {
            String code = Optional.ofNullable(openings.get(visit.commitment()))
                    .orElseThrow()
                    .row()
                    .code();
            long id = Optional.ofNullable(ids.get(code)).orElseThrow();
            visits.add(new Visit(visits.size() + 1, id, visit.team(), null));
        }
        Drawn drawn = new Drawn(draw.entropy(), clock.instant());
        boolean first = Boolean.TRUE.equals(writing.transaction()
                .execute(_ -> stores.plans().draw(plan, drawn, text(bundle.lines()), visits, actor)));
        return first ? new Done(plan(plan.id())) : Outcome.refused(Reason.DONE_BEFORE);
    }

    /** Enters what a visit found; entered again, the later one holds. */
    public Outcome result(Plan plan, int no, LocalDate visitedOn, String outcome, String actor) {
        Drawn drawn = plan.drawn();
        if (drawn == null || stores.plans().visits(plan.id()).stream().noneMatch(visit -> visit.no() == no)) {
            return Outcome.refused(Reason.NO_SUCH_VISIT);
        }
        LocalDate drawnOn = LocalDate.ofInstant(drawn.at(), clock.getZone());
        if (visitedOn.isBefore(drawnOn) || visitedOn.isAfter(calendar.today())) {
            return Outcome.refused(
                    Reason.DAY_OUTSIDE, drawnOn.toString(), calendar.today().toString());
        }
        stores.plans().result(plan.id(), no, new Result(visitedOn, outcome, clock.instant()), actor);
        return new Done(plan(plan.id()));
    }

    /**
     * The bundle for auditor and court; empty until the draw. Whoever hands it out has logged the reading.
     *
     * @throws IllegalStateException when what is kept is not what was committed to
     */
    public Optional<String> fullBundle(Plan plan) {
        Sealed sealed = plan.sealed();
        Drawn drawn = plan.drawn();
        Texts texts = stores.plans().texts(plan.id()).orElse(null);
        if (sealed == null || drawn == null || texts == null) {
            return Optional.empty();
        }
        try {
            FrozenDraw frozen = Bundle.readFrozen(lines(texts.frozen()));
            return switch (new SealedDraw(frozen, sealed.root(), sealed.at())
                    .open(drawn.entropy(), plan.order().awaited().published())) {
                case SealedDraw.Outcome.Drawn open ->
                    Optional.of(text(checked(
                                    plan,
                                    Bundle.full(
                                            open.draw(),
                                            Bundle.readAnnex(lines(texts.annex())),
                                            Bundle.readOpenings(lines(texts.openings()))))
                            .lines()));
                case SealedDraw.Outcome.SeedTooOld _, SealedDraw.Outcome.Changed _ ->
                    throw new IllegalStateException("the pool of plan " + plan.id() + " is not what was committed to");
            };
        } catch (BrokenBundle e) {
            throw new IllegalStateException("the pool of plan " + plan.id() + " cannot be read", e);
        }
    }

    private static Bundle checked(Plan plan, Bundle bundle) {
        List<BundleFault> faults = bundle.check();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "the tickets of plan " + plan.id() + " are not those committed to: " + faults);
        }
        return bundle;
    }
}
