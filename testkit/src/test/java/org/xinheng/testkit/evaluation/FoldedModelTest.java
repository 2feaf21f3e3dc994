package org.xinheng.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.testkit.evaluation.ShippedModels.policy;
import static org.xinheng.testkit.evaluation.ShippedModels.resultOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.ModelFile;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.Outlook;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.evaluation.ResultText;
import org.xinheng.core.evaluation.WhatIf;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.RecordType;

/** The made-up city's model of a trade, which folds in the public one, beside a second engine that reads both as they are written. */
class FoldedModelTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 31);
    private static final long SEED = Long.getLong("seed", 20260831);

    private static EvaluationModel model() {
        return ShippedModels.model("public-works");
    }

    private static EvaluationModel base() {
        return ShippedModels.model("enterprise");
    }

    private static Evaluator evaluator() {
        return Evaluator.of(model(), policy().recordTypes());
    }

    private static RandomFacts random(long seed) {
        return new RandomFacts(SEED + seed, policy(), model(), DAY);
    }

    @Test
    void twoEnginesAgreeAndTheSummandsAddUp() {
        RandomFacts random = random(11);
        Evaluator evaluator = evaluator();
        NaiveEvaluation naive = new NaiveEvaluation(model(), policy().recordTypes());
        Set<String> own = new HashSet<>();
        model().dimensions()
                .forEach(one ->
                        one.own().forEach(indicator -> own.add(indicator.rule().id())));
        int rated = 0;
        for (int i = 0; i < 20_000; i++) {
            OrganisationFacts facts = random.organisation(24);
            LocalDate day = DAY.plusDays(i % 7 * 60L);
            Evaluation fast = evaluator.on(day).evaluate(facts);
            assertThat(resultOf(fast, own::contains))
                    .as("seed %s organisation %s", SEED, i)
                    .isEqualTo(naive.evaluate(facts, day));
            if (fast instanceof Rated one) {
                rated++;
                assertThat(one.contributions().stream()
                                .mapToInt(Contribution::points)
                                .sum())
                        .isEqualTo(one.points());
            }
        }
        assertThat(rated).isGreaterThan(5_000).isLessThan(20_000);
    }

    /** Six tenths of the public result, and every record that counts there is named here. */
    @Test
    void theFoldedDimensionIsThePublicResultByItsWeight() {
        RandomFacts random = random(12);
        var evaluator = evaluator().on(DAY);
        var publicOne = Evaluator.of(base(), policy().recordTypes()).on(DAY);
        int named = 0;
        for (int i = 0; i < 5_000; i++) {
            OrganisationFacts facts = random.organisation(12);
            if (evaluator.evaluate(facts) instanceof Rated rated) {
                Rated there = publicOne.evaluate(facts).rated().orElseThrow();
                assertThat(rated.dimensions().getFirst()).isEqualTo((there.points() * 6 + 9) / 10);
                Set<String> said = recordsOf(rated);
                assertThat(said).containsAll(recordsOf(there));
                named += recordsOf(there).size();
                if (!there.grade().equals(there.byPoints())) {
                    assertThat(model().grades().indexOf(rated.grade())).isGreaterThanOrEqualTo(ceilingOf(there));
                }
            }
        }
        assertThat(named).isGreaterThan(1_000);
    }

    private static int ceilingOf(Rated rated) {
        return base().grades().indexOf(rated.grade());
    }

    private static Set<String> recordsOf(Rated rated) {
        Set<String> records = new TreeSet<>();
        rated.contributions().forEach(line -> line.recordId().ifPresent(records::add));
        return records;
    }

    @Test
    void whoHoldsNoPublicContractIsNotEvaluated() {
        RandomFacts random = random(13);
        var evaluator = evaluator().on(DAY);
        Set<Integer> holders = new HashSet<>();
        model().scope()
                .holders()
                .forEach(id -> holders.add(policy().recordType(id).orElseThrow().number()));
        int without = 0;
        for (int i = 0; i < 2_000; i++) {
            OrganisationFacts all = random.organisation(8);
            OrganisationFacts facts = all.without(all.records().stream()
                    .filter(one -> holders.contains(one.type()))
                    .map(RecordFact::id)
                    .toList());
            assertThat(evaluator.evaluate(facts)).isInstanceOf(Evaluation.NotRated.class);
            without += all.records().size() - facts.records().size();
        }
        assertThat(without).isGreaterThan(100);
    }

    @Test
    void anAdverseRecordMoreNeverRaises() {
        RandomFacts random = random(14);
        var evaluator = evaluator().on(DAY);
        int trials = 0;
        int moved = 0;
        while (trials < 30_000) {
            RecordFact adverse = random.record();
            OrganisationFacts facts = random.organisation(12);
            if (natureOf(adverse) != RecordType.Nature.ADVERSE) {
                continue;
            }
            trials++;
            List<RecordFact> more = new ArrayList<>(facts.records());
            more.add(adverse);
            Evaluation without = evaluator.evaluate(facts);
            Evaluation with = evaluator.evaluate(new OrganisationFacts(facts.identity(), more));
            assertThat(with instanceof Rated).isEqualTo(without instanceof Rated);
            if (with instanceof Rated worse && without instanceof Rated better) {
                assertThat(worse.points()).isLessThanOrEqualTo(better.points());
                assertThat(model().grades().indexOf(worse.grade()))
                        .isGreaterThanOrEqualTo(model().grades().indexOf(better.grade()));
                moved += worse.points() < better.points() ? 1 : 0;
            }
        }
        assertThat(moved).isGreaterThan(2_000);
    }

    private static RecordType.Nature natureOf(RecordFact fact) {
        return policy().recordTypes().values().stream()
                .filter(one -> one.number() == fact.type())
                .findFirst()
                .orElseThrow()
                .nature();
    }

    @Test
    void everySentenceOfWhatWouldChangeIsWhatTheModelSays() {
        RandomFacts random = random(15);
        Evaluator evaluator = evaluator();
        Outlook outlook = new Outlook(evaluator);
        NaiveEvaluation naive = new NaiveEvaluation(model(), policy().recordTypes());
        int sentences = 0;
        while (sentences < 2_000) {
            OrganisationFacts facts = random.organisation(10);
            for (WhatIf one : outlook.tell(facts, DAY).changes()) {
                NaiveEvaluation.Result then = naive.evaluate(facts.without(one.records()), one.from());
                assertThat(one.points()).isEqualTo(then.points());
                assertThat(one.grade().id()).isEqualTo(then.grade());
                sentences++;
            }
        }
    }

    /** The same two engines over the model of public bodies. */
    @Test
    void publicBodiesAreJudgedAsTheirModelIsWritten() {
        EvaluationModel government = ShippedModels.model("government");
        RandomFacts random = new RandomFacts(SEED + 17, policy(), government, DAY);
        var evaluator = Evaluator.of(government, policy().recordTypes()).on(DAY);
        NaiveEvaluation naive = new NaiveEvaluation(government, policy().recordTypes());
        Set<String> own = new HashSet<>();
        government
                .dimensions()
                .forEach(one ->
                        one.own().forEach(indicator -> own.add(indicator.rule().id())));
        Set<String> grades = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            OrganisationFacts facts = random.organisation(10);
            Evaluation fast = evaluator.evaluate(facts);
            assertThat(resultOf(fast, own::contains)).as("organisation %s", i).isEqualTo(naive.evaluate(facts, DAY));
            fast.rated().ifPresent(rated -> grades.add(rated.grade().id()));
        }
        assertThat(grades).contains("good", "medium", "poor");
    }

    @Test
    void theModelHandedAwaySaysTheSame() {
        RandomFacts random = random(16);
        var here = evaluator().on(DAY);
        var there = ModelFile.read(ModelFile.write(model(), policy().recordTypes()))
                .evaluator()
                .on(DAY);
        for (int i = 0; i < 2_000; i++) {
            OrganisationFacts facts = random.organisation(12);
            assertThat(ResultText.of(there.evaluate(facts))).isEqualTo(ResultText.of(here.evaluate(facts)));
        }
    }
}
