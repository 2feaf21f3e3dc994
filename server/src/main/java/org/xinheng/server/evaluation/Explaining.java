package org.xinheng.server.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.WhatIf;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The explanation that is kept with a result: codes, ids and addresses of records, no text of any record. Words are found when
 * it is read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explaining(List<Integer> dimensions, List<Line> lines, List<Reason> reasons, List<If> whatIfs) {

    private static final JsonMapper JSON = JsonMapper.shared();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            Contribution.Effect effect,
            String dimension,
            @Nullable String indicator,
            @Nullable String record,
            int points) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            MainReasons.Reason.Code code,
            @Nullable String indicator,
            int points,
            List<String> records,
            @Nullable LocalDate latest) {}

    public record If(WhatIf.Step step, List<String> records, LocalDate from, int points, String grade) {}

    public static Explaining read(byte[] json) {
        return JSON.readValue(json, Explaining.class);
    }

    public static Explaining of(Evaluation result, List<MainReasons.Reason> reasons, List<WhatIf> whatIfs) {
        return new Explaining(
                result.rated().map(Evaluation.Rated::dimensions).orElse(List.of()),
                result.rated().stream()
                        .flatMap(rated -> rated.contributions().stream())
                        .map(Explaining::line)
                        .toList(),
                reasons.stream().map(Explaining::reason).toList(),
                whatIfs.stream()
                        .map(one -> new If(
                                one.step(),
                                one.records(),
                                one.from(),
                                one.points(),
                                one.grade().id()))
                        .toList());
    }

    private static Line line(Contribution one) {
        return new Line(
                one.effect(),
                one.dimension().id(),
                id(one.indicator()),
                one.recordId().orElse(null),
                one.points());
    }

    private static Reason reason(MainReasons.Reason one) {
        return new Reason(one.code(), id(one.indicator()), one.points(), one.records(), one.latest());
    }

    private static @Nullable String id(@Nullable Indicator indicator) {
        return indicator == null ? null : indicator.rule().id();
    }
}
