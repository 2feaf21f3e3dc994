package org.xinheng.server.evaluation.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;

/**
 * A notice before a bad grade is given out (评价结果事先告知).
 *
 * @param matter what the organisation was told
 * @param documentId the served document
 * @param answerBy last day to answer (Asia/Shanghai)
 * @param answer null while the organisation has not answered
 * @param decision null while nothing was decided
 */
record Notice(
        long id,
        Matter matter,
        long documentId,
        LocalDate answerBy,
        Instant servedAt,
        @Nullable Answer answer,
        @Nullable Decision decision) {

    /**
     * @param day of the evaluation
     * @param records addresses of the records that burdened the organisation
     */
    record Matter(long organisation, String model, String grade, LocalDate day, Set<String> records) {
        Matter {
            records = Set.copyOf(records);
        }

        static Matter of(long organisation, String model, Evaluation.Rated result) {
            return new Matter(organisation, model, result.grade().id(), result.day(), burdens(result));
        }

        /** Whether a result of today is the one that was told: the same grade, and no record that was not known then. */
        boolean covers(Evaluation.Rated now) {
            return grade.equals(now.grade().id()) && records.containsAll(burdens(now));
        }
    }

    record Answer(String text, Instant at) {}

    record Decision(boolean released, String reasons, Instant at) {}

    /** Where a notice stands. */
    enum State {
        /** The organisation may answer, and has not. */
        WAITING,
        /** It answered; the office reads that and decides. */
        ANSWERED,
        /** The time to answer is over without one. */
        UNANSWERED,
        /** The grade may be given out. */
        RELEASED,
        /** The grade is not given out on this notice. */
        WITHDRAWN
    }

    State state(LocalDate today) {
        if (decision != null) {
            return decision.released() ? State.RELEASED : State.WITHDRAWN;
        }
        if (answer != null) {
            return State.ANSWERED;
        }
        return today.isAfter(answerBy) ? State.UNANSWERED : State.WAITING;
    }

    private static Set<String> burdens(Evaluation.Rated result) {
        return result.contributions().stream()
                .filter(Contribution::burdens)
                .flatMap(line -> line.recordId().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
