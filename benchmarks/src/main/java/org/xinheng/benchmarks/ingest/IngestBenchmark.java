package org.xinheng.benchmarks.ingest;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.ground.Child;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ground.Sample;
import org.xinheng.benchmarks.peer.UsualIngest;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.testkit.city.BulkCity;

/**
 * A file of clean penalties with 29 columns, from the upload until every row has its answer and stands on the portal; beside
 * it, in turns on the same server, the bare COPY of the same rows and the usual stack.
 */
public final class IngestBenchmark {

    static final String PENALTY = "administrative-penalty";
    static final String REGISTER = "organisation-register";

    /** What is delivered, and what is promised for it. */
    public enum Form {
        CSV("ingest", "csv", 1_000_000, 0.60),
        XLSX("xlsx", "xlsx", 200_000, 0.50);

        private final String name;
        private final String ending;
        private final int full;
        private final double shareOfCopy;

        Form(String name, String ending, int full, double shareOfCopy) {
            this.name = name;
            this.ending = ending;
            this.full = full;
            this.shareOfCopy = shareOfCopy;
        }
    }

    /** Five records an organisation; every second organisation is registered elsewhere, as in the real files of a city. */
    private static final int ROWS_OF_ORGANISATION = 5;

    /**
     * Other rows before those that are measured, for product and peers alike: a server runs for weeks, and a JVM compiles for
     * some hundred thousand rows.
     */
    static final int WARM = 400_000;

    private static final int PEER_SHARE = 5;
    private static final long BYTES_OF_ROW = 6_000;

    private final Setting setting;
    private final Form form;
    private final int rows;
    private final int organisations;
    private final int peerRows;
    private final int warmRows;
    private final BulkCity city;
    private final String source;
    private final List<Double> ofFile = new ArrayList<>();
    private final List<Double> ofKey = new ArrayList<>();
    private final List<Double> product = new ArrayList<>();
    private final List<Double> productCpu = new ArrayList<>();
    private final List<Double> copyCpu = new ArrayList<>();
    private final List<Double> fresh = new ArrayList<>();
    private final List<Double> bad = new ArrayList<>();
    private final List<Double> usual = new ArrayList<>();
    private final List<Double> tuned = new ArrayList<>();
    private String memory = "";

    public IngestBenchmark(Setting setting, Form form) {
        this.setting = setting;
        this.form = form;
        rows = setting.rows(form.full);
        organisations = Math.max(10, rows / ROWS_OF_ORGANISATION);
        peerRows = Math.max(1, Math.min(rows, Math.max(20_000, rows / PEER_SHARE)));
        warmRows = Math.min(2 * rows, WARM);
        city = new BulkCity(setting.seed(), LocalDate.now(ZoneId.of("Asia/Shanghai")));
        source = city.authoritiesInCharge().getFirst().code();
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        var need = DiskSpace.forRows(rows, BYTES_OF_ROW);
        try (var ground = Ground.open(setting.folder(form.name), need)) {
            var folder = ground.folder();
            Progress.say("writing " + rows + " rows");
            city.register(folder.resolve("register.csv"), organisations / 2);
            write(folder, "penalties", 1, rows);
            write(folder, "peer", 1, peerRows);
            write(folder, "warm", 1 + rows, warmRows);
            if (form == Form.CSV) {
                city.penalties(
                        folder.resolve("bad.csv"), 1, rows, organisations, row -> row.put("CF_JDRQ", "2026/02/30"));
            }
            for (int round = 1; round <= setting.rounds(); round++) {
                round(ground, round);
            }
            return table(need);
        }
    }

    private void write(Path folder, String name, int first, int count) throws IOException {
        var file = folder.resolve(name + "." + form.ending);
        switch (form) {
            case CSV -> city.penalties(file, first, count, organisations);
            case XLSX -> city.workbook(file, first, count, organisations);
        }
    }

    private Path file(Ground ground, String name) {
        return ground.folder().resolve(name + "." + form.ending);
    }

    private void round(Ground ground, int round) throws IOException, SQLException, InterruptedException {
        product(ground, "product_" + round);
        ofFile.add(copy(ground, "copy_of_file_" + round, ground.folder().resolve("file.copy")));
        ofKey.add(copy(ground, "copy_of_key_" + round, ground.folder().resolve("key.copy")));
        if (setting.withPeers()) {
            usual.add(peer(ground, UsualIngest.AS_WRITTEN, round));
            tuned.add(peer(ground, UsualIngest.TUNED, round));
        }
        if (form == Form.CSV) {
            bad(ground, "bad_" + round);
        }
    }

    private void product(Ground ground, String name) throws IOException, SQLException, InterruptedException {
        var folder = ground.folder();
        var database = ground.migrated(name);
        var data = folder.resolve(name);
        try (var running = Product.start(database, data)) {
            running.deliver(folder.resolve("register.csv"), REGISTER, source);
            fresh.add(warmed(running, ground));
            double program = running.cpuSeconds();
            double postgres = ground.cpuSeconds();
            long start = System.nanoTime();
            var delivery = running.deliver(file(ground, "penalties"), PENALTY, source);
            running.page("/organisations/" + BulkCity.organisation(0).code());
            double seconds = (System.nanoTime() - start) / 1e9;
            product.add(rows / seconds);
            program = running.cpuSeconds() - program;
            postgres = ground.cpuSeconds() - postgres;
            productCpu.add(program + postgres);
            memory = running.memory();
            Progress.say("product " + number(rows / seconds) + " rows/s, CPU " + number(program) + " s and "
                    + number(postgres) + " s in PostgreSQL, " + delivery.path("counts") + ", " + memory);
        }
        try (var connection = ground.superuser(name)) {
            long encoded = BareCopy.encode(connection, BareCopy.ORDER_OF_FILE, folder.resolve("file.copy"));
            long again = BareCopy.encode(connection, BareCopy.ORDER_OF_KEY, folder.resolve("key.copy"));
            if (encoded != rows || again != rows) {
                throw new IllegalStateException(rows + " rows delivered, " + encoded + " in the archive");
            }
        }
        ground.drop(name);
    }

