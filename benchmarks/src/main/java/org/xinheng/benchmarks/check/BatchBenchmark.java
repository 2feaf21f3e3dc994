package org.xinheng.benchmarks.check;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.Refused;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ground.Sample;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.testkit.city.BulkCity;

/**
 * A list of 100,000 codes over HTTP among 200,000 organisations with two million records, from the first byte sent to the last line that
 * says it is whole: every line has a receipt, signed and durable, and an entry in the log of reads.
 */
public final class BatchBenchmark {

    private static final int FULL = 2_000_000;
    private static final int RECORDS_OF_ORGANISATION = 10;
    /** Of the organisations so many are asked about. */
    private static final int SHARE = 2;

    private static final int HEAP_MEGABYTES = 1024;
    private static final long BYTES_OF_ROW = 4_000;
    private static final int MOST_WARMING_UP = 12;
    private static final double STILL_FASTER = 0.95;
    private static final int FEWEST_WARMING_UP = 4;
    private static final double SECONDS = 3;
    private static final String PATH =
            "/api/v1/checks/batch?matter=government-procurement&purpose=tender&caseNumber=2026-15&operator=desk";

    private final Setting setting;
    private final int rows;
    private final int organisations;
    private final int codes;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    public BatchBenchmark(Setting setting) {
        this.setting = setting;
        rows = setting.rows(FULL);
        organisations = Math.max(10, rows / RECORDS_OF_ORGANISATION);
        codes = organisations / SHARE;
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        var need = DiskSpace.forRows(rows, BYTES_OF_ROW);
        try (var ground = Ground.open(setting.folder("batch"), need)) {
            var database = ground.migrated("product");
            new DeliveredCity(setting.seed(), rows, organisations, HEAP_MEGABYTES).deliver(ground, database);
            ground.settle();
            try (var product = Product.start(database, ground.folder().resolve("product"), HEAP_MEGABYTES)) {
                var random = new Random(setting.seed());
                Progress.say("warming up");
                warmUp(product, ground, random);
                for (int round = 0; round < setting.rounds(); round++) {
                    ground.settle();
                    double before = product.cpuSeconds();
                    seconds.add(asked(product, list(ground, random)));
                    cpu.add(product.cpuSeconds() - before);
                }
                return table(product, need);
            }
        }
    }

    /** As long as it still gets faster: a server runs for weeks, and reads its snapshot once. */
    private void warmUp(Product product, Ground ground, Random random) throws IOException, InterruptedException {
        double before = Double.MAX_VALUE;
        for (int i = 0; i < MOST_WARMING_UP; i++) {
            double now = asked(product, list(ground, random));
            if (i >= FEWEST_WARMING_UP && now > before * STILL_FASTER) {
                return;
            }
            before = now;
        }
    }

    private Path list(Ground ground, Random random) throws IOException {
        var list = new StringBuilder();
        for (int i = 0; i < codes; i++) {
            list.append(BulkCity.organisation(random.nextInt(organisations)).code())
                    .append('\n');
        }
        return Files.writeString(ground.folder().resolve("codes.csv"), list);
    }

    private double asked(Product product, Path list) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String last = product.lastLine(PATH, list);
        double taken = (System.nanoTime() - start) / 1e9;
        if (!last.contains("\"complete\":true") || !last.contains("\"answered\":" + codes)) {
            throw new Refused("the list was not answered: " + last);
        }
        Progress.say(codes + " codes in " + number(taken) + " s");
        return taken;
    }

    private ResultTable table(Product product, DiskSpace need) throws IOException {
        double median = Sample.of(seconds).median();
        return new ResultTable("A list of codes over HTTP")
                .fact("organisations", organisations)
                .fact("records", rows)
                .fact("codes", codes)
                .fact("rounds", setting.rounds())
                .fact("seed", setting.seed())
                .fact("disk needed", need.text())
                .measured("list, to its last line", number(median) + " s", "durable receipts, log; " + product.memory())
                .measured("codes a second", number(codes / median), "")
                .measured("processor of the server", number(Sample.of(cpu).median()) + " s", "")
                .atMost("a list of 100,000 codes", median * 100_000 / codes, SECONDS, " s");
    }
}
