package org.xinheng.server.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A short program that has ended, with all it printed. */
record ProgramRun(int exitCode, String output) {

    static ProgramRun of(List<String> command, Duration patience) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        plain(builder.environment());
        var process = builder.start();
        process.getOutputStream().close();
        var ended = process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        ended.whenComplete((_, fault) -> {
            if (fault != null) {
                process.destroyForcibly();
            }
        });
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new ProgramRun(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(command.getFirst());
        }
    }

    /** English messages, and nothing of the caller's PostgreSQL settings. */
    static void plain(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("PG"));
        environment.remove("LD_LIBRARY_PATH");
        environment.put("LC_ALL", "C");
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
