package org.xinheng.server.evaluation.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.MainReasons.Reason;
import org.xinheng.core.evaluation.WhatIf;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.Title;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** Codes and facts of an explanation as sentences in the reader's language. */
final class ExplanationWords {

    private final EvaluationModel model;
    private final Words words;
    private final Formats formats;
    private final Map<String, Contribution> records = new HashMap<>();

    ExplanationWords(Explained explained, Words words) {
        model = explained.model();
        this.words = words;
        formats = new Formats(words.language());
        explained
                .result()
                .rated()
                .ifPresent(rated -> rated.contributions()
                        .forEach(line -> line.recordId().ifPresent(id -> records.putIfAbsent(id, line))));
    }

    String reason(Reason reason) {
        Indicator indicator = reason.indicator();
        Object[] facts = {
            indicator == null ? "" : words.say(indicator.rule().title()),
            reason.records().size(),
            day(reason.latest()),
            Math.abs(reason.points()),
            indicator == null || indicator.ceiling() == null
                    ? ""
                    : grade(indicator.ceiling().grade())
        };
        return words.say(EvaluationText.valueOf("REASON_" + reason.code().name()), facts);
    }

    /** Facts: the record, the day, the grade, the points, how many records. */
    String whatIf(WhatIf one) {
        String record = one.records().isEmpty() ? "" : record(one.records().getFirst());
        return words.say(
                EvaluationText.valueOf("STEP_" + one.step().name()),
                record,
                formats.day(one.from()),
                words.say(one.grade().title()),
                one.points(),
                one.records().size());
    }

    String effect(Contribution line) {
        return words.say(EvaluationText.valueOf("EFFECT_" + line.effect().name()));
    }

    private String record(String id) {
        return Optional.ofNullable(records.get(id))
                .map(line -> {
                    String title = line.indicator() == null
                            ? ""
                            : words.say(line.indicator().rule().title());
                    String day = line.record() == null
                            ? ""
                            : formats.day(line.record().decidedOn());
                    return day + " " + title;
                })
                .orElse(id);
    }

    private String grade(String id) {
        return model.grades().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(EvaluationModel.Grade::title)
                .map(words::say)
                .orElse(id);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : formats.day(day);
    }

    String say(Title title) {
        return words.say(title);
    }

    /** Why there is no grade; empty when there is one. */
    Optional<String> notRated(Explained explained) {
        return explained.result() instanceof Evaluation.NotRated
                ? explained.reasons().stream().findFirst().map(this::reason)
                : Optional.empty();
    }
}
