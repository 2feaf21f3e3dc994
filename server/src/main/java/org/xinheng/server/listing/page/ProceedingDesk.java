package org.xinheng.server.listing.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Competence;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Succession;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.listing.Listings;
import org.xinheng.server.listing.Warnings;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What pages and API share: who sees which proceedings, as whom an actor acts, and that every look is logged. */
final class ProceedingDesk {

    private static final Set<Act.Kind> SIGNED = Set.of(Act.Kind.DECIDE, Act.Kind.DECIDE_REMOVAL, Act.Kind.REVOKE);

    private final Listings listings;
    private final Warnings warnings;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;
    private final Clock clock;

    ProceedingDesk(
            Listings listings,
            Warnings warnings,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log,
            Clock clock) {
        this.listings = listings;
        this.warnings = warnings;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
        this.clock = clock;
    }

    Policy policy() {
        return inForce.policy();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    FormCheck check(Words words) {
        return new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy().codes())));
    }

    ActReading reading(FormCheck check, Words words) {
        return new ActReading(check, words, today());
    }

    /** Newest first. @param before number before which the page begins */
    List<Proceeding> list(Actor actor, long before, int size) {
        Optional<Organisation> own = ownOrganisation(actor);
        log.read(actor, "listing.proceedings", own.map(Organisation::id).orElse(null), purpose(actor));
        if (actor.may(Permission.OWN_FILE)) {
            return own.stream()
                    .flatMap(party -> listings.ofOrganisation(party.id()).stream())
                    .filter(proceeding -> proceeding.id() < before && told(proceeding))
                    .limit(size)
                    .toList();
        }
        if (actor.may(Permission.OVERSEE)) {
            return listings.list(null, before, size);
        }
        return authority(actor)
                .map(body -> listings.list(body.id(), before, size))
                .orElse(List.of());
    }

    /** What a body is warned of, what all are for who oversees; an organisation sees none. */
    List<Warnings.Warning> warnings(Actor actor, int limit) {
        if (actor.may(Permission.OWN_FILE)) {
            return List.of();
        }
        log.read(actor, "listing.warnings", null, purpose(actor));
        return actor.may(Permission.OVERSEE)
                ? warnings.standing(null, limit)
                : authority(actor)
                        .map(body -> warnings.standing(body.id(), limit))
                        .orElse(List.of());
    }

    /** One that the actor may see; one that it may not see is not there. */
    Optional<Proceeding> find(Actor actor, long id) {
        Optional<Proceeding> found = listings.find(id).filter(proceeding -> sees(actor, proceeding));
        found.ifPresent(proceeding ->
                log.read(actor, "listing.proceeding", proceeding.subject().organisation(), purpose(actor)));
        return found;
    }

    private boolean sees(Actor actor, Proceeding proceeding) {
        if (actor.may(Permission.OWN_FILE)) {
            return told(proceeding) && theirs(actor, proceeding);
        }
        return actor.may(Permission.OVERSEE)
                || authority(actor)
                        .filter(body -> new Succession(policy(), today()).conducts(body.id(), proceeding.authority()))
                        .isPresent();
    }

    /** Before the notice nothing is said to the organisation; an honour is asked about at once. */
    private boolean told(Proceeding proceeding) {
        boolean honour = list(proceeding).nature() == ListRule.Nature.HONOUR;
        return honour || proceeding.last(Act.Kind.NOTIFY).isPresent();
    }

    private static String purpose(Actor actor) {
        return actor.may(Permission.OVERSEE) ? "overseeing listings" : "own proceedings";
    }

    Outcome propose(Actor actor, String list, Organisation party, Act.Propose act, String key) {
        return listings.propose(list, party, act, officer(actor, Act.Kind.PROPOSE), key);
    }

    /** After a merger an organisation goes on acting as the entry that the proceeding is about. */
    Outcome act(Actor actor, Proceeding proceeding, int seen, Act act) {
        String subject = actor.may(Permission.OWN_FILE) && theirs(actor, proceeding)
                ? Long.toString(proceeding.subject().organisation())
                : "";
        Officer by = actor.may(Permission.OWN_FILE)
                ? new Officer(actor.name(), subject, Post.SUBJECT)
                : officer(actor, act.of());
        return listings.act(proceeding.id(), seen, act, by);
    }

    private boolean theirs(Actor actor, Proceeding proceeding) {
        return ownOrganisation(actor)
                .filter(party -> organisations
                        .idsOf(party.id())
                        .contains(proceeding.subject().organisation()))
                .isPresent();
    }

    /** An account with both posts signs as the head, and never what it proposed itself. */
    private Officer officer(Actor actor, Act.Kind act) {
        boolean head = actor.may(Permission.DECIDE_LISTING)
                && (SIGNED.contains(act) || !actor.may(Permission.PROPOSE_LISTING));
        Post post = head ? Post.HEAD : actor.may(Permission.PROPOSE_LISTING) ? Post.OFFICER : Post.CREDIT_OFFICE;
        return new Officer(actor.name(), authority(actor).map(Authority::id).orElse(""), post);
    }

    /** The acts that the actor's post may take where the proceeding stands; the guard decides of each. */
    List<Act.Kind> acts(Actor actor, Proceeding proceeding) {
        boolean honour = list(proceeding).nature() == ListRule.Nature.HONOUR;
        List<Act.Kind> acts = new ArrayList<>();
        for (Act.Kind kind : proceeding.stage(today()).acts()) {
            boolean posted = switch (kind) {
                case DECIDE, DECIDE_REMOVAL, REVOKE -> actor.may(Permission.DECIDE_LISTING);
                case CONSENT -> actor.may(Permission.OWN_FILE);
                case ANSWER, ASK_REMOVAL -> actor.may(Permission.PROPOSE_LISTING) || actor.may(Permission.OWN_FILE);
                case PROPOSE, NOTIFY, CALL_HEARING, HEAR, SERVE, DROP -> actor.may(Permission.PROPOSE_LISTING);
            };
            boolean fits = kind == Act.Kind.CONSENT ? honour : kind != Act.Kind.NOTIFY || !honour;
            if (posted && fits) {
                acts.add(kind);
            }
        }
        return acts;
    }

    Optional<Authority> authority(Actor actor) {
        String source = actor.source();
        return source == null ? Optional.empty() : policy().authority(source);
    }

    private Optional<Organisation> ownOrganisation(Actor actor) {
        String code = actor.organisation();
        return code == null ? Optional.empty() : organisations.findByCode(code);
    }

    Optional<Organisation> party(@Nullable String code) {
        return code == null || code.isBlank() ? Optional.empty() : organisations.findByCode(code);
    }

    Organisation party(Proceeding proceeding) {
        return organisations.find(proceeding.subject().organisation()).orElseThrow();
    }

    ListRule list(Proceeding proceeding) {
        return policy().instruments().list(proceeding.list()).orElseThrow();
    }

    /** @param typed id of a list; null where the pack has none of it */
    @Nullable
    ListRule list(@Nullable String typed) {
        return typed == null ? null : policy().instruments().list(typed.strip()).orElse(null);
    }

    /** Lists on which the actor's body decides today: id → title. */
    Map<String, String> lists(Actor actor, Words words) {
        Competence competence = new Competence(policy());
        Map<String, String> lists = new LinkedHashMap<>();
        authority(actor)
                .ifPresent(body -> policy().instruments().lists().forEach((id, list) -> {
                    if (competence.remit(id, body.id(), today()).isPresent()) {
                        lists.put(id, words.say(list.rule().title()));
                    }
                }));
        return lists;
    }

    String nameOf(String authority, Words words) {
        return policy().authority(authority).map(body -> words.say(body.name())).orElse(authority);
    }
}
