package org.xinheng.server.voluntary.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.VoluntaryKind;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.voluntary.FactSearch.Scope;
import org.xinheng.server.voluntary.VoluntaryFact;
import org.xinheng.server.voluntary.VoluntaryFacts;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** Who sees which facts, who verifies which, and that every look inside is logged. */
final class VoluntaryDesk {

    private final VoluntaryFacts facts;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;
    private final Clock clock;

    VoluntaryDesk(
            VoluntaryFacts facts, Organisations organisations, PolicyInForce inForce, AccessLog log, Clock clock) {
        this.facts = facts;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
        this.clock = clock;
    }

    Policy policy() {
        return inForce.policy();
    }

    VoluntaryFacts facts() {
        return facts;
    }

    Organisations organisations() {
        return organisations;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), Formats.BEIJING);
    }

    FormCheck check(Words words) {
        return new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy().codes())));
    }

    /** Kinds in force, in the order of the pack. */
    List<VoluntaryKind> kinds() {
        return policy().instruments().voluntaryKinds().stream()
                .filter(kind -> kind.rule().validity().covers(today()))
                .toList();
    }

    /** A kind that the pack has, in force or not. */
    Optional<VoluntaryKind> kind(String id) {
        return policy().instruments().voluntaryKinds().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst();
    }

    /** @param kind id of a kind, also of one that the pack has no more */
    String titleOf(String kind, Words words) {
        return kind(kind).map(one -> words.say(one.rule().title())).orElse(kind);
    }

    /** Id of the body that decided on a fact, or is to; null for the lead authority. */
    @Nullable
    String bodyOf(VoluntaryFact fact) {
        return fact.decision() != null
                ? fact.decision().body()
                : kind(fact.content().kind()).map(VoluntaryKind::verifier).orElse(null);
    }

    /** Name of a body; of the lead authority where none is named. */
    Title body(@Nullable String id) {
        return id == null
                ? policy().place().leadAuthority()
                : policy().authority(id).map(authority -> authority.name()).orElse(new Title(id, id));
    }

    Optional<Organisation> own(Actor actor) {
        return Optional.ofNullable(actor.organisation()).flatMap(organisations::findByCode);
    }

    /** @param export whether it is taken home */
    void looked(Actor actor, boolean export) {
        String what = export ? "voluntary.export" : "voluntary.list";
        log.read(actor, what, own(actor).map(Organisation::id).orElse(null), purpose(actor));
    }

    /** All that the actor may see; whoever shows of it says so with {@link #looked}. */
    Scope scope(Actor actor) {
        Organisation own = own(actor).orElse(null);
        Map<String, String> verifiers = new HashMap<>();
        for (VoluntaryKind kind : policy().instruments().voluntaryKinds()) {
            if (kind.verifier() != null) {
                verifiers.put(kind.id(), kind.verifier());
            }
        }
        return actor.may(Permission.OWN_FILE)
                ? new Scope(own == null ? List.of() : own.ids(), null, verifiers)
                : new Scope(null, seen(actor), verifiers);
    }

    /** Kinds that the actor sees without being their subject: the office and its overseers all, a body those that it verifies. */
    private List<String> seen(Actor actor) {
        return policy().instruments().voluntaryKinds().stream()
                .filter(kind -> actor.may(Permission.OVERSEE) || verifies(actor, kind))
                .map(VoluntaryKind::id)
                .toList();
    }

    /** Kinds that wait for the actor. */
    List<String> toVerify(Actor actor) {
        return policy().instruments().voluntaryKinds().stream()
                .filter(kind -> verifies(actor, kind))
                .map(VoluntaryKind::id)
                .toList();
    }

    private static boolean verifies(Actor actor, VoluntaryKind kind) {
        return kind.verifier() == null
                ? actor.may(Permission.DELIVER_FOR_ALL)
                : actor.may(Permission.DELIVER) && kind.verifier().equals(actor.source());
    }

    /** One that the actor may see; the look is logged. */
    Optional<VoluntaryFact> find(Actor actor, long id) {
        Optional<VoluntaryFact> found = facts.find(id).filter(fact -> sees(actor, fact));
        found.ifPresent(fact -> log.read(actor, "voluntary.fact", fact.organisation(), purpose(actor)));
        return found;
    }

    private boolean sees(Actor actor, VoluntaryFact fact) {
        return actor.may(Permission.OWN_FILE)
                ? isOwn(actor, fact)
                : seen(actor).contains(fact.content().kind());
    }

    boolean isOwn(Actor actor, VoluntaryFact fact) {
        return own(actor).filter(own -> own.ids().contains(fact.organisation())).isPresent();
    }

    boolean mayDecide(Actor actor, VoluntaryFact fact) {
        return fact.stage() == VoluntaryFact.Stage.DECLARED
                && kind(fact.content().kind())
                        .filter(kind -> verifies(actor, kind))
                        .isPresent();
    }

    boolean mayWithdraw(Actor actor, VoluntaryFact fact) {
        return fact.stage() != VoluntaryFact.Stage.WITHDRAWN && isOwn(actor, fact);
    }

    private static String purpose(Actor actor) {
        return actor.may(Permission.OWN_FILE)
                ? ReadingPurpose.OWN_WORK.code()
                : ReadingPurpose.of(actor.may(Permission.OVERSEE)).code();
    }
}
