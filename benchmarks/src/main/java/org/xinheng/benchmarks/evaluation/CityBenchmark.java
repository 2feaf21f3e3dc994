package org.xinheng.benchmarks.evaluation;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.check.DeliveredCity;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.Refused;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ground.Sample;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.core.evaluation.DayEvaluator;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.Outlook;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.database.DatabaseAddress;
import org.xinheng.testkit.evaluation.RandomFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole city evaluated, explanations and results written back: beside the mere reading of the same rows in order, the same model as one
 * statement of SQL, and, on a sample, Drools. All that are rated get the same grade and points from everybody, or the run is refused.
 */
public final class CityBenchmark {

    private static final int FULL = 2_000_000;
    private static final int RECORDS_OF_ORGANISATION = 10;
    private static final int HEAP_MEGABYTES = 1024;
    private static final long BYTES_OF_ROW = 6_000;
    private static final int SAMPLE = 10_000;
    private static final int PROOF = 5_000;
    private static final int POLL_MILLIS = 20;
    private static final double MOST_TIMES_READING = 2.5;
    /** What follows a run, advice to each organisation whose grade is poor, goes on for minutes beside the next one and is not the run. */
    private static final String RUN_ALONE = "--xinheng.evaluation.follow=false";

    /** Servers run for weeks: before the first measured round the compiler has seen all of it twice. */
    private static final int WARM_UPS = 2;

    private static final String MODEL = "enterprise";
    private static final JsonMapper JSON = new JsonMapper();

    private final Setting setting;
    private final int rows;
    private final int organisations;
    private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final List<Double> reading = new ArrayList<>();
    private final List<Double> running = new ArrayList<>();
    private final List<Double> inSql = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<PeerOrganisation> sample = new ArrayList<>();

