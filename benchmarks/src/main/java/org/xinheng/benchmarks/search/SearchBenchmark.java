package org.xinheng.benchmarks.search;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.xinheng.benchmarks.Setting;
import org.xinheng.benchmarks.ground.DiskSpace;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.ground.ResultTable;
import org.xinheng.benchmarks.ground.Sample;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.testkit.city.BulkCity;

/** Search in a register of a million organisations: the first 20 hits, asked in the process and over HTTP. */
public final class SearchBenchmark {

    private static final int FULL = 1_000_000;
    private static final int HITS = 20;
    private static final int ASKED = 1000;
    private static final int WARMED_UP = 300;
    private static final double MOST_MILLIS = 20;
    private static final long BYTES_OF_ROW = 4_000;
    private static final List<String> COMMON =
            List.of("有限公司", "科技", "贸易", "集团", "澜衡市", "珩川县", "食品", "物流运输", "建设工程", "经营部", "股份有限公司", "有限责任公司");

    private final Setting setting;
    private final int organisations;
    private final Random random;

    public SearchBenchmark(Setting setting) {
        this.setting = setting;
        organisations = Math.min(setting.rows(FULL), BulkCity.MOST_ORGANISATIONS);
        random = new Random(setting.seed());
    }

    public ResultTable run() throws IOException, SQLException, InterruptedException {
        var need = DiskSpace.forRows(organisations, BYTES_OF_ROW);
        try (var ground = Ground.open(setting.folder("search"), need)) {
            var folder = ground.folder();
            var city = new BulkCity(setting.seed(), LocalDate.EPOCH);
            city.register(folder.resolve("register.csv"), organisations);
            try (var product = Product.start(ground.migrated("product"), folder.resolve("product"))) {
                Progress.say("importing the register");
                long start = System.nanoTime();
                product.deliver(
                        folder.resolve("register.csv"),
                        "organisation-register",
                        city.authoritiesInCharge().getFirst().code());
                double seconds = (System.nanoTime() - start) / 1e9;
                ground.settle();
                return measured(product, ground, seconds, need);
            }
        }
    }

    private ResultTable measured(Product product, Ground ground, double seconds, DiskSpace need)
            throws IOException, InterruptedException {
        var table = new ResultTable("Search, first " + HITS + " hits")
                .fact("names", organisations)
                .fact("searches of a kind", ASKED + " after " + WARMED_UP + " to warm up")
                .fact("seed", setting.seed())
                .fact("heap", Product.HEAP_MEGABYTES + " MB")
                .fact("disk needed", need.text())
                .measured("register imported", number(organisations / seconds) + " rows/s", number(seconds) + " s");
        var file = ground.folder().resolve("texts.txt");
        for (var kind : kinds().entrySet()) {
            Progress.say(kind.getKey());
            Files.write(file, texts(kind.getValue(), WARMED_UP));
            product.search(file, HITS);
            var texts = texts(kind.getValue(), ASKED);
            Files.write(file, texts);
            var inProcess = Sample.of(product.search(file, HITS));
            var overHttp = Sample.of(overHttp(product, texts));
            Progress.say(figures(inProcess) + "   HTTP " + figures(overHttp));
            table.measured(kind.getKey(), figures(inProcess), "over HTTP " + figures(overHttp))
                    .atMost("p99, " + kind.getKey(), inProcess.quantile(0.99), MOST_MILLIS, " ms")
                    .atMost("p99, " + kind.getKey() + ", over HTTP", overHttp.quantile(0.99), MOST_MILLIS, " ms");
        }
        return table;
    }

    private static String figures(Sample sample) {
        return "p50 " + number(sample.median()) + " ms, p99 " + number(sample.quantile(0.99)) + " ms, most "
                + number(sample.most()) + " ms";
    }

    private static List<String> texts(Supplier<String> kind, int count) {
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            texts.add(kind.get());
        }
        return texts;
    }

    private List<Double> overHttp(Product product, List<String> texts) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>(texts.size());
        for (var text : texts) {
            long start = System.nanoTime();
            product.page("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private Map<String, Supplier<String>> kinds() {
        var kinds = new LinkedHashMap<String, Supplier<String>>();
        kinds.put("one character", () -> part(1));
        kinds.put("two characters", () -> part(2));
        kinds.put("four characters", () -> part(4));
        kinds.put("common word", () -> COMMON.get(random.nextInt(COMMON.size())));
        kinds.put("two words", () -> part(2) + " " + COMMON.get(random.nextInt(COMMON.size())));
        kinds.put(
                "two common words",
                () -> COMMON.get(random.nextInt(COMMON.size())) + " " + COMMON.get(random.nextInt(COMMON.size())));
        kinds.put("nothing found", () -> "龘" + part(1) + "靐" + part(1));
        kinds.put("nothing found, known characters", () -> part(1) + part(1) + part(1) + part(1));
        kinds.put("whole name", () -> BulkCity.organisation(any()).name());
        kinds.put("exact code", () -> BulkCity.organisation(any()).code());
        return kinds;
    }

    private int any() {
        return random.nextInt(organisations);
    }

    /** So many neighbouring characters out of some name. */
    private String part(int length) {
        var name = BulkCity.organisation(any()).name();
        int from = random.nextInt(name.length() - length + 1);
        return name.substring(from, from + length);
    }
}
