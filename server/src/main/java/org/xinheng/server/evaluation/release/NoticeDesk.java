package org.xinheng.server.evaluation.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What API and pages of notices share. */
final class NoticeDesk {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 2_000;

    private final GradeNotices notices;
    private final Evaluations evaluations;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;

    NoticeDesk(
            GradeNotices notices,
            Evaluations evaluations,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log) {
        this.notices = notices;
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
    }

    /** @param field where it was typed: a page has one for each notice, the API one for all */
    record Typed(String field, @Nullable String text) {}

    FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
    }

    List<EvaluationModel> models() {
        return evaluations.models();
    }

    /** A model that is named, or the first one of the pack; blank where there is none. */
    String model(@Nullable String named) {
        return named == null || named.isBlank()
                ? evaluations.models().stream()
                        .findFirst()
                        .map(EvaluationModel::id)
                        .orElse("")
                : named.strip();
    }

    /** Those that wait for a decision first. */
    List<NoticeView> all(Actor actor, long offset, int limit, Words words) {
        return seen(actor, notices.store().list(offset, limit), ReadingPurpose.OVERSIGHT, words);
    }

    long count() {
        return notices.store().count();
    }

    /** Of the organisation that signed in; nobody else has any. */
    List<NoticeView> own(Actor actor, Words words) {
        return ownOrganisation(actor)
                .map(own -> seen(actor, ofEntries(own.id()), ReadingPurpose.OWN_WORK, words))
                .orElse(List.of());
    }

    private List<Notice> ofEntries(long organisation) {
        Collection<Long> entries = organisations.idsOf(organisation);
        return notices.store().of(entries);
    }

    private List<NoticeView> seen(Actor actor, List<Notice> found, ReadingPurpose purpose, Words words) {
        List<NoticeView> views = new ArrayList<>();
        for (Notice notice : found) {
            log.read(actor, "evaluation.notice", notice.matter().organisation(), purpose.about(notice.id()));
            view(notice, words).ifPresent(views::add);
        }
        return views;
    }

    Optional<NoticeView> view(Notice notice, Words words) {
        return organisations
                .find(notice.matter().organisation())
                .map(one -> NoticeView.of(notice, one, models(), notices.today(), words));
    }

    private Optional<Organisation> ownOrganisation(Actor actor) {
        return Optional.ofNullable(actor.organisation()).flatMap(organisations::findByCode);
    }

    Outcome serve(Actor actor, @Nullable String code, @Nullable String model) {
        return organisations
                .findByCode(code == null ? "" : code.strip())
                .map(organisation -> notices.serve(model(model), organisation, actor.name()))
                .orElse(new Outcome.Refused(Outcome.Why.UNKNOWN));
    }

    Optional<GradeNotices.Many> serveAll(Actor actor, @Nullable String model) {
        return notices.serveAll(model(model), actor.name());
    }

    /** @return null when the text is unfit: the check says why */
    @Nullable
    Outcome answer(Actor actor, long id, Typed answer, FormCheck check) {
        String text = check.reason(answer.field(), answer.text(), SHORTEST, LONGEST);
        if (check.failed()) {
            return null;
        }
        return ownOrganisation(actor)
                .map(own -> notices.answer(id, own.id(), text, actor.name()))
                .orElse(new Outcome.Refused(Outcome.Why.UNKNOWN));
    }

    /** @return null when the reasons are unfit: the check says why */
    @Nullable
    Outcome decide(Actor actor, long id, boolean release, Typed reasons, FormCheck check) {
        String text = check.reason(reasons.field(), reasons.text(), SHORTEST, LONGEST);
        return check.failed() ? null : notices.decide(id, release, text, actor.name());
    }

    /** The grade that the department of whoever asks may be given. */
    Optional<Explained> released(Actor actor, String code, @Nullable String model, String purpose) {
        Organisation organisation = organisations.findByCode(code.strip()).orElse(null);
        String body = actor.source();
        if (organisation == null || body == null) {
            return Optional.empty();
        }
        log.read(actor, "evaluation.released", organisation.id(), purpose);
        return notices.released(model(model), organisation, body);
    }
}
