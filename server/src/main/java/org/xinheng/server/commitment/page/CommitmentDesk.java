package org.xinheng.server.commitment.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentItems;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.commitment.Commitments;
import org.xinheng.server.commitment.Warnings;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What pages and API share: who sees which commitments, as whom an actor acts, and that every look inside is logged. */
final class CommitmentDesk {

    /** Record type of commitments. */
    private static final String RECORDS = "commitment";

    private final Commitments commitments;
    private final Warnings warnings;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;
    private final Clock clock;

    CommitmentDesk(
            Commitments commitments,
            Warnings warnings,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log,
            Clock clock) {
        this.commitments = commitments;
        this.warnings = warnings;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
        this.clock = clock;
    }

    Warnings warnings() {
        return warnings;
    }

    /** What a body is warned of, what all are for who oversees; an organisation sees none. */
    List<Warnings.Warning> warnings(Actor actor, int limit) {
        if (actor.may(Permission.OWN_FILE)) {
            return List.of();
        }
        log.read(actor, "commitment.warnings", null, purpose(actor));
        return actor.may(Permission.OVERSEE)
                ? warnings.standing(null, limit)
                : body(actor).map(body -> warnings.standing(body.id(), limit)).orElse(List.of());
    }

    Commitments commitments() {
        return commitments;
    }

    Organisations organisations() {
        return organisations;
    }

    Policy policy() {
        return inForce.policy();
    }