    public CityBenchmark(Setting setting) {
        this.setting = setting;
        rows = setting.rows(FULL);
        organisations = Math.max(10, rows / RECORDS_OF_ORGANISATION);
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        DiskSpace need = DiskSpace.forRows(rows, BYTES_OF_ROW);
        try (Ground ground = Ground.open(setting.folder("city"), need)) {
            DatabaseAddress database = ground.migrated("product");
            new DeliveredCity(setting.seed(), rows, organisations, HEAP_MEGABYTES).deliver(ground, database);
            try (Connection superuser = ground.superuser("product");
                    Statement statement = superuser.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
            try (Product product = Product.start(
                            database, ground.folder().resolve("product"), HEAP_MEGABYTES, List.of(RUN_ALONE));
                    Connection reader = Ground.connect(database.jdbcUrl(), database.owner())) {
                return measured(ground, product, reader, need);
            }
        }
    }

    private ResultTable measured(Ground ground, Product product, Connection reader, DiskSpace need)
            throws IOException, SQLException, InterruptedException {
        Policy policy = PerOrganisation.policy();
        EvaluationModel model =
                Objects.requireNonNull(policy.instruments().evaluations().get(MODEL));
        List<PeerIndicator> indicators = PeerIndicator.of(model, policy.recordTypes(), day);
        if (setting.withPeers()) {
            proveOnRandomFacts(ground, policy, model, indicators);
        }
        DatabaseAddress address = ground.empty("peer");
        try (Connection connection = Ground.connect(address.jdbcUrl(), address.owner())) {
            SqlPeer sql = new SqlPeer(connection, policy, model, indicators, day);
            fill(product, sql, policy);
            ground.settle();
            Progress.say("warming up");
            long run = 0;
            for (int i = 0; i < WARM_UPS; i++) {
                read(reader);
                run = run(product);
            }
            for (int round = 0; round < setting.rounds(); round++) {
                Progress.say("round " + (round + 1) + " of " + setting.rounds());
                product.awaitIdle(ground);
                double read = seconds(() -> read(reader));
                ground.settle();
                double program = product.cpuSeconds();
                double postgres = ground.cpuSeconds();
                long start = System.nanoTime();
                run = run(product);
                double ran = (System.nanoTime() - start) / 1e9;
                Progress.say("processor of the run: program " + number(product.cpuSeconds() - program)
                        + " s, PostgreSQL " + number(ground.cpuSeconds() - postgres) + " s");
                ground.settle();
                reading.add(read);
                running.add(ran);
                ratios.add(ran / read);
                if (setting.withPeers()) {
                    inSql.add(seconds(sql::run));
                    ground.settle();
                }
                Progress.say("reading " + number(read) + " s, run " + number(ran) + " s"
                        + (inSql.isEmpty() ? "" : ", SQL " + number(inSql.getLast()) + " s"));
            }
            Map<Long, String> own = results(reader, run);
            if (setting.withPeers()) {
                refuseDifference("SQL", own, sql.results());
            }
            return table(product, own, new Sampled(policy, model, indicators), need);
        }
    }

    /** The city has penalties only: that the peers do the same work is shown on records of all types, at the edges of all periods. */
    private void proveOnRandomFacts(Ground ground, Policy policy, EvaluationModel model, List<PeerIndicator> indicators)
            throws IOException, SQLException {
        Progress.say("comparing the peers on " + PROOF + " random organisations");
        RandomFacts random = new RandomFacts(setting.seed(), policy, model, day);
        PeerOrganisation.Reader reader = new PeerOrganisation.Reader(policy);
        DayEvaluator evaluator = Evaluator.of(model, policy.recordTypes()).on(day);
        DroolsPeer drools = new DroolsPeer(model, indicators, day);
        DatabaseAddress address = ground.empty("proof");
        Map<Long, String> own = new TreeMap<>();
        Map<Long, String> byDrools = new TreeMap<>();
        try (Connection connection = Ground.connect(address.jdbcUrl(), address.owner())) {
            SqlPeer sql = new SqlPeer(connection, policy, model, indicators, day);
            sql.create();
            for (long id = 1; id <= PROOF; id++) {
                PeerOrganisation one = reader.of(id, random.organisation(2 * RECORDS_OF_ORGANISATION));
                sql.add(one);
                if (evaluator.evaluate(one.facts()) instanceof Rated rated) {
                    own.put(id, rated.grade().id() + " " + rated.points());
                    PeerTally.Result its = drools.evaluate(one.records());
                    byDrools.put(id, its.grade() + " " + its.points());
                }
            }
            sql.finish();
            sql.run();
            refuseDifference("Drools", own, byDrools);
            refuseDifference("SQL", own, sql.results());
        }
        ground.drop("proof");
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, IOException, InterruptedException;
    }

    private static double seconds(Work work) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void fill(Product product, SqlPeer sql, Policy policy)
            throws IOException, SQLException, InterruptedException {
        Progress.say("handing the exported facts to the peers");
        sql.create();
        PeerOrganisation.Reader reader = new PeerOrganisation.Reader(policy);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                product.open("/api/v1/evaluations/facts?purpose=benchmark&model=" + MODEL + "&day=" + day),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                PeerOrganisation one = reader.read(JSON.readTree(line));
                sql.add(one);
                if (sample.size() < SAMPLE) {
                    sample.add(one);
                }
            }
        }
        sql.finish();
    }

    /** The rows that a run reads, in the order in which it reads them. */
    private static void read(Connection connection) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                        COPY (SELECT organisation_id, record_id, version_no, type, gate, severity, last_shown, earliest_repair,
                                     payload
                                FROM archive.version ORDER BY organisation_id, record_id, version_no)
                        TO STDOUT (FORMAT binary)
                        """);
        long bytes = 0;
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            bytes += row.length;
        }
        if (bytes == 0) {
            throw new Refused("nothing was read");
        }
    }

    /** From the order to the receipt. */
    static long run(Product product) throws IOException, InterruptedException {
        JsonNode run = product.post("/api/v1/evaluations", "{\"model\":\"" + MODEL + "\"}");
        String address = "/api/v1/evaluations/" + run.path("id").asString();
        while (!run.path("finished").asBoolean()) {
            Thread.sleep(POLL_MILLIS);
            run = product.get(address);
        }
        return Long.parseLong(run.path("id").asString());
    }

    static Map<Long, String> results(Connection connection, long run) throws SQLException {
        Map<Long, String> results = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT organisation_id, grade, points FROM evaluation.result"
                        + " WHERE grade IS NOT NULL AND run_id = " + run)) {
            while (rows.next()) {
                results.put(rows.getLong(1), rows.getString(2) + " " + rows.getInt(3));
            }
        }
        return results;
    }

    private static void refuseDifference(String peer, Map<Long, String> own, Map<Long, String> its) {
        if (own.isEmpty()) {
            throw new Refused("nobody is rated");
        }
        own.forEach((organisation, said) -> {
            if (!said.equals(its.get(organisation))) {
                throw new Refused(peer + " says " + its.get(organisation) + " of organisation " + organisation
                        + ", the product " + said);
            }
        });
        if (its.size() != own.size()) {
            throw new Refused(peer + " rates " + its.size() + " organisations, the product " + own.size());
        }
    }

    /** Product and Drools over the same facts in memory, each with its explanation. */
    private final class Sampled {

        private final DayEvaluator evaluator;
        private final Outlook outlook;
        private final DroolsPeer drools;
        private final List<PeerOrganisation> rated;

        Sampled(Policy policy, EvaluationModel model, List<PeerIndicator> indicators) {
            Evaluator compiled = Evaluator.of(model, policy.recordTypes());
            evaluator = compiled.on(day);
            outlook = new Outlook(compiled);
            drools = new DroolsPeer(model, indicators, day);
            rated = sample.stream()
                    .filter(one -> evaluator.evaluate(one.facts()).rated().isPresent())
                    .toList();
        }

        double micros(Consumer<PeerOrganisation> evaluation) {
            double best = Double.MAX_VALUE;
            for (int round = 0; round < Math.max(3, setting.rounds()); round++) {
                long start = System.nanoTime();
                rated.forEach(evaluation);
                best = Math.min(best, (System.nanoTime() - start) / 1e3 / rated.size());
            }
            return best;
        }

        double product() {
            return micros(one -> evaluator.evaluate(one.facts()));
        }

        double productWithWaysOut() {
            return micros(one -> {
                var told = outlook.tell(one.facts(), day);
                MainReasons.of(told.result());
            });
        }

        double drools() {
            return micros(one -> drools.evaluate(one.records()));
        }

        void compare(Map<Long, String> own) {
            for (PeerOrganisation one : rated) {
                PeerTally.Result its = drools.evaluate(one.records());
                Rated ours = evaluator.evaluate(one.facts()).rated().orElseThrow();
                if (!(its.grade() + " " + its.points()).equals(own.get(one.id()))
                        || its.lines().size() != ours.contributions().size()) {
                    throw new Refused("Drools says " + its.grade() + " " + its.points() + " of organisation " + one.id()
                            + ", the product " + own.get(one.id()));
                }
            }
        }
    }

    private ResultTable table(Product product, Map<Long, String> own, Sampled sampled, DiskSpace need)
            throws IOException {
        double read = Sample.of(reading).median();
        double ran = Sample.of(running).median();
        ResultTable table = new ResultTable("Evaluation of a whole city")
                .fact("organisations", organisations)
                .fact("records", rows)
                .fact("rated", own.size())
                .fact("rounds", setting.rounds())
                .fact("seed", setting.seed())
                .fact("disk needed", need.text())
                .measured(
                        "reading the rows in order by COPY",
                        number(read) + " s",
                        "binary, one connection, nothing done with them")
                .measured("run", number(ran) + " s", "results with explanations written; " + product.memory())
                .atMost("run ÷ reading", Sample.of(ratios).median(), MOST_TIMES_READING, "");
        if (setting.withPeers()) {
            double sql = Sample.of(inSql).median();
            Progress.say("comparing with Drools on " + sampled.rated.size() + " organisations");
            sampled.compare(own);
            double ours = sampled.product();
            double drools = sampled.drools();
            table.measured("the model in SQL", number(sql) + " s", "contributions as jsonb, no reasons, no ways out")
                    .measured(
                            "compiled model alone", number(ours) + " µs", "per organisation of the sample, one thread")
                    .measured(
                            "with reasons and ways out",
                            number(sampled.productWithWaysOut()) + " µs",
                            "per organisation of the sample")
                    .measured("Drools 10", number(drools) + " µs", "per organisation, executable model, same points")
                    .atMost("run ÷ SQL", ran / sql, 1, "")
                    .atLeast("Drools ÷ compiled model", drools / ours, 1, "");
        }
        return table;
    }
}
