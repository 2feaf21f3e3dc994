package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.record.TypedText.Fault;
import org.xinheng.core.record.TypedText.Fit;
import org.xinheng.core.record.TypedText.Unfit;

/** Reasons that people type are read by others: nothing personal, nothing hidden, and something said. */
class TypedTextTests {

    private static final FreeTextMasking MASKING = FreeTextMasking.of(CodeReader.of(Penalties.Codes.TABLES));

    private static TypedText read(String typed) {
        return TypedText.reason(typed, 5, 40, MASKING, digits -> "20260012345".contains(digits));
    }

    @Test
    void keepsWhatWasTypedWithoutTheBlanksAround() {
        assertThat(read("  认定事实有误，原决定已撤销。\r\n当事人没有违法行为。 ")).isEqualTo(new Fit("认定事实有误，原决定已撤销。\n当事人没有违法行为。", false));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(read(" \n\t ")).isEqualTo(new Unfit(Fault.BLANK, 0));
        assertThat(read("有误。")).isEqualTo(new Unfit(Fault.TOO_SHORT, 5));
        assertThat(read("误".repeat(41))).isEqualTo(new Unfit(Fault.TOO_LONG, 40));
        assertThat(read("认定事实\u0000有误。")).isEqualTo(new Unfit(Fault.CHARACTER, 5));
    }

    @Test
    void refusesWhatBelongsToAPerson() {
        assertThat(read("与身份证11010519491231002X的人混同")).isEqualTo(new Unfit(Fault.PERSONAL, 0));
        assertThat(read("请致电13800138000核实情况")).isEqualTo(new Unfit(Fault.PERSONAL, 0));
    }

    @Test
    void leavesTheDocumentsOwnNumberInPeace() {
        assertThat(read("依据第20260012345号复议决定撤销")).isInstanceOf(Fit.class);
    }

    @Test
    void readsANumberAsOneLineWithoutAnIdentityNumber() {
        assertThat(TypedText.line(" 示复决〔2026〕13800138000号 ", 40, MASKING))
                .isEqualTo(new Fit("示复决〔2026〕13800138000号", false));
        assertThat(TypedText.line("一\n二", 40, MASKING)).isEqualTo(new Unfit(Fault.CHARACTER, 2));
        assertThat(TypedText.line("11010519491231002X", 40, MASKING)).isEqualTo(new Unfit(Fault.PERSONAL, 0));
        assertThat(TypedText.line("号".repeat(41), 40, MASKING)).isEqualTo(new Unfit(Fault.TOO_LONG, 40));
    }
}
