package org.xinheng.benchmarks.evaluation;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.xinheng.benchmarks.ground.ResultTable;

/** The default model per organisation: compiled from the pack beside the same written by hand (JMH). */
public final class EvaluationBenchmark {

    private static final double MOST_TIMES = 3;

    public ResultTable run() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PerOrganisation.class.getName() + "\\..*")
                        .jvmArgsAppend("-Dxinheng.home=" + System.getProperty("xinheng.home", "."))
                        .output("/dev/stderr")
                        .build())
                .run();
        double compiled = nanos(results, "compiledModel");
        double byHand = nanos(results, "writtenByHand");
        return new ResultTable("Evaluation, default model per organisation")
                .fact("organisations", PerOrganisation.ORGANISATIONS)
                .fact("records", "ten each on average, all types of the model, days at the edges of its periods")
                .measured("compiled from the pack", number(compiled) + " ns", "per organisation, one thread")
                .measured("written by hand", number(byHand) + " ns", "per organisation, one thread")
                .atMost("compiled ÷ written by hand", compiled / byHand, MOST_TIMES, "");
    }

    private static double nanos(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(one -> one.getPrimaryResult().getLabel().equals(benchmark))
                .mapToDouble(one -> one.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}
