package org.xinheng.server.intake.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void givesEverythingInItsOrderAndThenTheEnd() throws IOException {
        var next = new AtomicInteger();
        var read = new ArrayList<Integer>();
        try (var ahead = new ReadAhead<>("test-reader", () -> next.get() < 100 ? next.getAndIncrement() : null)) {
            for (var value = ahead.next(); value != null; value = ahead.next()) {
                read.add(value);
            }
        }
        assertThat(read).hasSize(100).isSorted();
    }

    @Test
    void passesOnTheFaultThatEndedTheReading() {
        var values = new ArrayList<>(List.of(1, 2));
        try (var ahead = new ReadAhead<>("test-reader", () -> {
            if (values.isEmpty()) {
                throw new IOException("the disk is gone");
            }
            return values.removeFirst();
        })) {
            assertThatIOException()
                    .isThrownBy(() -> {
                        while (ahead.next() != null) {
                            continue;
                        }
                    })
                    .withMessage("the disk is gone");
        }
    }

    @Test
    void closingEndsAReaderThatIsFarFromItsEnd() {
        var next = new AtomicInteger();
        try (var ahead = new ReadAhead<>("test-reader", next::incrementAndGet)) {
            assertThat(ahead).isNotNull();
        }
        int then = next.get();
        assertThat(then).isLessThan(1000);
        assertThat(next.get()).isEqualTo(then);
    }
}
