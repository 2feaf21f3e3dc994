package org.xinheng.benchmarks.ground;

/** What a run is doing, on standard error. */
public final class Progress {

    private static final long START = System.nanoTime();

    private Progress() {}

    public static void say(String words) {
        System.err.printf("%6d s  %s%n", (System.nanoTime() - START) / 1_000_000_000L, words);
    }
}
