package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.condition.RecordTest;
import org.xinheng.core.policy.Condition;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/** Compiled conditions answer as the interpreter of their language does, also where a value is missing. */
class ConditionCompilerTest {

    private static final String PENALTY = "administrative-penalty";
    private static final String[] AMOUNTS = {null, "0", "0.999999", "1", "1.0", "10", "49.999999", "50", "200", "1e2"};
    private static final String[] TEXTS = {null, "", "食品", "生产不合格食品", "罚款", "警告", "食品罚款"};
    private static final String[] KINDS = {null, "罚款", "警告", "罚款;警告", "没收违法所得;罚款", "罚款额"};
    private static final String[] DAYS = {null, "2026-03-31", "2026-04-01", "2027-01-01"};

    private static @Nullable Policy national;

    private final FaultLog faults = new FaultLog();
    private final Conditions conditions =
            new Conditions(new Reading(faults), requireNonNull(national).recordTypes());

    @BeforeAll
    static void load() throws IOException {
        national = PackLoaderTest.load(PackLoaderTest.PACKS, "national");
    }

    private static RecordType penalty() {
        return requireNonNull(national).recordType(PENALTY).orElseThrow();
    }

    private @Nullable Condition read(String text) {
        String yaml = "when: >\n  " + text + "\n";
        var node =
                new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
        return conditions.readCompilable(new Block(node, faults), "when", PENALTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CF_NR_FK >= 1.0 && CF_NR_FK < 10.0",
                "CF_NR_FK > 10.0 || CF_WFXW.contains('食品')",
                "!(CF_NR_FK <= 50.0)",
                "CF_NR_FK == 1.0 || CF_NR_FK != 50.0",
                "'罚款' in CF_CFLB && !('警告' in CF_CFLB)",
                "CF_WFXW in ['食品', '罚款', '']",
                "CF_NR_FK in [1.0, 50.0]",
                "CF_JDRQ >= '2026-04-01'",
                "CF_JDRQ < '2026-04-01' && CF_NR_FK >= 200.0",
                "CF_WFXW.startsWith('生产') || CF_WFXW.endsWith('罚款')",
                "CF_NR_FK > 10.0 ? CF_WFXW == '食品' : CF_WFXW != '食品'",
                "CF_NR_FK > CF_NR_WFFF",
                "true || CF_NR_FK > 1.0",
                "false && CF_NR_FK > 1.0"
            })
    void answersAsTheInterpreterDoes(String text) {
        Condition condition = requireNonNull(read(text), () -> faults.sorted().toString());
        RecordTest compiled =
                requireNonNull(conditions.code(PENALTY, List.of(condition))).load();
        Random random = new Random(text.hashCode());
        int held = 0;
        for (int i = 0; i < 3_000; i++) {
            @Nullable String[] values = values(random);
            boolean holds = condition.of(values) == Condition.Answer.HOLDS;
            assertThat(compiled.holding(values))
                    .as("%s of %s", text, List.of(i))
                    .isEqualTo(holds ? 1 : 0);
            held += holds ? 1 : 0;
        }
        assertThat(held > 0).isEqualTo(!text.startsWith("false"));
    }

    private static @Nullable String[] values(Random random) {
        RecordType type = penalty();
        @Nullable String[] values = new String[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            String[] from = switch (type.fields().get(i).type()) {
                case AMOUNT_WAN -> AMOUNTS;
                case DATE -> DAYS;
                case ENUM -> type.fields().get(i).multiple() ? KINDS : TEXTS;
                default -> TEXTS;
            };
            values[i] = from[random.nextInt(from.length)];
        }
        return values;
    }

    @Test
    void eachConditionHasItsOwnBitAndOneThatIsMissingHasNone() {
        Condition first = requireNonNull(read("CF_NR_FK >= 1.0"));
        Condition third = requireNonNull(read("CF_WFXW == '食品'"));
        List<@Nullable Condition> all = new ArrayList<>();
        all.add(first);
        all.add(null);
        all.add(third);
        RecordTest compiled = requireNonNull(conditions.code(PENALTY, all)).load();
        @Nullable String[] values = new String[penalty().fields().size()];
        values[index("CF_NR_FK")] = "5";
        values[index("CF_WFXW")] = "食品";

        assertThat(compiled.holding(values)).isEqualTo(0b101);
        values[index("CF_NR_FK")] = null;
        assertThat(compiled.holding(values)).isEqualTo(0b100);
    }

    private static int index(String field) {
        RecordType type = penalty();
        return type.fields().indexOf(type.field(field).orElseThrow());
    }

    @Test
    void whatCannotBeCompiledIsAFault() {
        assertThat(read("CF_WFXW.matches('a+')")).isNull();
        assertThat(read("CF_CFLB.exists(k, k.startsWith('其他'))")).isNull();
        assertThat(faults.sorted()).extracting(PackFault::code).containsOnly("condition.not-compilable");
    }

    @Test
    void theSamePackGivesTheSameCode() throws IOException {
        EvaluationModel one = enterprise(requireNonNull(national));
        EvaluationModel other = enterprise(PackLoaderTest.load(PackLoaderTest.PACKS, "national"));
        assertThat(one.conditions()).isNotEmpty().isEqualTo(other.conditions());
    }

    @Test
    void bytesThatAreNoSuchClassDoNotLoad() {
        ConditionCode broken = new ConditionCode(new byte[] {1, 2, 3});
        assertThatIllegalStateException().isThrownBy(broken::load);
    }

    private static EvaluationModel enterprise(Policy policy) {
        return requireNonNull(policy.instruments().evaluations().get("enterprise"));
    }
}
