package org.xinheng.server.measure.feedback;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as feedback looks at it.
 *
 * @param source id of the body that asked; null for an asker of no body
 * @param code of the organisation as the answer has it
 * @param caseNumber number of the case at the asking body
 * @param measures ids of the measures that the answer named
 * @param answered those of them that were answered
 */
public record AskedCheck(
        long receipt,
        Instant askedAt,
        String matter,
        long organisationId,
        @Nullable String source,
        String actor,
        String actorKind,
        String code,
        String caseNumber,
        List<String> measures,
        List<String> answered) {

    public AskedCheck {
        measures = List.copyOf(measures);
        answered = List.copyOf(answered);
    }

    /** Measures of which nothing was said, in the order of the answer. */
    public List<String> open() {
        Set<String> done = new HashSet<>(answered);
        return measures.stream().filter(measure -> !done.contains(measure)).toList();
    }
}
