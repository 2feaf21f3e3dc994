package org.xinheng.server.measure.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.applied.AppliedMeasures;
import org.xinheng.server.measure.applied.Applying;
import org.xinheng.server.measure.applied.Statement;
import org.xinheng.server.policy.PolicyInForce;

/** Takes what was done after a check, once for each measure of its answer, and says which checks wait for it. */
public final class Feedbacks {

    /** Clock of the pack that says until when a hit is answered. */
    private static final String PERIOD = "check.feedback";

    private final FeedbackStore store;
    private final AppliedMeasures measures;
    private final PolicyInForce inForce;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public Feedbacks(
            JdbcClient sql,
            AppliedMeasures measures,
            PolicyInForce inForce,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = new FeedbackStore(sql, clock.getZone());
        this.measures = measures;
        this.inForce = inForce;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A receipt of the actor or of another of the same body. */
    public Optional<AskedCheck> find(long receipt, Actor actor) {
        return store.own(receipt, actor);
    }

    /**
     * Keeps what is said; that a measure was applied goes through the same guard as a statement of its own, and becomes an applied
     * measure with it or not at all. The same said again changes nothing.
     *
     * @return empty when there is no such receipt for the actor
     */
    public Optional<Giving> give(long receipt, Given given, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            AskedCheck check = store.own(receipt, actor).orElse(null);
            if (check == null) {
                return Optional.<Giving>empty();
            }
            Giving giving = give(check, given, actor);
            if (!(giving instanceof Giving.Kept)) {
                status.setRollbackOnly();
            }
            return Optional.of(giving);
        }));
    }

    private Giving give(AskedCheck check, Given given, Actor actor) {
        var by = new FeedbackStore.By(actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return switch (given) {
            case Given.Decided(String decision) ->
                store.add(check.receipt(), "DECIDED", "", null, decision, "", by)
                                || store.said(check.receipt(), "DECIDED", "", decision, "")
                        ? kept(check, actor)
                        : new Giving.Answered();
            case Given.NotApplied(String measure, String reason) -> notApplied(check, measure, reason, actor, by);
            case Given.Applied applied -> applied(check, applied, actor, by);
        };
    }

    private Giving notApplied(AskedCheck check, String measure, String reason, Actor actor, FeedbackStore.By by) {
        if (!check.measures().contains(measure)) {
            return new Giving.NoSuchMeasure();
        }
        return store.add(check.receipt(), "NOT_APPLIED", measure, null, "", reason, by)
                        || store.said(check.receipt(), "NOT_APPLIED", measure, "", reason)
                ? kept(check, actor)
                : new Giving.Answered();
    }

    private Giving applied(AskedCheck check, Given.Applied applied, Actor actor, FeedbackStore.By by) {
        if (!check.measures().contains(applied.measure())) {
            return new Giving.NoSuchMeasure();
        }
        if (store.said(check.receipt(), "APPLIED", applied.measure(), applied.decision(), "")) {
            return kept(check, actor);
        }
        if (check.answered().contains(applied.measure())) {
            return new Giving.Answered();
        }
        String record = applied.record().isBlank()
                ? store.firstRecord(check.receipt(), applied.measure()).orElse("")
                : applied.record();
        Statement statement = new Statement(
                check.code(), check.matter(), applied.measure(), record, null, applied.decision(), check.receipt());
        return switch (measures.apply(statement, actor)) {
            case Applying.Refused(var refusal) -> new Giving.Unlawful(refusal);
            case Applying.NoSuchOrganisation() -> new Giving.NoSuchMeasure();
            case Applying.Applied done ->
                store.add(
                                check.receipt(),
                                "APPLIED",
                                applied.measure(),
                                done.measure().id(),
                                applied.decision(),
                                "",
                                by)
                        ? kept(check, actor)
                        : new Giving.Answered();
        };
    }

    private Giving kept(AskedCheck check, Actor actor) {
        return new Giving.Kept(store.own(check.receipt(), actor).orElseThrow());
    }

    /**
     * Hits of a period, newest first.
     *
     * @param source id of the body; null for all
     */
    public List<AskedCheck> hits(@Nullable String source, LocalDate from, LocalDate to, int limit) {
        return store.hits(source, from, to, limit);
    }

    /**
     * Checks of any outcome that were asked on days of a period, newest first.
     *
     * @param whole whether those of everybody; otherwise those of the reader and of the reader's body
     */
    public List<MadeCheck> made(Actor reader, boolean whole, LocalDate from, LocalDate to, int limit) {
        return whole ? store.made(reader, from, to, limit) : store.madeBy(reader, from, to, limit);
    }

    /** Joint-measure cases by body and month. @param source id of the body; null for all */
    public List<JointCases> cases(@Nullable String source, LocalDate from, LocalDate to) {
        return store.cases(source, from, to);
    }

    /** Last day (Asia/Shanghai) on which a hit is answered in time, by the edition of the period in force when it was asked. */
    public LocalDate due(AskedCheck check) {
        Policy policy = inForce.policy();
        LocalDate asked = LocalDate.ofInstant(check.askedAt(), clock.getZone());
        return DueDate.of(policy.deadline(PERIOD, asked), policy.calendar(), asked)
                .date();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
