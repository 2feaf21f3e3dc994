package org.xinheng.server.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Allowance allowance = new Allowance("public", 3, Duration.ofSeconds(60), 2, nanos::get);

    @Test
    void addressIsRefusedBeyondItsQuotaUntilTheNextSpan() {
        for (int remaining = 2; remaining >= 0; remaining--) {
            assertThat(allowance.take("192.0.2.1")).isEqualTo(new Allowance.Left(true, remaining, 60));
        }
        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThat(allowance.take("192.0.2.1")).isEqualTo(new Allowance.Left(false, 0, 20));
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(allowance.take("192.0.2.1")).isEqualTo(new Allowance.Left(true, 2, 60));
    }

    @Test
    void addressesDoNotPayForEachOther() {
        allowance.take("192.0.2.1");
        assertThat(allowance.take("192.0.2.2").remaining()).isEqualTo(2);
    }

    @Test
    void hostsOfOneNetworkAreOneAddress() {
        allowance.take("2001:db8:0:1::1");
        assertThat(allowance.take("2001:db8:0:1:ffff::2").remaining()).isEqualTo(1);
        assertThat(allowance.take("2001:db8:0:2::1").remaining()).isEqualTo(2);
    }

    @Test
    void theRestSharesACountSoThatAttackersCannotFillTheMemory() {
        allowance.take("192.0.2.1");
        allowance.take("192.0.2.2");
        allowance.take("192.0.2.3");
        assertThat(allowance.take("192.0.2.4").remaining()).isEqualTo(1);
        assertThat(allowance.take("192.0.2.1").remaining()).isEqualTo(1);
    }

    @Test
    void saysItsPolicyAndWhatIsLeft() {
        assertThat(allowance.policy()).isEqualTo("\"public\";q=3;w=60");
        assertThat(allowance.state(allowance.take("192.0.2.1"))).isEqualTo("\"public\";r=2;t=60");
    }

    @Test
    void noQuotaIsNoLimit() {
        assertThat(allowance.limited()).isTrue();
        assertThat(new Allowance("public", 0, Duration.ofSeconds(60), 2, nanos::get).limited())
                .isFalse();
    }
}
