package org.xinheng.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** After so many failures nobody calls for a while, then one tries. */
class CircuitBreakerTest {

    private final AtomicLong nanos = new AtomicLong();
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(10), nanos::get);

    private void fail() {
        assertThat(breaker.admits()).isTrue();
        breaker.ended(false);
    }

    @Test
    void opensAfterTheFailuresInARowAndLetsOneTryAfterThePause() {
        fail();
        fail();
        assertThat(breaker.admits()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(breaker.admits()).as("one tries").isTrue();
        assertThat(breaker.admits()).as("the others wait for its end").isFalse();
        breaker.ended(true);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aTryThatFailsBeginsANewPause() {
        fail();
        fail();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        fail();

        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void aSuccessForgetsEarlierFailures() {
        fail();
        breaker.ended(true);
        fail();

        assertThat(breaker.admits()).isTrue();
    }
}
