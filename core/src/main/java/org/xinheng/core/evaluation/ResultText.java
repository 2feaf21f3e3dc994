package org.xinheng.core.evaluation;

import org.xinheng.core.policy.EvaluationModel;

/** A result as one line of text in which every point is: two engines that agree on everything write the same bytes (评价结果文本). */
public final class ResultText {

    private ResultText() {}

    /** Codes, ids and addresses of records; no text of any record. */
    public static String of(Evaluation result) {
        return switch (result) {
            case Evaluation.NotRated not -> "not-rated " + not.why() + " " + not.from();
            case Evaluation.Rated rated -> {
                StringBuilder text = new StringBuilder();
                text.append(rated.grade().id())
                        .append(' ')
                        .append(rated.byPoints().id());
                text.append(' ').append(rated.points()).append(' ').append(rated.dimensions());
                for (Contribution one : rated.contributions()) {
                    EvaluationModel.Indicator indicator = one.indicator();
                    text.append('|').append(one.effect()).append(' ');
                    text.append(one.dimension().id()).append(' ');
                    text.append(indicator == null ? "" : indicator.rule().id()).append(' ');
                    text.append(one.recordId().orElse("")).append(' ').append(one.points());
                }
                yield text.toString();
            }
        };
    }
}
