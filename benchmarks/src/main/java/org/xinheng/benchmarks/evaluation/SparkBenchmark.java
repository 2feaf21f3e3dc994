package org.xinheng.benchmarks.evaluation;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.check.DeliveredCity;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.Refused;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.core.evaluation.DayEvaluator;
import org.xinheng.core.evaluation.ModelFile;
import org.xinheng.core.evaluation.ResultText;
import org.xinheng.server.database.DatabaseAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same city on the server and on Spark in local mode, from the exported model and the exported facts: grade and points of everybody
 * are those of the server's run, every contribution is that of {@code core}, or the run is refused.
 */
public final class SparkBenchmark {

    private static final int FULL = 2_000_000;
    private static final int RECORDS_OF_ORGANISATION = 10;
    private static final int HEAP_MEGABYTES = 1024;
    private static final int SPARK_MEGABYTES = 3072;
    private static final long BYTES_OF_ROW = 6_000;
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Setting setting;
    private final int rows;
    private final int organisations;
    private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    public SparkBenchmark(Setting setting) {
        this.setting = setting;
        rows = setting.rows(FULL);
        organisations = Math.max(10, rows / RECORDS_OF_ORGANISATION);
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        DiskSpace need = DiskSpace.forRows(rows, BYTES_OF_ROW);
        try (Ground ground = Ground.open(setting.folder("spark"), need)) {
            DatabaseAddress database = ground.migrated("product");
            new DeliveredCity(setting.seed(), rows, organisations, HEAP_MEGABYTES).deliver(ground, database);
            Path facts = ground.folder().resolve("facts.ndjson");
            Path model = ground.folder().resolve("enterprise.model");
            Map<Long, String> own;
            try (Product product = Product.start(database, ground.folder().resolve("product"), HEAP_MEGABYTES);
                    Connection reader = Ground.connect(database.jdbcUrl(), database.owner())) {
                Progress.say("run on the server, export");
                own = CityBenchmark.results(reader, CityBenchmark.run(product));
                product.download("/api/v1/evaluations/models/enterprise", model);
                product.download("/api/v1/evaluations/facts?purpose=benchmark&model=enterprise&day=" + day, facts);
            }
            return measured(ground.folder(), model, facts, own, need);
        }
    }

    private ResultTable measured(Path folder, Path model, Path facts, Map<Long, String> own, DiskSpace need)
            throws IOException, InterruptedException {
        String parquet = folder.resolve("facts").toString();
        Progress.say("lines to Parquet");
        double converted = spark(2, folder, "parquet", facts.toString(), parquet);
        ResultTable table = new ResultTable("Evaluation on Spark, local mode")
                .fact("organisations", organisations)
                .fact("records", rows)
                .fact("seed", setting.seed())
                .fact("heap", SPARK_MEGABYTES + " MB")
                .fact("disk needed", need.text())
                .measured("lines to Parquet, 2 cores", number(converted) + " s", "with the start of Spark");
        double[] seconds = new double[2];
        for (int cores = 1; cores <= seconds.length; cores++) {
            Progress.say("evaluating on " + cores);
            String results = folder.resolve("results-" + cores).toString();
            seconds[cores - 1] = spark(cores, folder, "evaluate", model.toString(), day.toString(), parquet, results);
            table.measured(
                    "evaluation, local[" + cores + "]", number(seconds[cores - 1]) + " s", "with the start of Spark");
        }
        Progress.say("comparing");
        spark(1, folder, "print", folder.resolve("results-2").toString());
        int equal = compare(folder, model, facts, own);
        return table.measured(
                        "equal to the server's run and to core", equal + " organisations", "to the last contribution")
                .atLeast("share that is equal", (double) equal / organisations, 1, "")
                .atMost("2 cores ÷ 1 core", seconds[1] / seconds[0], 1, "");
    }

    /** Seconds that the job took; what it prints lies in the folder. */
    private static double spark(int cores, Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + SPARK_MEGABYTES + "m",
                "-XX:+UseParallelGC",
                "-Duser.timezone=Asia/Shanghai",
                "-Dspark.master=local[" + cores + "]",
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.local.dir=" + folder.resolve("spark"),
                "--enable-native-access=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath(), "org.xinheng.spark.Job"));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve("spark-errors.txt");
        long start = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("printed.txt").toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new Refused("Spark ended with " + code + ": "
                    + Files.readString(errors).lines().limit(20).collect(Collectors.joining("\n")));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The module itself, core, and Spark; nothing that reads packs. */
    private static String classPath() throws IOException {
        Path home = Path.of(System.getProperty("xinheng.home", "."));
        Path built = home.resolve("spark/target");
        if (!Files.exists(built.resolve("class-path"))) {
            throw new Refused("the module spark is not built: mvn -Dmaven.test.skip=true -pl spark -am package");
        }
        Set<String> path = new LinkedHashSet<>(List.of(jar(home, "spark"), jar(home, "core")));
        for (String scope : List.of("class-path", "class-path-at-run-time")) {
            path.addAll(List.of(Files.readString(built.resolve(scope)).strip().split(File.pathSeparator, -1)));
        }
        return String.join(File.pathSeparator, path);
    }

    private static String jar(Path home, String module) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(module).resolve("target"))) {
            return files.filter(one -> one.getFileName().toString().matches(module + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new Refused("no jar of the module " + module))
                    .toString();
        }
    }

    private int compare(Path folder, Path model, Path facts, Map<Long, String> own) throws IOException {
        Map<Long, String> printed;
        try (Stream<String> lines = Files.lines(folder.resolve("printed.txt"))) {
            printed = lines.map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(line -> Long.parseLong(line[0]), line -> line[1]));
        }
        DayEvaluator evaluator =
                ModelFile.read(Files.readAllBytes(model)).evaluator().on(day);
        PeerOrganisation.Reader reader = new PeerOrganisation.Reader(PerOrganisation.policy());
        int equal = 0;
        try (BufferedReader lines = Files.newBufferedReader(facts)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                PeerOrganisation one = reader.read(JSON.readTree(line));
                String[] said = printed.getOrDefault(one.id(), "\t\t").split("\t", 3);
                boolean rated = own.containsKey(one.id());
                boolean asServer = rated
                        ? (said[0] + " " + said[1]).equals(own.get(one.id()))
                        : said[0].equals("null") && said[1].equals("null");
                equal += asServer && said[2].equals(ResultText.of(evaluator.evaluate(one.facts()))) ? 1 : 0;
            }
        }
        return equal;
    }
}
