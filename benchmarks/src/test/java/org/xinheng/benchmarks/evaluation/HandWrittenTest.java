package org.xinheng.benchmarks.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.testkit.evaluation.RandomFacts;

/** What is compared does the same work: points, grade and number of contributions of every organisation. */
class HandWrittenTest {

    @Test
    void saysWhatTheCompiledModelSays() throws IOException {
        Policy policy = PerOrganisation.policy();
        EvaluationModel model =
                requireNonNull(policy.instruments().evaluations().get("enterprise"));
        RandomFacts random = new RandomFacts(7, policy, model, PerOrganisation.DAY);
        var compiled = Evaluator.of(model, policy.recordTypes()).on(PerOrganisation.DAY);
        HandWritten byHand = new HandWritten(PerOrganisation.DAY, policy.recordTypes());
        int rated = 0;
        for (int i = 0; i < 20_000; i++) {
            OrganisationFacts facts = random.organisation(20);
            if (compiled.evaluate(facts) instanceof Rated result) {
                HandWritten.Result own = byHand.evaluate(
                        facts.records().stream().map(HandWritten.Entry::of).toList());
                assertThat(own.points()).isEqualTo(result.points());
                assertThat(model.grades().get(own.grade())).isEqualTo(result.grade());
                assertThat(own.lines()).hasSameSizeAs(result.contributions());
                rated++;
            }
        }
        assertThat(rated).isGreaterThan(15_000);
    }
}
