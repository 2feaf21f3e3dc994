package org.xinheng.server.evaluation.release;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.evaluation.desk.Matter;

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
}