    CommitmentItems items() {
        return policy().instruments().commitmentItems();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    FormCheck check(Words words) {
        return new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy().codes())));
    }

    /** Items in force, in the order of the list. */
    List<CommitmentItem> inForce() {
        return items().all().stream()
                .filter(item -> item.rule().validity().covers(today()))
                .toList();
    }

    /** The kind of a matter's commitments, with their template. */
    CommitmentType type(CommitmentItem item) {
        CommitmentType type = policy().instruments().commitments().get(item.type());
        if (type == null) {
            throw new IllegalStateException("the loader lets no item without its type through: " + item.id());
        }
        return type;
    }

    Optional<CommitmentItem> item(@Nullable String id) {
        return id == null
                ? Optional.empty()
                : items().item(id).filter(item -> item.rule().validity().covers(today()));
    }

    /**
     * What everybody may see of a page of commitments. None of individual businesses (个体工商户): their name is mostly a person's,
     * and no rule orders theirs published.
     */
    List<Promise> open(List<Promise> page) {
        return page.stream()
                .filter(promise -> promise.giver().kind() != SubjectKind.INDIVIDUAL_BUSINESS
                        && promise.shown(today())
                        && items().item(promise.item()).filter(this::isOpen).isPresent())
                .toList();
    }

    /** Numbers of the commitments among records. */
    Set<String> numbersOf(List<RecordVersion> records) {
        return policy().recordType(RECORDS)
                .flatMap(type -> type.field(Field.Role.DOCUMENT_NUMBER))
                .map(number -> records.stream()
                        .filter(record -> record.type().equals(RECORDS))
                        .map(record -> record.values().get(number.name()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /** By the same rule as delivered records of commitments; a pack without it shows none. */
    private boolean isOpen(CommitmentItem item) {
        GateRules gate = policy().gates().get(RECORDS);
        return gate != null && !gate.hiddenStatuses().contains(item.openness());
    }

    /** Newest first: the own ones of an organisation, those of a body, all for who oversees. */
    List<Promise> list(Actor actor, long before, int size) {
        Organisation own = own(actor).orElse(null);
        log.read(actor, "commitment.list", own == null ? null : own.id(), purpose(actor));
        if (actor.may(Permission.OWN_FILE)) {
            return own == null
                    ? List.of()
                    : commitments.of(own).stream()
                            .filter(promise -> promise.id() < before)
                            .limit(size)
                            .toList();
        }
        if (actor.may(Permission.OVERSEE)) {
            return commitments.list(null, before, size);
        }
        return body(actor)
                .map(body -> commitments.list(body.id(), before, size))
                .orElse(List.of());
    }

    /** One that the actor may see; one that it may not see is not there. */
    Optional<Promise> find(Actor actor, long id) {
        Optional<Promise> found = commitments.find(id).filter(promise -> sees(actor, promise));
        found.ifPresent(promise -> log.read(actor, "commitment", promise.giver().organisation(), purpose(actor)));
        return found;
    }

    private boolean sees(Actor actor, Promise promise) {
        if (actor.may(Permission.OWN_FILE)) {
            return theirs(actor, promise);
        }
        return actor.may(Permission.OVERSEE)
                || body(actor)
                        .filter(body -> body.id().equals(promise.authority()))
                        .isPresent();
    }

    /** Also when it was signed under an entry that was merged since. */
    private boolean theirs(Actor actor, Promise promise) {
        return own(actor)
                .filter(party -> party.ids().contains(promise.giver().organisation()))
                .isPresent();
    }

    private static String purpose(Actor actor) {
        return ReadingPurpose.of(actor.may(Permission.OVERSEE)).code();
    }

    Outcome sign(Actor actor, CommitmentItem item, Signing signing) {
        Organisation party = own(actor).orElseThrow();
        Promise blank = new Promise(0, "", item.id(), commitments.giver(party), signing.authority(), List.of());
        return commitments.sign(blank, signing.act(), officer(actor, Act.Kind.SIGN, blank), signing.key());
    }

    /** What was read of a form that signs. */
    record Signing(String authority, Act.Sign act, String key) {}

    Outcome act(Actor actor, Promise promise, int seen, Act act) {
        return commitments.act(promise.id(), seen, act, officer(actor, act.of(), promise));
    }

    private Officer officer(Actor actor, Act.Kind kind, Promise promise) {
        if (actor.may(Permission.OWN_FILE)) {
            // After a merger an organisation goes on acting as the entry that signed: the guard compares with that.
            String id = theirs(actor, promise) ? Long.toString(promise.giver().organisation()) : "";
            return new Officer(actor.name(), id, Post.SUBJECT);
        }
        String body = body(actor).map(Authority::id).orElse("");
        boolean decides = kind == Act.Kind.DECIDE || kind == Act.Kind.REPAIR;
        boolean head = actor.may(Permission.DECIDE_COMMITMENT) && (decides || !actor.may(Permission.ACCEPT_COMMITMENT));
        Post post = head ? Post.HEAD : actor.may(Permission.ACCEPT_COMMITMENT) ? Post.OFFICER : Post.CREDIT_OFFICE;
        return new Officer(actor.name(), body, post);
    }

    /** The acts that the actor's post may take where the commitment stands; the guard decides of each. */
    List<Act.Kind> acts(Actor actor, Promise promise) {
        return promise.stage().acts().stream()
                .sorted()
                .filter(kind -> switch (kind) {
                    case SIGN, WITHDRAW -> actor.may(Permission.OWN_FILE);
                    case ANSWER -> actor.may(Permission.OWN_FILE) || actor.may(Permission.ACCEPT_COMMITMENT);
                    case SUPPLY, LAPSE, REVIEW, NOTIFY -> actor.may(Permission.ACCEPT_COMMITMENT);
                    case DECIDE, REPAIR -> actor.may(Permission.DECIDE_COMMITMENT);
                })
                .toList();
    }

    private Optional<Authority> body(Actor actor) {
        String source = actor.source();
        return source == null ? Optional.empty() : policy().authority(source);
    }

    Optional<Organisation> own(@Nullable Actor actor) {
        String code = actor == null ? null : actor.organisation();
        return code == null ? Optional.empty() : organisations.findByCode(code);
    }

    /** Who gave them, as the register has it now: one question for a whole page. */
    Map<Long, OrganisationLabel> givers(List<Promise> promises) {
        return organisations.labels(
                promises.stream().map(promise -> promise.giver().organisation()).toList());
    }

    String titleOf(Promise promise, Words words) {
        return items().item(promise.item())
                .map(item -> words.say(item.rule().title()))
                .orElse(promise.item());
    }

    String nameOf(String authority, Words words) {
        return policy().authority(authority).map(body -> words.say(body.name())).orElse(authority);
    }
}
