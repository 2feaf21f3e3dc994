package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.server.database.DatabaseRefused.Reason;

class DatabaseWordsTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsSentenceInBothLanguages(Reason reason) {
        var facts = List.<Object>of("«0»", "«1»", "«2»");
        var chinese = DatabaseWords.sentence(Locale.SIMPLIFIED_CHINESE, reason, facts);
        var english = DatabaseWords.sentence(Locale.ENGLISH, reason, facts);
        assertThat(chinese).endsWith("。").doesNotContain("{").isNotEqualTo(english);
        assertThat(english).endsWith(".").doesNotContain("{");
        for (var fact : facts) {
            assertThat(chinese.contains(fact.toString())).isEqualTo(english.contains(fact.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void otherLanguagesReadTheChineseOne(Reason reason) {
        assertThat(DatabaseWords.sentence(Locale.FRENCH, reason, List.of()))
                .isEqualTo(DatabaseWords.sentence(Locale.SIMPLIFIED_CHINESE, reason, List.of()));
    }
}
