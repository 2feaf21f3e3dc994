package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** In a row with a cell too few or too many every content stands under a wrong column, also what is dropped in its own. */
class MisalignedRowsTest extends RiggedIntake {

    private static final String SOMEBODY = "欧阳示例";

    @Test
    void keepsNoCellOfARowWithTooFewCells() throws Exception {
        requireNothingKept(tooFew(penalty(8_100_000)), RowOutcome.REFUSED, "row.too-few-cells");
    }

    @Test
    void keepsNoCellOfARowWithTooManyCells() throws Exception {
        var text = penalty(8_100_001).set(0, "BZ", "备注").text();
        requireNothingKept(text.replace("," + SOMEBODY, ",," + SOMEBODY), RowOutcome.REFUSED, "row.too-many-cells");
    }

    @Test
    void countsAMisalignedRowAboutAPersonOnly() throws Exception {
        var category = penalty(8_100_002).set(0, "CF_XDR_LB", "自 然 人").text();
        requireNothingKept(
                category.replaceFirst("(?m)^示例", "示例,示例").replace(",,,", ","),
                RowOutcome.OUT_OF_SCOPE,
                "person.in-misaligned-row");
        requireNothingKept(
                tooFew(penalty(8_100_003).set(0, "CF_SY", "当事人" + Residents.NUMBER)),
                RowOutcome.OUT_OF_SCOPE,
                "person.in-misaligned-row");
    }

    private static PenaltyFile penalty(int organisation) {
        return PenaltyFile.of(organisation, 1).set(0, "CF_FRDB", SOMEBODY);
    }

    /** The representative's name comes to stand under the number of a social organisation, which is public. */
    private static String tooFew(PenaltyFile file) {
        return file.text().replace("," + SOMEBODY, SOMEBODY);
    }

    private void requireNothingKept(String text, RowOutcome outcome, String code) throws Exception {
        var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(rig.receipts(delivery)).singleElement().satisfies(receipt -> {
            assertThat(receipt.outcome()).isEqualTo(outcome);
            assertThat(receipt.toString()).doesNotContain(SOMEBODY, Residents.NUMBER);
            assertThat(Arrays.asList(receipt.cells())).isEmpty();
            if (outcome == RowOutcome.OUT_OF_SCOPE) {
                assertThat(receipt.reason()).isEqualTo(code);
                FindingWords.requireSaid(code);
            } else {
                assertThat(receipt.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.code()).isEqualTo(code));
            }
        });
    }
}
