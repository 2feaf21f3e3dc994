package org.xinheng.server.correction.hook;

/** What a consumer answered when asked for a record that it acknowledged as removed. */
enum ProbeOutcome {
    /** 404 or 410. */
    GONE,
    /** The record was still given out. */
    SERVING,
    /** Nothing that says either. */
    UNANSWERED;

    private static final int NOT_FOUND = 404;
    private static final int GONE_FOR_GOOD = 410;

    static ProbeOutcome of(int status) {
        if (status == NOT_FOUND || status == GONE_FOR_GOOD) {
            return GONE;
        }
        return status >= 200 && status < 300 ? SERVING : UNANSWERED;
    }
}
