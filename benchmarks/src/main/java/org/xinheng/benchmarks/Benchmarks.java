package org.xinheng.benchmarks;

import java.util.concurrent.Callable;
import org.xinheng.benchmarks.check.BatchBenchmark;
import org.xinheng.benchmarks.check.CheckBenchmark;
import org.xinheng.benchmarks.evaluation.CityBenchmark;
import org.xinheng.benchmarks.evaluation.EvaluationBenchmark;
import org.xinheng.benchmarks.evaluation.SparkBenchmark;
import org.xinheng.benchmarks.ground.Refused;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ingest.ArchiveBenchmark;
import org.xinheng.benchmarks.ingest.IngestBenchmark;
import org.xinheng.benchmarks.packs.PacksBenchmark;
import org.xinheng.benchmarks.pages.PagesBenchmark;
import org.xinheng.benchmarks.search.SearchBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./xinheng bench …}: one benchmark a run. The table goes to standard output; exit code 0 when every target is met, 1
 * when one is not, 2 when the run was refused.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {"性能测试：产品与同类做法在同一次运行中比较", "The product beside its peers, as ratios within one run."})
public final class Benchmarks implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setExecutionExceptionHandler((fault, line, _) -> {
                    if (fault instanceof Refused refused) {
                        line.getErr().println(refused.getMessage());
                        return 2;
                    }
                    throw fault;
                })
                .execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请指明一项测试 / name a benchmark");
    }

    @Command(
            name = "ingest",
            description = {"一百万行处罚 CSV 的全程", "A CSV of a million penalties, the whole way."})
    int ingest(@Mixin Setting setting) throws Exception {
        return print(() -> new IngestBenchmark(setting, IngestBenchmark.Form.CSV).run());
    }

    @Command(
            name = "xlsx",
            description = {"二十万行处罚 XLSX 的全程", "A workbook of 200,000 penalties, the whole way."})
    int xlsx(@Mixin Setting setting) throws Exception {
        return print(() -> new IngestBenchmark(setting, IngestBenchmark.Form.XLSX).run());
    }

    @Command(
            name = "archive",
            description = {"存量一千万条时的同一文件", "The same CSV into an archive of ten million versions."})
    int archive(@Mixin Setting setting) throws Exception {
        return print(() -> new ArchiveBenchmark(setting).run());
    }

    @Command(
            name = "check",
            description = {"信用核查接口的并发能力", "Checks over HTTP beside an empty endpoint and the usual service."})
    int check(@Mixin Setting setting) throws Exception {
        return print(() -> new CheckBenchmark(setting).run());
    }

    @Command(
            name = "batch",
            description = {"十万个代码的批量核查", "A list of 100,000 codes over HTTP."})
    int batch(@Mixin Setting setting) throws Exception {
        return print(() -> new BatchBenchmark(setting).run());
    }

    @Command(
            name = "search",
            description = {"一百万个名称中的检索", "Search among a million names."})
    int search(@Mixin Setting setting) throws Exception {
        return print(() -> new SearchBenchmark(setting).run());
    }

    @Command(
            name = "packs",
            description = {"读取全部规则包、查找当日规则的速度", "Reading all rule packs and looking rules up, by JMH."})
    int packs(@Mixin Setting setting) throws Exception {
        return print(() -> new PacksBenchmark(setting).run());
    }

    @Command(
            name = "evaluation",
            description = {"缺省评价模型与手写 Java 比较（JMH）", "The default model beside the same written by hand (JMH)."})
    int evaluation() throws Exception {
        return print(() -> new EvaluationBenchmark().run());
    }

    @Command(
            name = "city",
            description = {"二十万主体、二百万条记录的全市评价", "A whole city evaluated, beside reading it, SQL and Drools."})
    int city(@Mixin Setting setting) throws Exception {
        return print(() -> new CityBenchmark(setting).run());
    }

    @Command(
            name = "spark",
            description = {"同一城市在 Spark 上的评价", "The same city on Spark in local mode, equal to the server's run."})
    int spark(@Mixin Setting setting) throws Exception {
        return print(() -> new SparkBenchmark(setting).run());
    }

    @Command(
            name = "pages",
            description = {"门户页面的并发能力", "Pages of the portal beside an empty endpoint and a table in Thymeleaf."})
    int pages(@Mixin Setting setting) throws Exception {
        return print(() -> new PagesBenchmark(setting).run());
    }

    private int print(Callable<ResultTable> benchmark) throws Exception {
        var table = benchmark.call();
        spec.commandLine().getOut().print(table.text());
        spec.commandLine().getOut().flush();
        return table.isMet() ? 0 : 1;
    }
}
