package org.xinheng.benchmarks.pages;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.check.DeliveredCity;
import org.xinheng.benchmarks.check.Load;
import org.xinheng.benchmarks.check.LoadProgram;
import org.xinheng.benchmarks.check.Requests;
import org.xinheng.benchmarks.ground.Child;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ground.Sample;
import org.xinheng.benchmarks.peer.UsualPages;
import org.xinheng.benchmarks.product.EmptyEndpoint;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.testkit.city.BulkCity;

/**
 * Pages of the portal among 200,000 organisations with five records each: the page of a random organisation and the list of
 * penalties, both read from the database for each visitor; an empty endpoint behind the same filters; and a table of fifty rows
 * that Thymeleaf renders from memory.
 */
public final class PagesBenchmark {

    private static final int FULL = 1_000_000;
    private static final int RECORDS_OF_ORGANISATION = 5;
    private static final int HEAP_MEGABYTES = 1024;
    private static final long BYTES_OF_ROW = 4_000;
    private static final int CALLS = 20_000;
    private static final int SECONDS = 10;
    private static final String ORGANISATION = "organisation page";
    private static final String LIST = "list page";
    private static final String EMPTY = "empty endpoint";
    private static final String TABLE = "table in Thymeleaf";

    private final Setting setting;
    private final int rows;
    private final int organisations;
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, List<Double>> p99 = new LinkedHashMap<>();

    public PagesBenchmark(Setting setting) {
        this.setting = setting;
        rows = setting.rows(FULL);
        organisations = Math.max(10, rows / RECORDS_OF_ORGANISATION);
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        var need = DiskSpace.forRows(rows, BYTES_OF_ROW);
        try (var ground = Ground.open(setting.folder("pages"), need)) {
            var database = ground.migrated("product");
            new DeliveredCity(setting.seed(), rows, organisations, HEAP_MEGABYTES).deliver(ground, database);
            ground.settle();
            var errors = ground.folder().resolve("peer-errors.txt");
            try (var product = Product.start(database, ground.folder().resolve("product"), HEAP_MEGABYTES);
                    var peer = Child.start(UsualPages.class, HEAP_MEGABYTES, errors, Map.of(), List.of());
                    var load = Load.start(ground.folder(), errors)) {
                measure(load, product, peer.answer().path("port").asInt());
                return table(new FirstView(product.address()).bytes("/"), product, need);
            }
        }
    }

    private void measure(Load load, Product product, int peerPort) throws IOException {
        var random = new Random(setting.seed());
        var visited = new ArrayList<String>();
        for (int i = 0; i < CALLS; i++) {
            var code = BulkCity.organisation(random.nextInt(organisations)).code();
            visited.add(Requests.get("/organisations/" + code));
        }
        int port = product.address().getPort();
        var sides = List.of(
                new Side(EMPTY, port, List.of(Requests.get(EmptyEndpoint.PATH))),
                new Side(ORGANISATION, port, visited),
                new Side(LIST, port, List.of(Requests.get("/lists/administrative-penalty"))),
                new Side(TABLE, peerPort, List.of(Requests.get(UsualPages.PATH))));
        Progress.say("warming up");
        for (Side side : sides) {
            load.warmUp(side.port(), side.calls());
        }
        for (int round = 0; round < setting.rounds(); round++) {
            for (Side side : sides) {
                double most = load.told(side.name(), side.port(), side.calls(), 0, SECONDS)
                        .path("rate")
                        .asDouble();
                rates.computeIfAbsent(side.name(), _ -> new ArrayList<>()).add(most);
                if (side.name().equals(ORGANISATION) || side.name().equals(LIST)) {
                    var half = load.told(
                            side.name() + " at half load",
                            side.port(),
                            side.calls(),
                            Math.max(1, (int) (most / 2)),
                            SECONDS);
                    p99.computeIfAbsent(side.name(), _ -> new ArrayList<>())
                            .add(half.path("p99").asDouble());
                }
            }
        }
    }

    /** What is asked for in turn. */
    private record Side(String name, int port, List<String> calls) {}

    private double rate(String side) {
        return median(rates, side);
    }

    private static double median(Map<String, List<Double>> of, String side) {
        return Sample.of(of.getOrDefault(side, List.of())).median();
    }

    private ResultTable table(long firstView, Product product, DiskSpace need) throws IOException {
        return new ResultTable("Pages of the portal, " + LoadProgram.CONNECTIONS + " connections")
                .fact("organisations", organisations)
                .fact("records", rows)
                .fact("rounds", setting.rounds())
                .fact("seed", setting.seed())
                .fact("disk needed", need.text())
                .measured(EMPTY, number(rate(EMPTY)) + "/s", "same port and filters, no compression")
                .measured(ORGANISATION, number(rate(ORGANISATION)) + "/s", "a random one; " + product.memory())
                .measured(LIST, number(rate(LIST)) + "/s", "newest penalties")
                .measured(TABLE, number(rate(TABLE)) + "/s", UsualPages.ROWS + " rows out of memory, no sign-in")
                .measured(
                        "p99 at half load",
                        number(median(p99, ORGANISATION)) + " / " + number(median(p99, LIST)) + " ms",
                        "organisation / list, open loop")
                .measured("first view of the portal", number(firstView / 1024.0) + " kB", "bodies as they travel")
                .atLeast("organisation page / empty endpoint", rate(ORGANISATION) / rate(EMPTY), 0.15, "")
                .atLeast("list page / empty endpoint", rate(LIST) / rate(EMPTY), 0.15, "")
                .atLeast("organisation page / Thymeleaf", rate(ORGANISATION) / rate(TABLE), 1, "")
                .atLeast("list page / Thymeleaf", rate(LIST) / rate(TABLE), 1, "")
                .atMost("p99 at half load", Math.max(median(p99, ORGANISATION), median(p99, LIST)), 50, " ms")
                .atMost("first view", firstView / 1024.0, 150, " kB");
    }
}
