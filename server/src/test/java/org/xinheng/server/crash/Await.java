package org.xinheng.server.crash;

import java.time.Duration;

/** Waits by looking. */
final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 2;

    private Await() {}

    interface Question {
        boolean holds() throws Exception;
    }

    static void until(String what, Question question) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
