package org.xinheng.server.measure.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.measure.applied.AppliedMeasure;
import org.xinheng.server.measure.applied.AppliedMeasures;
import org.xinheng.server.measure.applied.AppliedState;
import org.xinheng.server.measure.applied.Applying;
import org.xinheng.server.measure.applied.MeasureNotice;
import org.xinheng.server.measure.applied.MeasureNotices;
import org.xinheng.server.measure.applied.Statement;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What pages and API share: a body sees what it applies itself, who oversees sees all, and every look is logged. */
public final class MeasureDesk {

    private final AppliedMeasures measures;
    private final MeasureNotices notices;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;

    MeasureDesk(
            AppliedMeasures measures,
            MeasureNotices notices,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log) {
        this.measures = measures;
        this.notices = notices;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
    }

    Policy policy() {
        return inForce.policy();
    }

    FormCheck check(Words words) {
        return new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy().codes())));
    }

    Applying apply(Statement statement, Actor actor) {
        return measures.apply(statement, actor);
    }

    List<AppliedMeasure> list(Actor actor, String what, long before, int limit) {
        log.read(actor, what, null, ReadingPurpose.of(overseeing(actor)).code());
        return sees(actor) ? measures.list(scope(actor), before, limit) : List.of();
    }

    Optional<AppliedMeasure> find(Actor actor, long id) {
        Optional<AppliedMeasure> found = measures.find(id)
                .filter(measure -> overseeing(actor) || measure.authority().equals(own(actor)));
        found.ifPresent(measure -> log.read(
                actor,
                "measures.file",
                measure.organisationId(),
                ReadingPurpose.of(overseeing(actor)).about(id)));
        return found;
    }

    List<MeasureNotice> notices(Actor actor, boolean unseenOnly, long before, int limit) {
        log.read(
                actor,
                "measures.notices",
                null,
                ReadingPurpose.of(overseeing(actor)).code());
        return sees(actor) ? notices.list(scope(actor), unseenOnly, before, limit) : List.of();
    }

    List<MeasureNotice> history(AppliedMeasure measure) {
        return notices.of(measure);
    }

    boolean see(Actor actor, long notice) {
        String body = own(actor);
        return body != null && notices.see(notice, body, actor);
    }

    Map<Long, AppliedState> states(List<AppliedMeasure> shown) {
        return measures.states(shown);
    }

    Map<Long, OrganisationLabel> parties(List<AppliedMeasure> shown) {
        return organisations.labels(
                shown.stream().map(AppliedMeasure::organisationId).distinct().toList());
    }

    String nameOf(String authority, Words words) {
        return policy().authority(authority)
                .map(Authority::name)
                .map(words::say)
                .orElse(authority);
    }

    Optional<Measure> measure(String id) {
        return policy().measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst();
    }

    String titleOf(String measure, Words words) {
        return measure(measure).map(one -> words.say(one.rule().title())).orElse(measure);
    }

    String matterOf(String matter, Words words) {
        var known = policy().matters().get(matter);
        return known == null ? matter : words.say(known.rule().title());
    }

    boolean overseeing(Actor actor) {
        return actor.may(Permission.OVERSEE);
    }

    /** Who belongs to no body and does not oversee has nothing to see. */
    private static boolean sees(Actor actor) {
        return actor.source() != null || actor.may(Permission.OVERSEE);
    }

    private @Nullable String scope(Actor actor) {
        return overseeing(actor) ? null : own(actor);
    }

    /** Id of the actor's body; null when it belongs to none. */
    private @Nullable String own(Actor actor) {
        String source = actor.source();
        return source == null ? null : idOf(source);
    }

    private String idOf(String source) {
        return policy().authority(source).map(Authority::id).orElse(source);
    }
}
