package org.xinheng.server.publicity.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedReadingTest {

    private static final int READERS = 16;

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong readings = new AtomicLong();

    @Test
    void readsAnewForEachWhoComesAlone() {
        var shared = new SharedReading<>(now::incrementAndGet);

        assertThat(shared.read()).isEqualTo(1);
        assertThat(shared.read()).isEqualTo(2);
    }

    @Test
    void readsOnceForAllWhoWaited() throws Exception {
        var gate = new ReadingGate();
        var shared = new SharedReading<>(() -> {
            gate.pass();
            return readings.incrementAndGet();
        });
        try (var pool = Executors.newThreadPerTaskExecutor(gate.threads())) {
            Future<Long> first = pool.submit(shared::read);
            gate.awaitReader();
            List<Future<Long>> others = waiting(pool, shared, gate);
            gate.open();

            assertThat(first.get()).isEqualTo(1);
            for (Future<Long> other : others) {
                assertThat(other.get()).isEqualTo(2);
            }
        }
        assertThat(readings).hasValue(2);
    }

    @Test
    void tellsAFaultToAllWhoWaitedForItAndTriesAgainForTheNext() throws Exception {
        var gate = new ReadingGate();
        var down = new AtomicBoolean(true);
        var shared = new SharedReading<>(() -> {
            gate.pass();
            long reading = readings.incrementAndGet();
            if (down.get() && reading == 1) {
                throw new IllegalStateException("no database at reading 1");
            } else if (down.get()) {
                throw new AssertionError("no class at reading " + reading);
            }
            return reading;
        });
        try (var pool = Executors.newThreadPerTaskExecutor(gate.threads())) {
            Future<Long> first = pool.submit(shared::read);
            gate.awaitReader();
            List<Future<Long>> others = waiting(pool, shared, gate);
            gate.open();

            assertThatThrownBy(first::get).hasRootCauseMessage("no database at reading 1");
            for (Future<Long> other : others) {
                assertThatThrownBy(other::get).hasRootCauseMessage("no class at reading 2");
            }
        }
        down.set(false);
        assertThat(shared.read()).isEqualTo(3);
    }

    /** Readers that all wait for the reading after the one that goes on. */
    private static List<Future<Long>> waiting(ExecutorService pool, SharedReading<Long> shared, ReadingGate gate)
            throws InterruptedException {
        List<Future<Long>> others = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            others.add(pool.submit(shared::read));
        }
        gate.awaitParked(READERS + 1);
        return others;
    }

    @Test
    void givesNobodyWhatWasReadBeforeHeAsked() throws Exception {
        var shared = new SharedReading<>(now::get);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(pool.submit(() -> {
                    for (int k = 0; k < 2_000; k++) {
                        long before = now.incrementAndGet();
                        if (shared.read() < before) {
                            return false;
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }
    }
}
