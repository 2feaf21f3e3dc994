package org.xinheng.benchmarks.check;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.postgresql.PGConnection;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.ground.Child;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ground.Sample;
import org.xinheng.benchmarks.peer.UsualChecks;
import org.xinheng.benchmarks.peer.UsualIngest;
import org.xinheng.benchmarks.product.EmptyEndpoint;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.testkit.city.BulkCity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks over HTTP among 200,000 organisations with two million records: the product, whose receipt and log entry are durable
 * before it answers, an empty endpoint behind the same filters, and the usual service with four queries and no receipt.
 */
public final class CheckBenchmark {

    private static final int FULL = 2_000_000;
    private static final int RECORDS_OF_ORGANISATION = 10;
    private static final int HEAP_MEGABYTES = 1024;
    private static final long BYTES_OF_ROW = 4_000;
    private static final int CALLS = 20_000;
    private static final int SECONDS = 15;
    private static final int SECONDS_AT_HALF_LOAD = 20;
    private static final String MATTER = "government-procurement";
    private static final JsonMapper JSON = new JsonMapper();

    private final Setting setting;
    private final int rows;
    private final int organisations;
    private final List<Double> empty = new ArrayList<>();
    private final List<Double> checks = new ArrayList<>();
    private final List<Double> usual = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();

    public CheckBenchmark(Setting setting) {
        this.setting = setting;
        rows = setting.rows(FULL);
        organisations = Math.max(10, rows / RECORDS_OF_ORGANISATION);
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        var need = DiskSpace.forRows(rows, BYTES_OF_ROW);
        try (var ground = Ground.open(setting.folder("check"), need)) {
            var database = ground.migrated("product");
            new DeliveredCity(setting.seed(), rows, organisations, HEAP_MEGABYTES).deliver(ground, database);
            usualTables(ground);
            ground.settle();
            var peer = Map.of(
                    UsualIngest.URL, ground.url("usual"),
                    UsualIngest.USER, database.owner().user(),
                    UsualIngest.PASSWORD, database.owner().password());
            var errors = ground.folder().resolve("peer-errors.txt");
            try (var product = Product.start(database, ground.folder().resolve("product"), HEAP_MEGABYTES);
                    var service = Child.start(UsualChecks.class, HEAP_MEGABYTES, errors, peer, List.of());
                    var load = Load.start(ground.folder(), errors)) {
                int port = service.answer().path("port").asInt();
                return measured(load, product, port, need);
            }
        }
    }

    private void usualTables(Ground ground) throws IOException, SQLException {
        Progress.say("filling the tables of the usual service");
        var database = ground.empty("usual");
        try (var connection = Ground.connect(database.jdbcUrl(), database.owner());
                var statement = connection.createStatement()) {
            statement.execute(UsualChecks.TABLES);
            var subjects = new StringBuilder();
            for (int i = 0; i < organisations; i++) {
                var one = BulkCity.organisation(i);
                subjects.append(i + 1)
                        .append('\t')
                        .append(one.code())
                        .append('\t')
                        .append(one.name())
                        .append("\t1\n");
            }
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY subject FROM STDIN", new StringReader(subjects.toString()));
            statement.execute(UsualChecks.REST.formatted(RECORDS_OF_ORGANISATION));
        }
    }

    private ResultTable measured(Load load, Product product, int usualPort, DiskSpace need)
            throws IOException, InterruptedException {
        var random = new Random(setting.seed());
        var questions = new ArrayList<String>();
        var asked = new ArrayList<String>();
        for (int i = 0; i < CALLS; i++) {
            var json = JSON.writeValueAsString(new UsualChecks.Question(
                    BulkCity.organisation(random.nextInt(organisations)).code(),
                    MATTER,
                    "政府采购供应商审查",
                    "示采〔2026〕" + i,
                    "desk-1"));
            questions.add(Requests.post("/api/v1/checks", product.token(), json));
            asked.add(Requests.post(UsualChecks.PATH, "", json));
        }
        var nothing = List.of(Requests.get(EmptyEndpoint.PATH));
        int port = URI.create(product.address().toString()).getPort();
        Progress.say("warming up");
        load.warmUp(port, nothing);
        load.warmUp(port, questions);
        load.warmUp(usualPort, asked);
        for (int round = 0; round < setting.rounds(); round++) {
            empty.add(load.told("empty endpoint", port, nothing, 0, SECONDS)
                    .path("rate")
                    .asDouble());
            double most = load.told("product", port, questions, 0, SECONDS)
                    .path("rate")
                    .asDouble();
            checks.add(most);
            usual.add(load.told("usual service", usualPort, asked, 0, SECONDS)
                    .path("rate")
                    .asDouble());
            var half = load.told(
                    "product at half load", port, questions, Math.max(1, (int) (most / 2)), SECONDS_AT_HALF_LOAD);
            p99.add(half.path("p99").asDouble());
        }
        return table(product, need);
    }

    private ResultTable table(Product product, DiskSpace need) throws IOException {
        double reached = Sample.of(checks).median();
        double limit = Sample.of(empty).median();
        double peer = Sample.of(usual).median();
        double slowest = Sample.of(p99).median();
        return new ResultTable("Checks over HTTP, " + LoadProgram.CONNECTIONS + " connections")
                .fact("organisations", organisations)
                .fact("records", rows)
                .fact("rounds", setting.rounds())
                .fact("seed", setting.seed())
                .fact("disk needed", need.text())
                .measured("empty endpoint", number(limit) + "/s", "same port and filters, no compression")
                .measured("product", number(reached) + "/s", "durable receipt and log entry; " + product.memory())
                .measured("usual service, four queries", number(peer) + "/s", "no receipt, no sign-in")
                .measured("product at half load, p99", number(slowest) + " ms", "open loop")
                .atLeast("product / empty endpoint", reached / limit, 0.40, "")
                .atLeast("product / usual service", reached / peer, 4, "")
                .atMost("p99 at half load", slowest, 20, " ms");
    }
}
