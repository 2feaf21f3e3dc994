package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.EvaluationModel.Grade;

/**
 * "If this happened, the result would be that" (如果……则……), all else as on the day of the result.
 *
 * @param records addresses of the records that would no longer count; empty where only time passes
 * @param from the day for which the model was run: the first on which it can happen
 */
public record WhatIf(Step step, List<String> records, LocalDate from, int points, Grade grade) {

    public WhatIf {
        records = List.copyOf(records);
    }

    public enum Step {
        REPAIR,
        REMOVAL,
        PERFORMANCE,
        RECTIFICATION,
        /** All records for which there is a way. */
        ALL,
        /** Nothing is done: records fade and end. */
        TIME,
        /** Not rated today, for want of data. */
        ENOUGH_DATA
    }
}
