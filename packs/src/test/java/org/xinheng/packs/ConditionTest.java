package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Condition;
import org.xinheng.core.policy.Condition.Answer;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/** A condition of the pack reads the fields that the catalogue declares; without the value it asks for it stays undecided. */
class ConditionTest {

    private static @Nullable Policy national;

    @BeforeAll
    static void load() throws IOException {
        national = PackLoaderTest.load(PackLoaderTest.PACKS, "national");
    }

    private static Policy national() {
        return requireNonNull(national);
    }

    private static Answer ask(Condition condition, Map<String, String> values) {
        RecordType type = national().recordType(condition.recordType()).orElseThrow();
        return condition.of(
                type.fields().stream().map(field -> values.get(field.name())).toArray(String[]::new));
    }

    private static Condition ground(String list, String ground) {
        ListRule rule = national().instruments().list(list).orElseThrow();
        return requireNonNull(rule.grounds().stream()
                .filter(one -> one.rule().id().endsWith("." + ground))
                .findFirst()
                .orElseThrow()
                .when());
    }

    private static Condition indicator(String id) {
        EvaluationModel model =
                requireNonNull(national().instruments().evaluations().get("enterprise"));
        return requireNonNull(model.dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .filter(one -> one.rule().id().endsWith("." + id))
                .findFirst()
                .orElseThrow()
                .source()
                .when());
    }

    @Test
    void holdsOverSeveralValuesAndText() {
        Condition food = ground("severe-market-regulation", "food-safety");

        assertThat(ask(food, Map.of("CF_CFLB", "罚款;吊销许可证件", "CF_WFXW", "生产不合格食品")))
                .isEqualTo(Answer.HOLDS);
        assertThat(ask(food, Map.of("CF_CFLB", "罚款", "CF_WFXW", "生产不合格食品"))).isEqualTo(Answer.FAILS);
        assertThat(ask(food, Map.of("CF_CFLB", "吊销许可证件", "CF_WFXW", "无证经营"))).isEqualTo(Answer.FAILS);
        assertThat(ask(food, Map.of())).isEqualTo(Answer.FAILS);
    }

    @Test
    void isUndecidedWhereAnAmountIsBlank() {
        Condition fine = indicator("fine-from-ten");

        assertThat(ask(fine, Map.of("CF_NR_FK", "10"))).isEqualTo(Answer.HOLDS);
        assertThat(ask(fine, Map.of("CF_NR_FK", "49.999999"))).isEqualTo(Answer.HOLDS);
        assertThat(ask(fine, Map.of("CF_NR_FK", "50"))).isEqualTo(Answer.FAILS);
        assertThat(ask(fine, Map.of())).isEqualTo(Answer.UNDECIDED);
    }

    @Test
    void isEqualToAnotherOfTheSameWords() {
        assertThat(indicator("fine-from-ten"))
                .isEqualTo(new Condition(
                        "administrative-penalty", "CF_NR_FK >= 10.0 && CF_NR_FK < 50.0", values -> Answer.FAILS))
                .isNotEqualTo(indicator("fine-from-fifty"));
    }
}