    /** The rows before; then the product has read for its checks what they brought, and nothing waits to be written out. */
    private double warmed(Product running, Ground ground) throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        running.deliver(file(ground, "warm"), PENALTY, source);
        double rate = warmRows / ((System.nanoTime() - start) / 1e9);
        Progress.say("fresh server " + number(rate) + " rows/s");
        running.awaitIdle(ground);
        ground.settle();
        return rate;
    }

    private double copy(Ground ground, String name, Path file) throws IOException, SQLException {
        ground.migrated(name);
        ground.settle();
        double seconds;
        double database = ground.cpuSeconds();
        try (var connection = ground.superuser(name)) {
            seconds = BareCopy.seconds(connection, file);
            database = ground.cpuSeconds() - database;
        }
        ground.drop(name);
        Files.delete(file);
        copyCpu.add(database);
        Progress.say(name + " " + number(rows / seconds) + " rows/s, CPU " + number(database) + " s in PostgreSQL");
        return rows / seconds;
    }

    private void bad(Ground ground, String name) throws IOException, SQLException, InterruptedException {
        var folder = ground.folder();
        var database = ground.migrated(name);
        try (var running = Product.start(database, folder.resolve(name))) {
            warmed(running, ground);
            long start = System.nanoTime();
            var delivery = running.deliver(folder.resolve("bad.csv"), PENALTY, source);
            long size = running.download(
                    "/api/v1/deliveries/" + delivery.path("id").asString() + "/errors.xlsx",
                    folder.resolve("errors.xlsx"));
            double seconds = (System.nanoTime() - start) / 1e9;
            bad.add(rows / seconds);
            Progress.say("error file of " + (size >> 20) + " MB");
            Progress.say("every row bad " + number(rows / seconds) + " rows/s, " + delivery.path("counts") + ", "
                    + running.memory());
        }
        ground.drop(name);
    }

    private double peer(Ground ground, String way, int round) throws IOException, SQLException {
        var name = "peer_" + (way.equals(UsualIngest.TUNED) ? "tuned_" : "usual_") + round;
        var database = ground.empty(name);
        try (var connection = Ground.connect(database.jdbcUrl(), database.owner());
                var statement = connection.createStatement()) {
            statement.execute(UsualIngest.TABLE);
        }
        ground.settle();
        var environment = Map.of(
                UsualIngest.URL, database.jdbcUrl(),
                UsualIngest.USER, database.owner().user(),
                UsualIngest.PASSWORD, database.owner().password());
        double rate;
        try (var child = Child.start(
                UsualIngest.class, 1024, ground.folder().resolve("peer-errors.txt"), environment, List.of(way))) {
            child.answer();
            child.ask("load " + file(ground, "warm"));
            var answer = child.ask("load " + file(ground, "peer"));
            if (answer.path("rows").asInt() != peerRows) {
                throw new IllegalStateException("the peer saved other rows: " + answer);
            }
            rate = peerRows / answer.path("seconds").asDouble();
        }
        ground.drop(name);
        Progress.say("usual stack, " + way + " " + number(rate) + " rows/s");
        return rate;
    }

    private ResultTable table(DiskSpace need) {
        double reached = median(product);
        var table = new ResultTable("Penalties as " + form + ", 29 columns, clean")
                .fact("rows", rows)
                .fact("organisations", organisations + ", half of them in the register")
                .fact("rows before, to warm up", warmRows)
                .fact("rounds", setting.rounds())
                .fact("seed", setting.seed())
                .fact("disk needed", need.text())
                .measured("COPY, order of the file", number(median(ofFile)) + " rows/s", "one connection")
                .measured(
                        "COPY, order of the key",
                        number(median(ofKey)) + " rows/s",
                        "sorted beforehand, as the product sorts for itself")
                .measured("product", number(reached) + " rows/s", memory)
                .measured("product, fresh server", number(median(fresh)) + " rows/s", "the rows before")
                .measured("CPU, product with its database", number(median(productCpu)) + " s", "")
                .measured("CPU, COPY in its database", number(median(copyCpu)) + " s", "")
                .atLeast("product / COPY in the order of the file", reached / median(ofFile), form.shareOfCopy, "")
                .atLeast("product / COPY in the order of the key", reached / median(ofKey), form.shareOfCopy, "")
                .atMost("heap", Product.HEAP_MEGABYTES, 512, " MB");
        if (form == Form.CSV) {
            table.measured("product, every row bad", number(median(bad)) + " rows/s", "with the error file downloaded")
                    .atMost("time when every row is bad / clean", reached / median(bad), 1.5, "");
        }
        if (setting.withPeers()) {
            var few = peerRows + " rows";
            table.measured("usual stack, as written", number(median(usual)) + " rows/s", few)
                    .measured("usual stack, tuned", number(median(tuned)) + " rows/s", few)
                    .atLeast("product / usual stack", reached / median(usual), 3, "")
                    .atLeast("product / tuned stack", reached / median(tuned), form == Form.CSV ? 1.4 : 1, "");
        }
        return table;
    }

    private static double median(List<Double> figures) {
        return Sample.of(figures).median();
    }
}
