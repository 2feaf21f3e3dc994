package org.xinheng.benchmarks.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Seconds of processor that processes have used so far, from Linux's own books; 0 elsewhere. On a machine that is shared with
 * others it says more than the clock on the wall.
 */
public final class CpuTime {

    private static final double TICKS_A_SECOND = 100;

    /** Counted behind the name of the program: fields 14 to 17 of the line. */
    private static final int FIRST_FIELD = 11;

    private CpuTime() {}

    /** A process by itself. */
    public static double of(long pid) throws IOException {
        return seconds(pid, 2);
    }

    /** A process, its children and all that ended before. */
    public static double ofFamily(long pid) throws IOException {
        double seconds = seconds(pid, 4);
        for (var child :
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
            seconds += seconds(child.pid(), 2);
        }
        return seconds;
    }

    private static double seconds(long pid, int fields) throws IOException {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var words = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIRST_FIELD; i < FIRST_FIELD + fields; i++) {
                ticks += Long.parseLong(words[i]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
