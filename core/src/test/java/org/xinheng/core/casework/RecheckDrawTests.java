package org.xinheng.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Places of the numbers, by SHA-256 of their UTF-8 bytes, its first four as an unsigned number, modulo 100; counted by hand. */
class RecheckDrawTests {

    /** Place 30, from a hash that begins with a bit that is set. */
    private static final String THIRTIETH = "修复〔2026〕96号";

    private static final String FIFTY_SIXTH = "复查〔2026〕1号";

    @Test
    void aCaseIsDrawnWhenItsPlaceLiesBelowTheShare() {
        assertThat(RecheckDraw.drawn(THIRTIETH, 30)).isFalse();
        assertThat(RecheckDraw.drawn(THIRTIETH, 31)).isTrue();
        assertThat(RecheckDraw.drawn(FIFTY_SIXTH, 56)).isFalse();
        assertThat(RecheckDraw.drawn(FIFTY_SIXTH, 57)).isTrue();
    }

    @Test
    void noShareDrawsNobodyAndTheWholeDrawsAll() {
        for (int no = 1; no <= 1_000; no++) {
            assertThat(RecheckDraw.drawn("修复〔2026〕" + no + "号", 0)).isFalse();
            assertThat(RecheckDraw.drawn("修复〔2026〕" + no + "号", 100)).isTrue();
        }
    }
}
