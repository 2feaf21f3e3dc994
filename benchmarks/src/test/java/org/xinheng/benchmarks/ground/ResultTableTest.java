package org.xinheng.benchmarks.ground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void aTargetIsMetAtItsLimit() {
        assertThat(new ResultTable("t").atLeast("ratio", 0.60, 0.60, "").isMet())
                .isTrue();
        assertThat(new ResultTable("t").atMost("time", 1.5, 1.5, "").isMet()).isTrue();
    }

    @Test
    void oneTargetMissedIsARunMissed() {
        var table = new ResultTable("t").atLeast("ratio", 0.59, 0.60, "").atMost("p99", 3, 20, " ms");
        assertThat(table.isMet()).isFalse();
        assertThat(table.text())
                .contains("| ratio | ≥ 0.60 | 0.59 | NOT MET |")
                .contains("| p99 | ≤ 20.00 ms | 3.00 ms | met |");
    }

    @Test
    void saysWhatTheFiguresDependOn() {
        assertThat(new ResultTable("t").fact("seed", 7).fact("rows", 10).text()).contains("seed: 7 · rows: 10");
    }
}
