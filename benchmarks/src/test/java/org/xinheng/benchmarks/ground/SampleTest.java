package org.xinheng.benchmarks.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Sample.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Sample.of(9, 1, 5, 7).median()).isEqualTo(6);
    }

    @Test
    void oneOutOfAHundredMayExceedP99() {
        var hundred =
                Sample.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray());
        assertThat(hundred.quantile(0.99)).isEqualTo(99);
        assertThat(hundred.quantile(1)).isEqualTo(100);
        assertThat(hundred.least()).isEqualTo(1);
        assertThat(hundred.most()).isEqualTo(100);
    }

    @Test
    void p99OfAFewIsTheLargest() {
        assertThat(Sample.of(3, 8, 2).quantile(0.99)).isEqualTo(8);
    }

    @Test
    void nothingMeasuredIsNoSample() {
        assertThatIllegalArgumentException().isThrownBy(Sample::of);
    }
}
