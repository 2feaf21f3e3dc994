package org.xinheng.server.intake.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.DeliverySearch;
import org.xinheng.server.intake.DeliverySearch.Found;
import org.xinheng.server.intake.Mandated;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationHit;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Words;

/** The counter (报送窗口): a source sees and delivers only its own, the credit office everybody's. */
public final class Desk {

    private static final int MOST_CANDIDATES = 10;

    private final Deliveries deliveries;
    private final Organisations organisations;
    private final AccessLog log;
    private final PolicyInForce inForce;
    private final Clock clock;

    public Desk(Deliveries deliveries, Organisations organisations, AccessLog log, PolicyInForce inForce, Clock clock) {
        this.deliveries = deliveries;
        this.organisations = organisations;
        this.log = log;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** For which source an actor acts. */
    public sealed interface Mandate {
        /**
         * @param source code, or id where the pack knows no sources
         * @param mandated null where the actor's own source is meant, or the actor delivers for all
         */
        record For(String source, @Nullable Mandated mandated) implements Mandate {}

        /** The pack has a mandate between the two bodies that does not reach so far. */
        record Beyond(Functions.Mandate mandate, Functions.Limit limit) implements Mandate {}

        /** It has no source of its own and named none. */
        record NobodyNamed() implements Mandate {}

        record NotItsOwn() implements Mandate {}
    }

    /** @param asked code or id of the source; null or blank when the actor did not say */
    public Mandate mandate(Actor actor, String type, @Nullable String asked) {
        Policy policy = inForce.policy();
        String named = asked == null || asked.isBlank() ? null : code(policy, asked.strip());
        if (actor.may(Permission.DELIVER_FOR_ALL)) {
            String source = named == null ? usual(policy, actor, type) : named;
            return source == null ? new Mandate.NobodyNamed() : new Mandate.For(source, null);
        }
        String own = actor.source() == null ? null : code(policy, actor.source());
        if (own == null) {
            return new Mandate.NotItsOwn();
        }
        return named == null || named.equals(own) ? new Mandate.For(own, null) : another(policy, own, named, type);
    }

    /** For another body: only under a mandate of the pack (代报). */
    private Mandate another(Policy policy, String own, String named, String type) {
        Authority by = policy.authority(own).orElse(null);
        Authority of = policy.authority(named).orElse(null);
        if (by == null || of == null) {
            return new Mandate.NotItsOwn();
        }
        return switch (policy.instruments().functions().mandating(by, of, type, today())) {
            case Functions.Mandating.Given(var mandate) ->
                new Mandate.For(named, new Mandated(own, mandate.rule().id()));
            case Functions.Mandating.Beyond(var mandate, var limit) -> new Mandate.Beyond(mandate, limit);
            case Functions.Mandating.None() -> new Mandate.NotItsOwn();
        };
    }

    /** Sources among which an actor chooses; empty where it delivers for one only. */
    public List<Authority> sources(Actor actor) {
        Policy policy = inForce.policy();
        if (actor.may(Permission.DELIVER_FOR_ALL)) {
            return policy.authorities();
        }
        Authority own =
                actor.source() == null ? null : policy.authority(actor.source()).orElse(null);
        if (own == null) {
            return List.of();
        }
        List<Functions.Mandate> mandates = policy.instruments().functions().mandatesOf(own, today());
        return mandates.isEmpty()
                ? List.of()
                : policy.authorities().stream()
                        .filter(authority -> authority.equals(own)
                                || mandates.stream().anyMatch(mandate -> Functions.names(mandate.forBody(), authority)))
                        .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The register comes from the registration authority unless somebody says otherwise. */
    private static @Nullable String usual(Policy policy, Actor actor, String type) {
        boolean register = policy.recordType(type)
                .filter(found -> found.target() == RecordType.Target.REGISTER)
                .isPresent();
        String usual = register ? policy.place().registrationSource() : actor.source();
        return usual == null ? null : code(policy, usual);
    }

    /** A delivery that the actor may see; one that it may not see is not there. */
    public Optional<Delivery> find(Actor actor, long id) {
        return deliveries.find(id).filter(delivery -> sees(actor, delivery));
    }

    /**
     * Newest first; the read is logged.
     *
     * @param asked a source, for those who see all; null for whatever the actor may see
     */
    public List<Delivery> list(Actor actor, @Nullable String asked, int limit) {
        log.read(actor, "deliveries", null, ReadingPurpose.of(seesAll(actor)).code());
        if (seesAll(actor)) {
            return deliveries.ofSource(asked == null || asked.isBlank() ? null : asked.strip(), limit);
        }
        String own = actor.source();
        return own == null ? List.of() : deliveries.ofSource(own, limit);
    }

    /**
     * One page of what is looked for, within what the actor may see; the read is logged.
     *
     * @param what name of the read in the log
     * @param search its source counts for those who see all only
     */
    public Found search(Actor actor, String what, DeliverySearch search, long offset, int limit) {
        log.read(actor, what, null, ReadingPurpose.of(seesAll(actor)).code());
        if (seesAll(actor)) {
            return deliveries.search(search, offset, limit);
        }
        String own = actor.source();
        return own == null ? new Found(List.of(), 0) : deliveries.search(search.of(own), offset, limit);
    }

    public boolean seesAll(Actor actor) {
        return actor.may(Permission.DELIVER_FOR_ALL) || actor.may(Permission.OVERSEE);
    }

    private boolean sees(Actor actor, Delivery delivery) {
        return seesAll(actor) || isOwn(actor, delivery);
    }

    /** Its source's, or brought by it for another. */
    private boolean isOwn(Actor actor, Delivery delivery) {
        if (actor.source() == null) {
            return false;
        }
        String own = code(inForce.policy(), actor.source());
        Mandated mandated = delivery.mandated();
        return own.equals(delivery.source()) || (mandated != null && own.equals(mandated.by()));
    }

    /** Notes that an actor reads a delivery or the answers to its rows; call it before they are given out. */
    public void reads(Actor actor, Delivery delivery, String what) {
        log.read(actor, what, null, ReadingPurpose.of(!isOwn(actor, delivery)).about(delivery.id()));
    }

    /** Says what was found in deliveries of a type. */
    public Sentences sentences(Words words, String type) {
        Policy policy = inForce.policy();
        Map<Long, String> known = new HashMap<>();
        return new Sentences(
                words, policy, policy.recordType(type).orElseThrow(), id -> known.computeIfAbsent(id, this::nameOf));
    }

    private String nameOf(long organisation) {
        OrganisationLabel label = organisations.labels(List.of(organisation)).get(organisation);
        return label == null ? Long.toString(organisation) : label.name();
    }

    /** Organisations that a waiting row may be about, by the likeness of names alone: a human links, never a program. */
    public List<OrganisationHit> candidates(Delivery delivery, RowReceipt row) {
        int name = inForce.policy().recordType(delivery.type()).orElseThrow().indexOf(Field.Role.SUBJECT_NAME);
        if (row.outcome() != RowOutcome.WAITING || name < 0 || name >= row.cells().length) {
            return List.of();
        }
        String written = row.cells()[name];
        return written == null ? List.of() : organisations.candidates(written, MOST_CANDIDATES);
    }

    private static String code(Policy policy, String codeOrId) {
        return policy.authority(codeOrId).map(Authority::code).orElse(codeOrId);
    }
}
