package org.xinheng.server.organisation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RarityTest {

    private static final Map<String, Float> SHARES =
            Map.of("有限", 0.9F, "公司", 0.9F, "限公", 0.8F, "科技", 0.1F, "贸易", 0.2F, "澜", 0.7F);

    @Test
    void followsTheTwoRarestGramsOfASingleWord() {
        assertThat(Rarity.of(List.of("科技有限公司"), SHARES).grams()).containsExactlyInAnyOrder("技有", "科技");
    }

    @Test
    void followsTheRarestGramOfEachOfTheThreeRarestWords() {
        assertThat(Rarity.of(List.of("有限公司", "贸易", "澜", "科技"), SHARES).grams()).containsExactly("科技", "贸易", "澜");
    }

    @Test
    void takesWordsAsIndependentAndAWordAsItsRarestGram() {
        assertThat(Rarity.of(List.of("科技", "有限公司"), SHARES).share()).isCloseTo(0.08, offset(1e-6));
    }

    @Test
    void expectsNothingAmongAHandfulOfNamesWithAGramThatTheStatisticsDoNotKnow() {
        assertThat(Rarity.of(List.of("龘", "有限公司"), SHARES).isLikelyAmong(Integer.MAX_VALUE, 1))
                .isFalse();
    }

    @Test
    void triesAHandfulAsLongAsThereAreNoStatistics() {
        assertThat(Rarity.of(List.of("龘"), Map.of()).isLikelyAmong(6000, 20)).isTrue();
    }

    @Test
    void looksAmongAHandfulOnlyWhenTwiceTheHitsCanBeExpected() {
        var common = Rarity.of(List.of("科技"), SHARES);

        assertThat(common.isLikelyAmong(401, 20)).isTrue();
        assertThat(common.isLikelyAmong(399, 20)).isFalse();
    }
}
