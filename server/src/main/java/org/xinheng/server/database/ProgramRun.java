package org.xinheng.server.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A short program that has ended, with all it printed. */
record ProgramRun(int exitCode, String output) {

    static ProgramRun of(List<String> command, Duration patience) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        plain(builder.environment());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new FutureTask<>(() -> process.getInputStream().readAllBytes());
        Thread.ofPlatform().daemon().name(command.getFirst()).start(output);
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.getFirst() + " did not end within " + patience);
            }
            var bytes = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new ProgramRun(process.exitValue(), new String(bytes, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(command.getFirst());
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(command.getFirst() + " gave no output", e);
        } finally {
            process.destroyForcibly();
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
