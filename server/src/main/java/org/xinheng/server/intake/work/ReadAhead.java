package org.xinheng.server.intake.work;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads in a thread of its own, a little ahead of the one that works on what was read. */
final class ReadAhead<T> implements AutoCloseable {

    private static final int AHEAD = 2;

    private final BlockingQueue<Step<T>> steps = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;

    ReadAhead(String name, Source<T> source) {
        thread = Thread.ofPlatform().name(name).start(() -> run(source));
    }

    /** What is read: null at the end. */
    interface Source<T> {
        @Nullable
        T next() throws IOException;
    }

    /** @param fault what ended the reading too soon */
    private record Step<T>(@Nullable T value, @Nullable Throwable fault) {}

    private void run(Source<T> source) {
        try {
            while (true) {
                var step = stepOf(source);
                steps.put(step);
                if (step.value() == null) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Step<T> stepOf(Source<T> source) {
        try {
            return new Step<>(source.next(), null);
        } catch (IOException | RuntimeException | Error e) {
            return new Step<>(null, e);
        }
    }

    /** The next value, null at the end. */
    @Nullable
    T next() throws IOException {
        try {
            var step = steps.take();
            return switch (step.fault()) {
                case null -> step.value();
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(step.fault());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", e);
        }
    }

    /** Ends the reading, whether or not it came to its end. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            steps.clear();
            try {
                var _ = thread.join(java.time.Duration.ofMillis(1));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
