package org.xinheng.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops calling a server that does not answer (熔断): after so many failures in a row none is made for a while, then one tries; its end
 * decides for the others.
 */
final class CircuitBreaker {

    private final int failuresToOpen;
    private final long pauseNanos;
    private final LongSupplier nanos;
    private int failures;
    private boolean trying;
    private long openedAt;

    CircuitBreaker(int failuresToOpen, Duration pause, LongSupplier nanos) {
        this.failuresToOpen = failuresToOpen;
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether a call may be made now; whoever makes one says how it ended. */
    synchronized boolean admits() {
        if (failures < failuresToOpen) {
            return true;
        }
        if (trying || nanos.getAsLong() - openedAt < pauseNanos) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void ended(boolean well) {
        trying = false;
        failures = well ? 0 : Math.min(failures + 1, failuresToOpen);
        if (failures == failuresToOpen) {
            openedAt = nanos.getAsLong();
        }
    }
}
