package org.xinheng.server.evaluation.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.Rule;
import org.xinheng.server.publicity.DemoCity;

/** A model is the same wherever its lines stand, and another one when it says something else. */
class ModelHashTest {

    private static final EvaluationModel MODEL =
            requireNonNull(DemoCity.POLICY.instruments().evaluations().get("enterprise"));

    @Test
    void aCommentAboveARuleMakesNoOtherModel() {
        EvaluationModel moved = model(MODEL.total(), true);

        assertThat(moved).isNotEqualTo(MODEL);
        assertThat(ModelHash.of(moved)).isEqualTo(ModelHash.of(MODEL));
    }

    @Test
    void anotherNumberMakesAnotherModel() {
        assertThat(ModelHash.of(model(MODEL.total() + 1, false))).isNotEqualTo(ModelHash.of(MODEL));
    }

    private static EvaluationModel model(int total, boolean moved) {
        return new EvaluationModel(
                moved ? moved(MODEL.rule()) : MODEL.rule(),
                total,
                MODEL.scope(),
                MODEL.dimensions().stream().map(one -> moved ? moved(one) : one).toList(),
                MODEL.grades(),
                MODEL.conditions());
    }

    private static Dimension moved(Dimension one) {
        return new Dimension(
                one.id(),
                one.title(),
                one.points(),
                one.start(),
                one.indicators().stream()
                        .map(it -> new Indicator(moved(it.rule()), it.source(), it.weight(), it.ceiling(), it.remedy()))
                        .toList(),
                null);
    }

    private static Rule moved(Rule rule) {
        return new Rule(rule.id(), rule.title(), rule.validity(), rule.basis(), rule.confidence(), rule.place() + "0");
    }
}
