package org.xinheng.client;

/**
 * What came of a check. Only {@link Clear}, {@link Hit}, {@link Unknown} and {@link Stale} are answers; a switch over this that
 * compiles has thought of the other two.
 */
public sealed interface CheckResult {

    /** No measure applies in this matter (本事项未见适用措施). No certificate of good credit. */
    record Clear(Answer answer) implements CheckResult {}

    /** Measures apply in this matter (本事项有适用措施). */
    record Hit(Answer answer) implements CheckResult {}

    /** The organisation is not known here. */
    record Unknown(Answer answer) implements CheckResult {}

    /** A source on which the matter depends is late: nothing can be concluded. */
    record Stale(Answer answer) implements CheckResult {}

    /**
     * The question was refused: it is to be mended, and asking again will not help.
     *
     * @param status HTTP status
     * @param type type of the problem (RFC 9457)
     * @param detail what to do about it, in the language of the client
     */
    record Refused(int status, String type, String title, String detail) implements CheckResult {}

    /** Nobody can say: ask again later, and do not go on as if it were clear. */
    record Unavailable(Why why, String detail) implements CheckResult {}

    /** Why there is no answer. */
    enum Why {
        /** No connection, or it broke off. */
        UNREACHABLE,
        TIMEOUT,
        /** The server said that it cannot answer now. */
        SERVER,
        /** Id or secret of the client are wrong, or it may not ask. */
        CREDENTIALS,
        /** What came is no answer to this question. */
        MALFORMED,
        /** What came does not prove itself: changed on its way, or signed with a key that is not ours. */
        UNPROVEN,
        /**
         * An exercise came and the client asks in earnest, or the other way round: made-up organisations (演练) are told only to a client whose
         * {@link XinhengClient.Settings#forExercises() settings} say so.
         */
        EXERCISE,
        /** So many calls failed that none is made for a while. */
        CIRCUIT_OPEN,
        INTERRUPTED
    }
}
