package org.xinheng.server.publicity.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Something that is read anew for each who asks, and once for all who asked before a reading began: nobody gets what was read before
 * he asked. A fault is everybody's who waited for that reading.
 */
final class SharedReading<T> {

    private final Supplier<T> source;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Group<T> open = new Group<>();

    /** Those who get the same reading: the first of them reads. */
    private record Group<T>(AtomicBoolean led, CompletableFuture<T> result) {
        Group() {
            this(new AtomicBoolean(), new CompletableFuture<>());
        }
    }

    /** @param source tells what is so now */
    SharedReading(Supplier<T> source) {
        this.source = source;
    }

    /** @throws RuntimeException or error, what the source threw */
    T read() {
        Group<T> mine = open;
        if (mine.led().compareAndSet(false, true)) {
            read(mine.result());
        }
        try {
            return mine.result().join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw e;
            }
        }
    }

    /** Whatever happens, the others get a result and the next ones a new group. */
    private void read(CompletableFuture<T> result) {
        reading.lock();
        try {
            open = new Group<>(); // whoever asks from now on gets the next one
            result.complete(source.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            reading.unlock();
        }
    }
}
