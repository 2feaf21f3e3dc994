package org.xinheng.server.evaluation.release;

/** What came of a step towards giving out a grade. */
sealed interface Outcome {

    record Done(Notice notice) implements Outcome {}

    record Refused(Why why) implements Outcome {}

    enum Why {
        /** The pack says nothing of giving out grades, or has no such model. */
        NO_RULE,
        /** No such organisation, or no such notice for whoever asks. */
        UNKNOWN,
        /** The grade of today is none of which an organisation is told first. */
        NOT_BAD,
        /** The organisation was told of this very result. */
        TOLD,
        /** It has answered. */
        ANSWERED,
        /** The notice was decided. */
        DECIDED,
        /** The time to answer runs, and there is no answer. */
        TIME_RUNS,
        /** The result is another one today: it takes a new notice, or none. */
        CHANGED
    }
}
