package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No model comes by the size of an enterprise, by whatever name a place keeps it with its records. */
class SizeIsNoFactorTest extends CopiedPacks {

    private static final String INDICATOR = "        record-type: contract-breach\n";

    @BeforeEach
    void keepSizeWithBreaches() throws IOException {
        change("national/catalogue/contract-breach.yaml", text -> text.replace("  - name: WY_ZT\n", """
                          - name: WY_DW
                            title: {zh: 档位, en: Bracket}
                            type: enum
                            length: 16
                            code-list: enterprise-size
                            role: kind
                            privacy: public
                            optional: true
                          - name: WY_ZT
                        """));
    }

    private void indicatorHas(String line) throws IOException {
        change(
                "national/evaluation/enterprise.yaml",
                text -> text.replace(INDICATOR, INDICATOR + "        " + line + "\n"));
    }

    @Test
    void keepingItIsAllowed() throws IOException {
        assertThat(PackLoaderTest.load(packs, "demo-city").recordTypes()).containsKey("contract-breach");
    }

    @Test
    void noIndicatorAsksForItInACondition() throws IOException {
        indicatorHas("when: \"WY_DW == '微型'\"");
        refused();
    }

    @Test
    void noIndicatorCountsByIt() throws IOException {
        indicatorHas("kinds: [微型]");
        refused();
    }

    @Test
    void noIndicatorComparesIt() throws IOException {
        indicatorHas("repeat: {same: kind, within: 1 year}");
        refused();
    }

    private void refused() throws IOException {
        assertThat(faultsOf("demo-city"))
                .filteredOn(fault -> fault.code().equals("evaluation.size"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.position().file()).isEqualTo("national/evaluation/enterprise.yaml");
                    assertThat(fault.sentence(Locale.CHINESE)).contains("档位", "不得作为评价指标");
                });
    }
}
