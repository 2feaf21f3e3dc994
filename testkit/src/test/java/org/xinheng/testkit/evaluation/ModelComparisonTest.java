package org.xinheng.testkit.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.testkit.evaluation.ShippedModels.policy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.ModelComparison;
import org.xinheng.core.evaluation.ModelComparison.Group;
import org.xinheng.core.evaluation.ModelComparison.Report;
import org.xinheng.core.evaluation.ModelComparison.Share;
import org.xinheng.core.evaluation.ModelComparison.Spread;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.EvaluationModel.Weight;

/** A changed model over a made-up city of two thousand organisations: who moves, why, and that no burden helps. */
class ModelComparisonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 31);
    private static final long SEED = Long.getLong("seed", 20260910);
    private static final int ORGANISATIONS = 2_000;
    private static final String CHANGED = "commitment-broken";

    @BeforeAll
    static void say() {
        System.out.println("seed " + SEED);
    }

    private static EvaluationModel model() {
        return ShippedModels.model("enterprise");
    }

    /** The model with other points for one indicator. */
    private static EvaluationModel changed(int points) {
        EvaluationModel model = model();
        List<Dimension> dimensions = model.dimensions().stream()
                .map(one -> new Dimension(
                        one.id(),
                        one.title(),
                        one.points(),
                        one.start(),
                        one.indicators().stream()
                                .map(own -> changed(own, points))
                                .toList(),
                        null))
                .toList();
        return new EvaluationModel(
                model.rule(), model.total(), model.scope(), dimensions, model.grades(), model.conditions());
    }

    private static Indicator changed(Indicator indicator, int points) {
        Weight weight = indicator.weight();
        return indicator.rule().id().endsWith("." + CHANGED)
                ? new Indicator(
                        indicator.rule(),
                        indicator.source(),
                        new Weight(weight.counts(), points, Math.abs(points) * 3, weight.decay()),
                        indicator.ceiling(),
                        indicator.remedy())
                : indicator;
    }

    private static Report compare(EvaluationModel candidate) {
        RandomFacts random = new RandomFacts(SEED, policy(), model(), DAY);
        ModelComparison comparison = new ModelComparison(
                Evaluator.of(model(), policy().recordTypes()).on(DAY),
                Evaluator.of(candidate, policy().recordTypes()).on(DAY),
                candidate);
        for (int i = 0; i < ORGANISATIONS; i++) {
            OrganisationFacts facts = random.organisation(6);
            comparison.look(i, List.of(new Group("district", "99010" + i % 3)), facts, facts);
        }
        return comparison.report();
    }

    @Test
    void theSameModelMovesNobody() {
        Report report = compare(model());

        assertThat(report.organisations()).isEqualTo(ORGANISATIONS);
        assertThat(report.moves()).isEmpty();
        assertThat(report.examples()).isEmpty();
        assertThat(report.grades()).allSatisfy(one -> assertThat(one.before()).isEqualTo(one.after()));
        assertThat(report.groups()).hasSize(3).allSatisfy(one -> {
            assertThat(one.moved()).isZero();
            assertThat(one.meanBefore()).isEqualTo(one.meanAfter());
            assertThat(one.percentMoved()).isZero();
            assertThat(one.grades().stream().mapToLong(Spread::before).sum()).isEqualTo(one.organisations());
            assertThat(one.grades())
                    .allSatisfy(grade -> assertThat(grade.after()).isEqualTo(grade.before()));
        });
    }

    @Test
    void aHarderIndicatorMovesSomeAndIsNamedAsTheCause() {
        Report report = compare(changed(-130));

        assertThat(report.moves()).isNotEmpty();
        long moved =
                report.moves().stream().mapToLong(one -> one.organisations()).sum();
        assertThat(report.groups().stream().mapToLong(one -> one.moved()).sum()).isEqualTo(moved);
        assertThat(report.groups()).anySatisfy(one -> {
            assertThat(one.percentMoved()).isPositive();
            assertThat(one.grades())
                    .anySatisfy(grade -> assertThat(grade.after()).isNotEqualTo(grade.before()));
            assertThat(one.grades().stream().mapToLong(Spread::after).sum()).isEqualTo(one.organisations());
        });
        assertThat(report.grades().stream().mapToLong(Share::after).sum()).isEqualTo(ORGANISATIONS);
        assertThat(report.examples()).isNotEmpty().allSatisfy(move -> {
            assertThat(move.pointsAfter()).isLessThan(move.pointsBefore());
            assertThat(move.causes().getFirst().indicator()).endsWith("." + CHANGED);
        });
    }

    @Test
    void noBurdenHelpsAndWhatNeverFiresIsSaid() {
        Report report = compare(changed(-130));

        assertThat(report.trials()).isGreaterThan(1_000);
        assertThat(report.violated()).isZero();
        assertThat(report.violations()).isEmpty();
        assertThat(report.indicators())
                .hasSize(Math.toIntExact(model().dimensions().stream()
                        .mapToLong(one -> one.indicators().size())
                        .sum()));
        assertThat(report.indicators())
                .allSatisfy(one -> assertThat(one.neverFires()).isEqualTo(one.organisations() == 0));
        assertThat(report.indicators().stream().filter(one -> one.dominates()).count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void sharesOutsideTheirBandAreSaid() {
        Report report = compare(model());
        long rated = report.grades().stream()
                .filter(one -> !one.grade().isEmpty())
                .mapToLong(Share::after)
                .sum();
        assertThat(rated).isPositive();
        assertThat(report.grades())
                .filteredOn(one -> one.share() != null)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.within())
                        .isEqualTo(requireNonNull(one.share()).holds(one.after(), rated)));
    }
}
