package org.xinheng.core.policy;

import java.util.List;

/**
 * What follows a grade (评价结果应用): more or fewer inspections, a talk, a training that is offered. None of it is a restriction, and
 * none is a condition of anything.
 *
 * @param model id of the model that gives the grade
 * @param grades grades that it follows
 */
public record FollowUp(Rule rule, String model, List<String> grades, Action action) {

    public FollowUp {
        grades = List.copyOf(grades);
    }

    public enum Action {
        FEWER_INSPECTIONS,
        USUAL_INSPECTIONS,
        MORE_INSPECTIONS,
        /** 提示约谈: advice by whoever made the finding; a warning talk takes a finding, not a grade. */
        ADVISORY_TALK,
        /** Offered, free and optional. */
        TRAINING_OFFERED
    }
}
