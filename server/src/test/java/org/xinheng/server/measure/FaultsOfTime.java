package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.xinheng.server.measure.FaultBench.CLEAN;
import static org.xinheng.server.measure.FaultBench.HIT;
import static org.xinheng.server.measure.FaultBench.clock;
import static org.xinheng.server.measure.FaultBench.hit;
import static org.xinheng.server.measure.FaultBench.none;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.xinheng.client.CheckResult;
import org.xinheng.client.CheckResult.Unavailable;
import org.xinheng.client.CheckResult.Why;
import org.xinheng.server.measure.FaultBench.Lifting;

/** A source is late or was never heard, or the clock is wrong. */
final class FaultsOfTime {

    private final FaultBench bench;

    FaultsOfTime(FaultBench bench) {
        this.bench = bench;
    }

    List<DynamicTest> all() {
        return List.of(
                dynamicTest("a source that was never heard", () -> {
                    assertThat(bench.asked(CLEAN, "public-investment")).isInstanceOf(CheckResult.Stale.class);
                    assertThat(bench.asked(HIT, "public-investment"))
                            .isInstanceOfAny(CheckResult.Hit.class, CheckResult.Stale.class);
                    bench.hitAgain();
                }),
                bench.fault("clock set back", () -> clock("2026-06-04"), none(Why.SERVER)),
                bench.fault(
                        "sources late",
                        () -> {
                            Lifting lifting = clock("2027-06-10");
                            assertThat(bench.asked(CLEAN)).isInstanceOf(CheckResult.Stale.class);
                            return lifting;
                        },
                        hit()),
                bench.fault(
                        "clock far ahead",
                        () -> clock("2046-06-10"),
                        result -> assertThat(result)
                                .isInstanceOfAny(
                                        CheckResult.Hit.class,
                                        CheckResult.Stale.class,
                                        Unavailable.class,
                                        CheckResult.Refused.class)));
    }
}
