package org.xinheng.server.publicity.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupedReadingTest {

    /** Not enough for a reading beside another one. */
    private static final int FEW = 5;

    private static final int READERS = 16;
    private static final int MORE_THAN_A_GROUP = 100;

    private final List<Set<Integer>> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ReadingGate gate = new ReadingGate();

    @Test
    void answersWhoComesAloneAtOnceAndWithNothingWhereNothingIs() {
        var readings = new GroupedReading<Integer, String>(keys -> Map.of(1, "one"));

        assertThat(readings.read(1)).isEqualTo("one");
        assertThat(readings.read(2)).isNull();
    }

    @Test
    void answersAllWhoWaitedWithOneReadingAndEachWithItsOwn() throws Exception {
        answersEachWithItsOwn(FEW);

        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).hasSize(FEW);
    }

    /** The one who begins it may meet others on the way. */
    @Test
    void readsBesideAnotherReadingWhereEnoughWait() throws Exception {
        answersEachWithItsOwn(READERS);

        assertThat(most).hasValue(2);
        assertThat(asked).hasSizeBetween(2, 3);
        assertThat(asked.stream().mapToInt(Set::size).max().orElseThrow()).isGreaterThan(FEW);
    }

    private void answersEachWithItsOwn(int others) throws Exception {
        var readings = held(keys -> keys.stream().collect(Collectors.toMap(key -> key, key -> "no " + key)));
        try (var pool = Executors.newThreadPerTaskExecutor(gate.threads())) {
            var answers = waiting(pool, readings, others);

            for (int key = 0; key <= others; key++) {
                assertThat(answers.get(key).get()).isEqualTo("no " + key);
            }
        }
        assertThat(asked.stream().flatMap(Set::stream))
                .as("each is asked for once")
                .hasSize(others + 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void makesFurtherGroupsOfTooMany() throws Exception {
        answersEachWithItsOwn(MORE_THAN_A_GROUP);

        assertThat(asked).hasSizeBetween(3, 4);
        assertThat(asked).allSatisfy(keys -> assertThat(keys).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    void tellsAFaultToAllWhoWaitedForItAndReadsAgainForTheNext() throws Exception {
        var readings = held(keys -> {
            if (keys.contains(1)) {
                throw new IllegalStateException("no database");
            }
            return Map.of(0, "zero");
        });
        try (var pool = Executors.newThreadPerTaskExecutor(gate.threads())) {
            var answers = waiting(pool, readings, FEW);

            assertThat(answers.getFirst().get()).isEqualTo("zero");
            for (var answer : answers.subList(1, answers.size())) {
                assertThatThrownBy(answer::get).hasRootCauseMessage("no database");
            }
        }
        assertThat(readings.read(0)).isEqualTo("zero");
    }

    @Test
    void givesNobodyWhatWasReadBeforeHeAsked() throws Exception {
        var now = new AtomicLong();
        var readings = new GroupedReading<Integer, Long>(
                keys -> keys.stream().collect(Collectors.toMap(key -> key, _ -> now.get())));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                int key = i / 2;
                readers.add(pool.submit(() -> {
                    for (int k = 0; k < 2_000; k++) {
                        long before = now.incrementAndGet();
                        Long found = readings.read(key);
                        if (found == null || found < before) {
                            return false;
                        }
                    }
                    return true;
                }));
            }
            for (var reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }
    }

    /** Whose readings wait for the gate. */
    private GroupedReading<Integer, String> held(Function<Set<Integer>, Map<Integer, String>> source) {
        return new GroupedReading<>(keys -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            gate.pass();
            asked.add(Set.copyOf(keys));
            underWay.decrementAndGet();
            return source.apply(keys);
        });
    }

    /** The first reads; the others all ask before it ends. */
    private List<Future<String>> waiting(ExecutorService pool, GroupedReading<Integer, String> readings, int others)
            throws InterruptedException {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(pool.submit(() -> readings.read(0)));
        gate.awaitReader();
        for (int i = 1; i <= others; i++) {
            int key = i;
            answers.add(pool.submit(() -> readings.read(key)));
        }
        gate.awaitParked(others + 1);
        gate.open();
        return answers;
    }
}
