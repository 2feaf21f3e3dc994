package org.xinheng.benchmarks.packs;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.ResultTable;

/** Reads all packs in a fresh JVM and in a warm one, and looks rules up, by JMH. */
public final class PacksBenchmark {

    private static final double MOST_SECONDS = 2;
    private static final double MOST_MICROSECONDS = 1;
    private static final int WARM_LOADS = 5;
    private static final TimeValue LOOKING = TimeValue.seconds(1);

    private final Setting setting;

    public PacksBenchmark(Setting setting) {
        this.setting = setting;
    }

    public ResultTable run() throws IOException, RunnerException {
        int packs = AllPacks.names().size();
        var table = new ResultTable("Rule packs, by JMH")
                .fact("packs", packs)
                .fact("forks", setting.rounds())
                .fact("JVM", Runtime.version());
        Progress.say("reading " + packs + " packs, each time in a fresh JVM");
        double cold = seconds(options(AllPacks.class)
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(1));
        Progress.say("reading them in a warm JVM");
        double warm = seconds(options(AllPacks.class)
                .mode(Mode.SingleShotTime)
                .forks(1)
                .warmupIterations(WARM_LOADS)
                .measurementIterations(WARM_LOADS));
        table.measured("all packs read, fresh JVM", number(cold) + " s", "mean of the forks, class loading included")
                .measured("all packs read, warm JVM", number(warm) + " s", "mean of " + WARM_LOADS)
                .atMost("all packs read, fresh JVM", cold, MOST_SECONDS, " s");
        Progress.say("looking rules up");
        for (RunResult result : lookups()) {
            var primary = result.getPrimaryResult();
            String name = primary.getLabel();
            double nanos = primary.getScore();
            table.measured("look-up: " + name, number(nanos) + " ns", "± " + number(primary.getScoreError()) + " ns")
                    .atMost("look-up: " + name, nanos / 1000, MOST_MICROSECONDS, " µs");
        }
        return table;
    }

    private Collection<RunResult> lookups() throws RunnerException {
        return new Runner(options(RuleLookups.class)
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .warmupIterations(2)
                        .warmupTime(LOOKING)
                        .measurementIterations(2)
                        .measurementTime(LOOKING)
                        .build())
                .run();
    }

    private static double seconds(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.timeUnit(TimeUnit.SECONDS).build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
    }

    private ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(setting.rounds())
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Xmx512m");
    }
}
