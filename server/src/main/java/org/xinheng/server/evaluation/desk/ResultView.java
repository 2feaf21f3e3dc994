package org.xinheng.server.evaluation.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Words;

/**
 * A result in words, for the office.
 *
 * @param grade null when not rated; then why
 * @param points null when not rated
 * @param whatIfs what would change the result, each computed by the model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultView(
        Subject subject,
        String model,
        LocalDate day,
        @Nullable Grade grade,
        @Nullable Integer points,
        int total,
        @Nullable String notRated,
        List<Part> dimensions,
        List<Said> reasons,
        List<If> whatIfs,
        List<Line> contributions) {

    public record Subject(@Nullable String code, String name) {}

    public record Grade(String id, String title, String byPoints) {}

    public record Part(String id, String title, int points, int most) {}

    public record Said(String code, String text, List<String> records) {}

    public record If(String step, String text, LocalDate from, int points, String grade, List<String> records) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String dimension,
            @Nullable String indicator,
            @Nullable String title,
            @Nullable String record,
            @Nullable LocalDate decidedOn,
            String effect,
            String text,
            int points,
            String basis) {}

    public static ResultView of(Explained explained, Organisation organisation, Words words) {
        ExplanationWords said = new ExplanationWords(explained, words);
        Evaluation result = explained.result();
        Evaluation.Rated rated = result.rated().orElse(null);
        EvaluationModel model = explained.model();
        return new ResultView(
                new Subject(organisation.code(), organisation.name()),
                model.id(),
                result.day(),
                rated == null
                        ? null
                        : new Grade(
                                rated.grade().id(),
                                said.say(rated.grade().title()),
                                rated.byPoints().id()),
                rated == null ? null : rated.points(),
                model.total(),
                said.notRated(explained).orElse(null),
                rated == null ? List.of() : parts(model, rated, said),
                explained.reasons().stream()
                        .map(one -> new Said(one.code().name(), said.reason(one), one.records()))
                        .toList(),
                explained.whatIfs().stream()
                        .map(one -> new If(
                                one.step().name(),
                                said.whatIf(one),
                                one.from(),
                                one.points(),
                                one.grade().id(),
                                one.records()))
                        .toList(),
                rated == null ? List.of() : lines(model, rated, said));
    }

    private static List<Part> parts(EvaluationModel model, Evaluation.Rated rated, ExplanationWords said) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < model.dimensions().size(); i++) {
            Dimension one = model.dimensions().get(i);
            parts.add(
                    new Part(one.id(), said.say(one.title()), rated.dimensions().get(i), one.points()));
        }
        return parts;
    }

    /** Dimension by dimension, in the order of the model. */
    private static List<Line> lines(EvaluationModel model, Evaluation.Rated rated, ExplanationWords said) {
        List<String> order = model.dimensions().stream().map(Dimension::id).toList();
        return rated.contributions().stream()
                .sorted(Comparator.comparingInt((Contribution one) ->
                                order.indexOf(one.dimension().id()))
                        .thenComparing(one -> one.effect() != Contribution.Effect.START))
                .map(one -> line(model, one, said))
                .toList();
    }

    private static Line line(EvaluationModel model, Contribution one, ExplanationWords said) {
        Indicator indicator = one.indicator();
        RecordFact record = one.record();
        return new Line(
                said.say(one.dimension().title()),
                indicator == null ? null : indicator.rule().id(),
                indicator == null ? null : said.say(indicator.rule().title()),
                record == null ? null : record.id(),
                record == null ? null : record.decidedOn(),
                one.effect().name(),
                said.effect(one),
                one.points(),
                (indicator == null ? model.rule() : indicator.rule()).basis().citation());
    }
}
