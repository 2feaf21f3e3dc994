package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel.Grade;

/** What a model says of an organisation on a day (评价结果). */
public sealed interface Evaluation {

    LocalDate day();

    /**
     * @param grade the grade, ceilings included
     * @param byPoints the grade that the points alone give
     * @param points sum of the dimensions, which is the sum of the contributions
     * @param dimensions points of each, in the order of the model
     * @param contributions every point that is there or not, dimension by dimension as it was found
     */
    record Rated(
            LocalDate day,
            Grade grade,
            Grade byPoints,
            int points,
            List<Integer> dimensions,
            List<Contribution> contributions)
            implements Evaluation {

        public Rated {
            dimensions = Collections.unmodifiableList(dimensions);
            contributions = Collections.unmodifiableList(contributions);
        }
    }

    /**
     * Not rated (不评价).
     *
     * @param from first day on which there is enough data; null when that day is not known or changes nothing
     */
    record NotRated(LocalDate day, Why why, @Nullable LocalDate from) implements Evaluation {}

    /** Why an organisation is not rated. */
    enum Why {
        /** The model is not for organisations of this kind. */
        OUT_OF_SCOPE,
        /** Deregistered, revoked, moved away. */
        STATE,
        /** The register does not know it, or not since when. */
        NOT_REGISTERED,
        TOO_LITTLE_DATA
    }

    default Optional<Rated> rated() {
        return this instanceof Rated rated ? Optional.of(rated) : Optional.empty();
    }
}
