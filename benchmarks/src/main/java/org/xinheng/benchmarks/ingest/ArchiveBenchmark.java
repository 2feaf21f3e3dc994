package org.xinheng.benchmarks.ingest;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ground.Sample;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.testkit.city.BulkCity;

/**
 * The same file into an archive that holds ten versions for each of its rows, and into an empty one. The organisations are
 * the same ones, all of them in the register: what differs is the size of tables and indexes.
 */
public final class ArchiveBenchmark {

    private static final int FULL = 1_000_000;
    private static final int HELD_FOR_EACH_ROW = 10;
    private static final int ROWS_OF_ORGANISATION = 5;
    private static final int PARTITIONS = 32;

    /** A version with its share of four indexes and its entry among the document numbers. */
    private static final long BYTES_OF_VERSION = 1_300;

    private final Setting setting;
    private final int rows;
    private final int organisations;
    private final int warmRows;
    private final BulkCity city;
    private final String source;
    private final List<Double> empty = new ArrayList<>();
    private final List<Double> full = new ArrayList<>();
    private final List<Double> emptyCpu = new ArrayList<>();
    private final List<Double> fullCpu = new ArrayList<>();
    private long held;

    public ArchiveBenchmark(Setting setting) {
        this.setting = setting;
        rows = setting.rows(FULL);
        organisations = Math.max(10, rows / ROWS_OF_ORGANISATION);
        warmRows = Math.min(2 * rows, IngestBenchmark.WARM);
        city = new BulkCity(setting.seed(), LocalDate.now(ZoneId.of("Asia/Shanghai")));
        source = city.authoritiesInCharge().getFirst().code();
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        var need = DiskSpace.forRows((long) rows * (HELD_FOR_EACH_ROW + 5), BYTES_OF_VERSION);
        try (var ground = Ground.open(setting.folder("archive"), need)) {
            var folder = ground.folder();
            Progress.say("writing files; the run needs " + need.text() + " of disk");
            city.register(folder.resolve("register.csv"), organisations);
            city.penalties(folder.resolve("base.csv"), 1, rows, organisations);
            city.penalties(folder.resolve("warm.csv"), 1 + rows, warmRows, organisations);
            // A row is delivered once to an archive: each round has a file of its own.
            for (int round = 1; round <= setting.rounds(); round++) {
                city.penalties(folder.resolve(round + ".csv"), 1 + (round + 2) * rows, rows, organisations);
            }
            filled(ground);
            for (int round = 1; round <= setting.rounds(); round++) {
                var name = "empty_" + round;
                register(ground, name);
                empty.add(seconds(ground, name, round, emptyCpu));
                ground.drop(name);
                full.add(seconds(ground, "filled", round, fullCpu));
            }
            return table(need);
        }
    }

    private void register(Ground ground, String name) throws IOException, SQLException, InterruptedException {
        try (var product = Product.start(ground.migrated(name), ground.folder().resolve(name))) {
            product.deliver(ground.folder().resolve("register.csv"), IngestBenchmark.REGISTER, source);
        }
    }

    private void filled(Ground ground) throws IOException, SQLException, InterruptedException {
        register(ground, "filled");
        try (var product = start(ground, "filled")) {
            product.deliver(ground.folder().resolve("base.csv"), IngestBenchmark.PENALTY, source);
        }
        try (var connection = ground.superuser("filled");
                var statement = connection.createStatement()) {
            for (int copy = 1; copy < HELD_FOR_EACH_ROW; copy++) {
                Progress.say("filling the archive, " + copy + " of " + (HELD_FOR_EACH_ROW - 1));
                multiply(statement, copy);
            }
            statement.execute("VACUUM (FREEZE, ANALYZE)");
            try (var counted = statement.executeQuery("SELECT count(*) FROM archive.version")) {
                counted.next();
                held = counted.getLong(1);
            }
        }
        ground.settle();
    }

    /** Every record of the delivery once more under another number, straight into its partition and sorted as the product sorts. */
    private static void multiply(Statement statement, int copy) throws SQLException {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            statement.execute("""
                    INSERT INTO archive.version_%1$02d
                    SELECT organisation_id, hashint8extended(record_id, %2$d), delivery_id, first_received_at, 1, -%2$d,
                        decided_on, first_shown, last_shown, earliest_repair, source, authority, gate_reasons, severity, type,
                        algorithm, gate, to_be_confirmed, historical, commitment, salt, payload
                    FROM archive.version_%1$02d WHERE row_no > 0 ORDER BY 1, 2
                    """.formatted(partition, copy));
        }
        statement.execute("""
                INSERT INTO archive.number_holder
                SELECT hashint8extended(record_id, %d), organisation_id FROM archive.version WHERE row_no > 0
                ORDER BY 1 ON CONFLICT DO NOTHING
                """.formatted(copy));
    }

    private Product start(Ground ground, String name) throws IOException {
        return Product.start(ground.existing(name), ground.folder().resolve(name));
    }

    private double seconds(Ground ground, String name, int round, List<Double> cpu)
            throws IOException, SQLException, InterruptedException {
        try (var product = start(ground, name)) {
            product.deliver(ground.folder().resolve("warm.csv"), IngestBenchmark.PENALTY, source);
            // What a start reads for the checks grows with the archive, and is no part of a delivery.
            product.awaitIdle(ground);
            ground.settle();
            double before = product.cpuSeconds() + ground.cpuSeconds();
            long start = System.nanoTime();
            var delivery = product.deliver(file(ground, round), IngestBenchmark.PENALTY, source);
            double seconds = (System.nanoTime() - start) / 1e9;
            cpu.add(product.cpuSeconds() + ground.cpuSeconds() - before);
            Progress.say(name + " " + number(seconds) + " s, CPU " + number(cpu.getLast()) + " s, "
                    + delivery.path("counts"));
            return seconds;
        }
    }

    private static Path file(Ground ground, int round) {
        return ground.folder().resolve(round + ".csv");
    }

    private ResultTable table(DiskSpace need) {
        double ratio = Sample.of(full).median() / Sample.of(empty).median();
        return new ResultTable("The same penalty CSV into a full archive")
                .fact("rows", rows)
                .fact("versions held", held)
                .fact("rows before, to warm up", warmRows)
                .fact("rounds", setting.rounds())
                .fact("seed", setting.seed())
                .fact("heap", Product.HEAP_MEGABYTES + " MB")
                .fact("disk needed", need.text())
                .measured(
                        "into an empty archive",
                        number(Sample.of(empty).median()) + " s",
                        "CPU " + number(Sample.of(emptyCpu).median()) + " s")
                .measured(
                        "into the full one",
                        number(Sample.of(full).median()) + " s",
                        "CPU " + number(Sample.of(fullCpu).median()) + " s")
                .atMost("time, full / empty", ratio, 1.3, "");
    }
}
