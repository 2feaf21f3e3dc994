package org.xinheng.server.evaluation.advice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.evaluation.desk.Matter;

/**
 * Advice that was given (信用提升建议).
 *
 * @param documentId the served document
 * @param offer what was offered with it
 * @param answer the last one; null while there is none, which has no effect
 */
record Advice(
        long id,
        Matter matter,
        long documentId,
        Offer offer,
        Instant servedAt,
        @Nullable Answer answer) {

    /** @param talk whether an advisory talk is offered; @param courses ids of trainings */
    record Offer(boolean talk, List<String> courses) {
        Offer {
            courses = List.copyOf(courses);
        }
    }

    /** @param talk whether the organisation wants the talk; @param courses those that it wants to attend */
    record Answer(boolean talk, List<String> courses, Instant at) {
        Answer {
            courses = List.copyOf(courses);
        }
    }
}
