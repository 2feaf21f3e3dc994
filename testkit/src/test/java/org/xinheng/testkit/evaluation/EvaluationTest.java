package org.xinheng.testkit.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.testkit.evaluation.ShippedModels.policy;
import static org.xinheng.testkit.evaluation.ShippedModels.resultOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.Outlook;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.evaluation.WhatIf;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.RecordType;

/** The shipped model over random organisations, beside a second engine that reads it as it is written. */
class EvaluationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 31);
    private static final long SEED = Long.getLong("seed", 20260831);

    private static EvaluationModel model() {
        return ShippedModels.model("enterprise");
    }

    private static Evaluator evaluator() {
        return Evaluator.of(model(), policy().recordTypes());
    }

    private static RandomFacts random(long seed) {
        return new RandomFacts(SEED + seed, policy(), model(), DAY);
    }

    @Test
    void twoEnginesAgreeOnEverything() {
        RandomFacts random = random(1);
        Evaluator evaluator = evaluator();
        NaiveEvaluation naive = new NaiveEvaluation(model(), policy().recordTypes());
        int rated = 0;
        for (int i = 0; i < 30_000; i++) {
            OrganisationFacts facts = random.organisation(24);
            LocalDate day = DAY.plusDays(i % 7 * 60L);
            Evaluation fast = evaluator.on(day).evaluate(facts);
            assertThat(resultOf(fast, _ -> true))
                    .as("seed %s organisation %s", SEED, i)
                    .isEqualTo(naive.evaluate(facts, day));
            rated += fast instanceof Rated ? 1 : 0;
        }
        assertThat(rated).isGreaterThan(25_000).isLessThan(30_000);
    }

    @Test
    void contributionsAddUpToThePointsForEveryOrganisation() {
        RandomFacts random = random(2);
        var evaluator = evaluator().on(DAY);
        for (int i = 0; i < 100_000; i++) {
            Evaluation evaluation = evaluator.evaluate(random.organisation(20));
            evaluation.rated().ifPresent(rated -> {
                assertThat(rated.contributions().stream()
                                .mapToInt(Contribution::points)
                                .sum())
                        .isEqualTo(rated.points());
                assertThat(rated.dimensions().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(rated.points());
                assertThat(rated.points()).isBetween(0, model().total());
            });
        }
    }

    @Test
    void anAdverseRecordMoreNeverRaisesAndOneLessNeverLowers() {
        RandomFacts random = random(3);
        var evaluator = evaluator().on(DAY);
        int moved = 0;
        int trials = 0;
        while (trials < 100_000) {
            OrganisationFacts facts = random.organisation(12);
            RecordFact adverse = random.record();
            if (!isAdverse(adverse)) {
                continue;
            }
            trials++;
            List<RecordFact> more = new ArrayList<>(facts.records());
            more.add(adverse);
            OrganisationFacts with = new OrganisationFacts(facts.identity(), more);
            Evaluation before = evaluator.evaluate(with.without(Set.of(adverse.id())));
            Evaluation after = evaluator.evaluate(with);
            assertThat(before instanceof Rated).isEqualTo(after instanceof Rated);
            if (before instanceof Rated better && after instanceof Rated worse) {
                assertThat(worse.points()).as("trial %s", trials).isLessThanOrEqualTo(better.points());
                assertThat(rank(worse)).as("trial %s", trials).isGreaterThanOrEqualTo(rank(better));
                moved += worse.points() < better.points() || rank(worse) > rank(better) ? 1 : 0;
            }
        }
        assertThat(moved).isGreaterThan(20_000);
    }

    /** Adverse by its type, or a neutral one that the model can only hold against an organisation. */
    private static boolean isAdverse(RecordFact fact) {
        RecordType type = policy().recordTypes().values().stream()
                .filter(one -> one.number() == fact.type())
                .findFirst()
                .orElseThrow();
        return type.nature() == RecordType.Nature.ADVERSE || type.id().equals("administrative-inspection");
    }

    private static int rank(Rated rated) {
        return model().grades().indexOf(rated.grade());
    }

    @Test
    void everySentenceOfWhatWouldChangeIsWhatTheModelSays() {
        RandomFacts random = random(4);
        Evaluator evaluator = evaluator();
        Outlook outlook = new Outlook(evaluator);
        NaiveEvaluation naive = new NaiveEvaluation(model(), policy().recordTypes());
        Map<WhatIf.Step, Integer> steps = new TreeMap<>();
        int sentences = 0;
        while (sentences < 10_000) {
            OrganisationFacts facts = random.organisation(10);
            Outlook.Told told = outlook.tell(facts, DAY);
            assertThat(told.result()).isEqualTo(evaluator.on(DAY).evaluate(facts));
            for (WhatIf one : told.changes()) {
                NaiveEvaluation.Result then = naive.evaluate(facts.without(one.records()), one.from());
                assertThat(then.rated()).isTrue();
                assertThat(one.points()).isEqualTo(then.points());
                assertThat(one.grade().id()).isEqualTo(then.grade());
                assertThat(one.from()).isAfterOrEqualTo(DAY);
                steps.merge(one.step(), 1, Integer::sum);
                sentences++;
            }
        }
        assertThat(steps.keySet()).containsExactlyInAnyOrder(WhatIf.Step.values());
    }

    @Test
    void repairIsNeverPromisedBeforeTheRecordsEarliestDay() {
        RandomFacts random = random(5);
        Evaluator evaluator = evaluator();
        Outlook outlook = new Outlook(evaluator);
        int seen = 0;
        for (int i = 0; i < 3_000; i++) {
            OrganisationFacts facts = random.organisation(6);
            for (WhatIf one : outlook.tell(facts, DAY).changes()) {
                if (one.step() == WhatIf.Step.REPAIR) {
                    RecordFact record = facts.records().stream()
                            .filter(fact -> fact.id().equals(one.records().getFirst()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(one.from())
                            .isAfterOrEqualTo(record.earliestRepair().orElseThrow());
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void aRecordInDisputeCountsNothing() {
        RandomFacts random = random(6);
        var evaluator = evaluator().on(DAY);
        int disputes = 0;
        for (int i = 0; i < 5_000; i++) {
            OrganisationFacts facts = random.organisation(12);
            List<String> disputed = facts.records().stream()
                    .filter(RecordFact::disputed)
                    .map(RecordFact::id)
                    .toList();
            Evaluation all = evaluator.evaluate(facts);
            Evaluation without = evaluator.evaluate(facts.without(disputed));
            all.rated()
                    .ifPresent(rated -> assertThat(rated.points())
                            .isEqualTo(without.rated().orElseThrow().points()));
            disputes += disputed.size();
        }
        assertThat(disputes).isGreaterThan(1_000);
    }

    @Test
    void namesFourReasonsAtMostAndEachOnlyOnce() {
        RandomFacts random = random(7);
        var evaluator = evaluator().on(DAY);
        int most = 0;
        for (int i = 0; i < 5_000; i++) {
            List<MainReasons.Reason> reasons = MainReasons.of(evaluator.evaluate(random.organisation(20)));
            assertThat(reasons)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(MainReasons.MOST)
                    .doesNotHaveDuplicates();
            most = Math.max(most, reasons.size());
        }
        assertThat(most).isEqualTo(MainReasons.MOST);
    }

    @Test
    void theMadeUpCityIsGradedAsTheModelExpects() {
        List<OrganisationFacts> city = CityFacts.of(SEED, DAY, policy());
        var evaluator = evaluator().on(DAY);
        List<Rated> rated = city.stream()
                .map(evaluator::evaluate)
                .flatMap(one -> one.rated().stream())
                .toList();
        assertThat(rated).hasSizeGreaterThan(1_200);
        Map<String, Long> counts = new TreeMap<>();
        rated.forEach(one -> counts.merge(one.grade().id(), 1L, Long::sum));
        for (EvaluationModel.Grade grade : model().grades()) {
            assertThat(requireNonNull(grade.share()).holds(counts.getOrDefault(grade.id(), 0L), rated.size()))
                    .as("%s of %s", counts, rated.size())
                    .isTrue();
        }
    }
}
