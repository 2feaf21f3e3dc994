package org.xinheng.benchmarks.ground;

/** A run that cannot begin or go on, in one sentence for the person at the shell. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String sentence) {
        super(sentence);
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
