package org.xinheng.server.measure.batch;

import java.io.IOException;

/** A list that is not answered at all, for reasons that its sender can act on. */
public final class ListRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** Which kind of refusal. */
    public enum Why {
        /** No line has a code. */
        EMPTY,
        TOO_LONG,
        UNREADABLE
    }

    ListRefused(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** Where, what, what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
