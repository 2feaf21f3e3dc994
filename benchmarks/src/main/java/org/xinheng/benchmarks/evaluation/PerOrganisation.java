package org.xinheng.benchmarks.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.xinheng.core.evaluation.DayEvaluator;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectState;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.testkit.evaluation.RandomFacts;

/** The default model over a thousand organisations with ten records each on average: compiled from the pack, and by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PerOrganisation {

    static final int ORGANISATIONS = 1_000;
    static final LocalDate DAY = LocalDate.of(2026, 8, 31);

    @Param("20")
    public int mostRecords;

    private List<OrganisationFacts> organisations = List.of();
    private List<List<HandWritten.Entry>> entries = List.of();
    private @Nullable DayEvaluator compiled;
    private @Nullable HandWritten byHand;

    @Setup
    public void found() throws IOException {
        Policy policy = policy();
        EvaluationModel model =
                Objects.requireNonNull(policy.instruments().evaluations().get("enterprise"));
        RandomFacts random = new RandomFacts(20261, policy, model, DAY);
        List<OrganisationFacts> all = new ArrayList<>();
        while (all.size() < ORGANISATIONS) {
            OrganisationFacts one = random.organisation(mostRecords);
            all.add(new OrganisationFacts(
                    new OrganisationFacts.Identity("91", SubjectState.EXISTING, DAY.minusYears(10)), one.records()));
        }
        organisations = List.copyOf(all);
        entries = all.stream()
                .map(one -> one.records().stream().map(HandWritten.Entry::of).toList())
                .toList();
        compiled = Evaluator.of(model, policy.recordTypes()).on(DAY);
        byHand = new HandWritten(DAY, policy.recordTypes());
    }

    static Policy policy() throws IOException {
        Path packs = Path.of(System.getProperty("xinheng.home", "..")).resolve("policy-packs");
        return switch (PackLoader.load(packs, "national")) {
            case PackLoading.Loaded loaded -> loaded.policy();
            case PackLoading.Faulty faulty ->
                throw new IllegalStateException(faulty.faults().toString());
        };
    }

    @Benchmark
    @OperationsPerInvocation(ORGANISATIONS)
    public void compiledModel(Blackhole hole) {
        DayEvaluator engine = Objects.requireNonNull(compiled);
        for (OrganisationFacts one : organisations) {
            hole.consume(engine.evaluate(one));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ORGANISATIONS)
    public void writtenByHand(Blackhole hole) {
        HandWritten engine = Objects.requireNonNull(byHand);
        for (List<HandWritten.Entry> one : entries) {
            hole.consume(engine.evaluate(one));
        }
    }
}
