package org.xinheng.server.intake.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xinheng.testkit.code.CodeMint;

class AcquaintancesTest {

    private final Acquaintances acquaintances = new Acquaintances();

    private static String code(int number) {
        return CodeMint.uscc("91", "990101", number);
    }

    @Test
    void knowsEveryPairThatItWasTold() {
        for (int i = 1; i <= 50_000; i++) {
            acquaintances.add(code(i), "示例第" + i + "有限公司", i);
        }
        for (int i = 1; i <= 50_000; i++) {
            assertThat(acquaintances.find(code(i), "示例第" + i + "有限公司")).isEqualTo(i);
        }
    }

    @Test
    void theRightCodeWithAnotherNameIsNoAcquaintance() {
        acquaintances.add(code(1), "示例甲有限公司", 1);
        assertThat(acquaintances.find(code(1), "示例乙有限公司")).isZero();
        assertThat(acquaintances.find(code(2), "示例甲有限公司")).isZero();
    }

    @Test
    void oneCodeMayComeWithSeveralNames() {
        acquaintances.add(code(1), "示例（甲）有限公司", 1);
        acquaintances.add(code(1), "示例(甲)有限公司", 1);
        assertThat(acquaintances.find(code(1), "示例（甲）有限公司")).isEqualTo(1);
        assertThat(acquaintances.find(code(1), "示例(甲)有限公司")).isEqualTo(1);
    }

    @Test
    void whatIsNoUnifiedCodeIsNeverKept() {
        acquaintances.add("991234567890123", "示例甲有限公司", 1);
        acquaintances.add("91990101ma00000k1*", "示例甲有限公司", 1);
        assertThat(acquaintances.find("991234567890123", "示例甲有限公司")).isZero();
        assertThat(acquaintances.find("91990101ma00000k1*", "示例甲有限公司")).isZero();
    }

    @Test
    void forgetsRatherThanGrowWithoutBounds() {
        acquaintances.add(code(1), "示例甲有限公司", 1);
        acquaintances.makeRoomFor(1000);
        assertThat(acquaintances.find(code(1), "示例甲有限公司")).isEqualTo(1);
        acquaintances.makeRoomFor(1 << 20);
        assertThat(acquaintances.find(code(1), "示例甲有限公司")).isZero();
    }
}
