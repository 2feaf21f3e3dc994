package org.xinheng.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.core.code.CodeTables;

class SubjectKindTest {

    private static final CodeTables CODES = new CodeTables(Map.of("91", "企业", "92", "个体工商户"), Set.of());

    @Test
    void theCategoryTellsAnIndividualBusinessThatHasNoUnifiedCode() {
        assertThat(SubjectKind.ofCategory("个体工商户", CODES)).isEqualTo(SubjectKind.INDIVIDUAL_BUSINESS);
        assertThat(SubjectKind.ofCategory("企业", CODES)).isEqualTo(SubjectKind.ORGANISATION);
        assertThat(SubjectKind.ofCategory("未知", CODES)).isEqualTo(SubjectKind.ORGANISATION);
    }
}
