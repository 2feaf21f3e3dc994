package org.xinheng.server.evaluation.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.evaluation.Evaluation.NotRated;
import org.xinheng.core.evaluation.Evaluation.Why;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.core.record.TypedText;
import org.xinheng.core.record.TypedText.Fit;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What API and page share. */
final class EvaluationDesk {

    private static final int LONGEST_PURPOSE = 200;
    private static final int ISO_DAY = "yyyy-MM-dd".length();

    private final Evaluations evaluations;
    private final Organisations organisations;
    private final AccessLog log;
    private final Clock clock;
    private final PolicyInForce inForce;

    EvaluationDesk(
            Evaluations evaluations, Organisations organisations, AccessLog log, Clock clock, PolicyInForce inForce) {
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.log = log;
        this.clock = clock;
        this.inForce = inForce;
    }

    /** @param model blank for the first one of the pack; @param day blank for today; @param purpose why somebody looks */
    record Question(
            String code,
            @Nullable String model,
            @Nullable String day,
            @Nullable String purpose) {}

    /** What came of a question. */
    sealed interface Answer {
        record Found(ResultView result) implements Answer {}

        record Wrong(EvaluationText title, EvaluationText advice, boolean unknown) implements Answer {}
    }

    Answer look(Actor actor, Question question, Words words) {
        String typed = question.purpose() == null ? "" : question.purpose();
        if (!(TypedText.line(typed, LONGEST_PURPOSE, masking()) instanceof Fit purpose)) {
            return new Answer.Wrong(EvaluationText.PROBLEM_PURPOSE, EvaluationText.PROBLEM_PURPOSE_ADVICE, false);
        }
        LocalDate day = day(question.day()).orElse(null);
        if (day == null) {
            return new Answer.Wrong(EvaluationText.PROBLEM_DAY, EvaluationText.PROBLEM_DAY_ADVICE, false);
        }
        Organisation organisation =
                organisations.findByCode(question.code().strip()).orElse(null);
        if (organisation == null) {
            return new Answer.Wrong(
                    EvaluationText.PROBLEM_ORGANISATION, EvaluationText.PROBLEM_ORGANISATION_ADVICE, true);
        }
        log.read(actor, "evaluation", organisation.id(), purpose.text());
        return model(question.model())
                .flatMap(model -> evaluations.explain(model, organisation, day))
                .<Answer>map(explained -> new Answer.Found(ResultView.of(explained, organisation, words)))
                .orElseGet(() ->
                        new Answer.Wrong(EvaluationText.PROBLEM_MODEL, EvaluationText.PROBLEM_MODEL_ADVICE, true));
    }

    /** The result of today by a model, in words; empty where the pack has no such model. */
    Optional<ResultView> today(String model, Organisation organisation, Words words) {
        return evaluations
                .explain(model, organisation, today())
                .map(explained -> ResultView.of(explained, organisation, words));
    }

    /** The same by a model made for such organisations; empty also where the model is for others. */
    Optional<ResultView> ifMeant(String model, Organisation organisation, Words words) {
        return evaluations
                .explain(model, organisation, today())
                .filter(explained -> !(explained.result() instanceof NotRated not && not.why() == Why.OUT_OF_SCOPE))
                .map(explained -> ResultView.of(explained, organisation, words));
    }

    /** The result of today of the organisation that signed in, and of no other. */
    Optional<ResultView> own(Actor actor, @Nullable String model, Words words) {
        Organisation own = actor.organisation() == null
                ? null
                : organisations.findByCode(actor.organisation()).orElse(null);
        if (own == null) {
            return Optional.empty();
        }
        log.read(actor, "evaluation.own", own.id(), ReadingPurpose.OWN_WORK.code());
        return model(model).flatMap(id -> today(id, own, words));
    }

    FormCheck check(Words words) {
        return new FormCheck(words, masking());
    }

    private FreeTextMasking masking() {
        return FreeTextMasking.of(CodeReader.of(inForce.policy().codes()));
    }

    /** A model that is named, or the first one of the pack. */
    Optional<String> model(@Nullable String named) {
        return named == null || named.isBlank()
                ? evaluations.models().stream().findFirst().map(EvaluationModel::id)
                : Optional.of(named.strip());
    }

    /** Today for no text; empty for one that is no day of a year with four digits. */
    Optional<LocalDate> day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(today());
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> text.strip().length() == ISO_DAY);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Of a day to come not everything is known: a run made in advance would stand in for the one of that day. */
    Optional<LocalDate> dayThatBegan(@Nullable String text) {
        return day(text).filter(day -> !day.isAfter(today()));
    }

    /** What was known on a day before today is for those who may read the past. Text that is no day is no past. */
    void guardPast(CurrentActor current, @Nullable String text) {
        if (day(text).filter(day -> day.isBefore(today())).isPresent()) {
            current.require(Permission.READ_PAST);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    Evaluations evaluations() {
        return evaluations;
    }
}
