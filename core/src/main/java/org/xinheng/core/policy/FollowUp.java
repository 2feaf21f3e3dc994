package org.xinheng.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a grade (评价结果应用): more or fewer inspections, advice, a talk or a training that is offered. None of it is a restriction,
 * and none is a condition of anything.
 *
 * @param model id of the model that gives the grade
 * @param grades grades that it follows
 * @param document id of the template of the document that brings it; null for none
 * @param courses that are offered, free and optional
 */
public record FollowUp(
        Rule rule,
        String model,
        List<String> grades,
        Action action,
        @Nullable String document,
        List<Course> courses) {

    public FollowUp {
        grades = List.copyOf(grades);
        courses = List.copyOf(courses);
    }

    /**
     * A training (信用培训).
     *
     * @param when day and place, in words
     * @param provider who holds it, in words
     */
    public record Course(String id, Title title, Title when, Title provider) {}

    public boolean follows(String ofModel, String grade) {
        return model.equals(ofModel) && grades.contains(grade);
    }

    public enum Action {
        FEWER_INSPECTIONS,
        USUAL_INSPECTIONS,
        MORE_INSPECTIONS,
        /** 信用提升建议: what would change the grade, in a document to the organisation. */
        ADVICE,
        /** 提示约谈: an offer that may be declined; a warning talk takes a finding, not a grade. */
        ADVISORY_TALK,
        /** Offered, free and optional. */
        TRAINING_OFFERED
    }
}
