package org.xinheng.server.evaluation.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.Outlook;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.evaluation.Explaining;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.testkit.evaluation.RandomFacts;
import tools.jackson.databind.json.JsonMapper;

/** Nothing of an explanation is lost in its few bytes. */
class PackedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final long SEED = Long.getLong("seed", 20260630);

    private final EvaluationModel model =
            requireNonNull(DemoCity.POLICY.instruments().evaluations().get("enterprise"));
    private final Packed packed = new Packed(model);

    @Test
    void saysTheSameWhenItIsReadAgain() {
        RandomFacts random = new RandomFacts(SEED, DemoCity.POLICY, model, DAY);
        Evaluator evaluator = Evaluator.of(model, DemoCity.POLICY.recordTypes());
        Outlook outlook = new Outlook(evaluator);
        long bytes = 0;
        long json = 0;
        for (int i = 0; i < 3_000; i++) {
            Outlook.Told told = outlook.tell(random.organisation(20), DAY);
            Evaluation result = told.result();
            var reasons = MainReasons.of(result);
            var whatIfs = told.changes();
            Explaining all = Explaining.of(result, reasons, whatIfs);
            byte[] kept = packed.of(result, reasons, whatIfs);
            assertThat(Packed.read(kept, packed.names()))
                    .as("seed %d, organisation %d", SEED, i)
                    .isEqualTo(all);
            bytes += kept.length;
            json += JsonMapper.shared().writeValueAsBytes(all).length;
        }
        assertThat(bytes).isLessThan(json / 4);
    }

    @Test
    void readsWhatAnEarlierReleaseWrote() {
        Explaining before = Packed.read(
                "{\"dimensions\":[300],\"lines\":[],\"reasons\":[],\"whatIfs\":[]}".getBytes(UTF_8), packed.names());
        assertThat(before.dimensions()).isEqualTo(List.of(300));
        assertThatThrownBy(() -> Packed.read(new byte[] {9}, packed.names()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
