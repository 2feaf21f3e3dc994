package org.xinheng.server.evaluation.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.FollowUp.Course;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.evaluation.desk.ResultView;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** What pages and API of advice share. */
final class AdviceDesk {

    private final Advising advising;
    private final Evaluations evaluations;
    private final Organisations organisations;
    private final AccessLog log;

    AdviceDesk(Advising advising, Evaluations evaluations, Organisations organisations, AccessLog log) {
        this.advising = advising;
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.log = log;
    }

    /** Who was advised and what they answered, the newest first. */
    List<AdviceView> all(Actor actor, long offset, int limit, Words words) {
        List<AdviceView> views = new ArrayList<>();
        for (Advice advice : advising.store().list(offset, limit)) {
            read(actor, advice, ReadingPurpose.OVERSIGHT);
            organisations
                    .find(advice.matter().organisation())
                    .map(one -> view(advice, one, null, words))
                    .ifPresent(views::add);
        }
        return views;
    }

    long count() {
        return advising.store().count();
    }

    /** Of the organisation that signed in: the last one for each model; nobody else has any. */
    List<AdviceView> own(Actor actor, Words words) {
        Organisation own = own(actor).orElse(null);
        if (own == null) {
            return List.of();
        }
        List<AdviceView> views = new ArrayList<>();
        List<String> models = new ArrayList<>();
        for (Advice advice : advising.store().of(organisations.idsOf(own.id()))) {
            if (!models.contains(advice.matter().model())) {
                models.add(advice.matter().model());
                read(actor, advice, ReadingPurpose.OWN_WORK);
                views.add(ownView(advice, own, words));
            }
        }
        return views;
    }

    private void read(Actor actor, Advice advice, ReadingPurpose purpose) {
        log.read(actor, "evaluation.advice", advice.matter().organisation(), purpose.about(advice.id()));
    }

    private Optional<Organisation> own(Actor actor) {
        return Optional.ofNullable(actor.organisation()).flatMap(organisations::findByCode);
    }

    /** @return empty when it is not the organisation's */
    Optional<AdviceView> answer(Actor actor, long id, boolean talk, List<String> courses, Words words) {
        return own(actor)
                .flatMap(own -> Optional.ofNullable(advising.answer(id, own, talk, courses, actor.name()))
                        .map(advice -> ownView(advice, own, words)));
    }

    private AdviceView ownView(Advice advice, Organisation own, Words words) {
        return view(advice, own, advising.stillAdvised(own, advice).orElse(null), words);
    }

    /** @param now the result of today, where its reasons are shown */
    private AdviceView view(Advice advice, Organisation organisation, @Nullable Explained now, Words words) {
        String id = advice.matter().model();
        EvaluationModel model = evaluations.models().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        ResultView said = now == null ? null : ResultView.of(now, organisation, words);
        Advice.Answer answer = advice.answer();
        return new AdviceView(
                Long.toString(advice.id()),
                organisation.code(),
                organisation.name(),
                id,
                model == null ? id : words.say(model.rule().title()),
                advice.matter().grade(),
                grade(model, advice.matter().grade(), words),
                advice.matter().day(),
                LocalDate.ofInstant(advice.servedAt(), Formats.BEIJING),
                Long.toString(advice.documentId()),
                advice.offer().talk(),
                courses(advice, words),
                said == null
                        ? null
                        : said.reasons().stream().map(ResultView.Said::text).toList(),
                said == null
                        ? null
                        : said.whatIfs().stream().map(ResultView.If::text).toList(),
                answer == null
                        ? null
                        : new AdviceView.Answer(
                                answer.talk(), answer.courses(), answer.at().toString()));
    }

    private List<AdviceView.CourseView> courses(Advice advice, Words words) {
        Map<String, Course> known = advising.courses();
        Advice.Answer answer = advice.answer();
        return advice.offer().courses().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(one -> new AdviceView.CourseView(
                        one.id(),
                        words.say(one.title()),
                        words.say(
                                AdviceText.OWN_COURSE,
                                words.say(one.title()),
                                words.say(one.when()),
                                words.say(one.provider())),
                        answer != null && answer.courses().contains(one.id())))
                .toList();
    }

    private static String grade(@Nullable EvaluationModel model, String grade, Words words) {
        return model == null
                ? grade
                : model.grades().stream()
                        .filter(one -> one.id().equals(grade))
                        .findFirst()
                        .map(one -> words.say(one.title()))
                        .orElse(grade);
    }
}
