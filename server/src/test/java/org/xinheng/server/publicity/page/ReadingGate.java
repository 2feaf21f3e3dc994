package org.xinheng.server.publicity.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Holds readings up until it opens, and knows which of its threads wait. */
final class ReadingGate {
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    ThreadFactory threads() {
        return task -> {
            var thread = new Thread(task);
            threads.add(thread);
            return thread;
        };
    }

    void pass() {
        began.countDown();
        await(goOn);
    }

    void open() {
        goOn.countDown();
    }

    void awaitReader() {
        await(began);
    }

    void awaitParked(int count) throws InterruptedException {
        for (int i = 0; i < 1_000 && parked() < count; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(parked()).isEqualTo(count);
    }

    private long parked() {
        return threads.stream()
                .filter(thread ->
                        thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
