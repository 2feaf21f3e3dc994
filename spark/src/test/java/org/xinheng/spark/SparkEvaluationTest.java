package org.xinheng.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.evaluation.DayEvaluator;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.evaluation.ModelFile;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.ResultText;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.testkit.evaluation.CityFacts;

/** The same organisations evaluated here and on Spark: every point, every record, byte for byte. */
class SparkEvaluationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final long SEED = Long.getLong("seed", 20260630);
    /** 200,000 in the long run. */
    private static final int LEAST = Boolean.getBoolean("xinheng.long") ? 200_000 : 1;

    @TempDir
    static Path folder;

    private static Policy policy;
    private static EvaluationModel model;
    private static List<OrganisationFacts> city = List.of();
    private static SparkSession spark;
    private static Path facts;

    @BeforeAll
    static void open() throws IOException {
        Path packs = Path.of(System.getProperty("xinheng.home", ".."), "policy-packs");
        if (!(PackLoader.load(packs, "demo-city") instanceof PackLoading.Loaded loaded)) {
            throw new AssertionError("the demo's pack does not load");
        }
        policy = loaded.policy();
        model = policy.instruments().evaluations().values().iterator().next();
        List<OrganisationFacts> all = new ArrayList<>(CityFacts.of(SEED, DAY, policy));
        List<OrganisationFacts> once = List.copyOf(all);
        while (all.size() < LEAST) {
            all.addAll(once);
        }
        city = all;
        spark = session(2);
        facts = write(spark);
        Files.write(folder.resolve("model"), ModelFile.write(model, policy.recordTypes()));
    }

    private static SparkSession session(int cores) {
        return SparkSession.builder()
                .appName("test")
                .master("local[" + cores + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    @AfterAll
    static void close() {
        spark.stop();
    }

    private static Path write(SparkSession session) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < city.size(); i++) {
            rows.add(FactRows.of(i, city.get(i)));
        }
        Path path = folder.resolve("facts");
        session.createDataFrame(rows, FactRows.SCHEMA).repartition(8).write().parquet(path.toString());
        return path;
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void sparkSaysTheSameOfEveryOrganisationToTheByte() throws IOException {
        assertThat(Job.run(
                        spark,
                        new String[] {"evaluate", path("model"), DAY.toString(), facts.toString(), path("results")},
                        System.out))
                .isTrue();
        Map<Long, String> texts = new HashMap<>();
        spark.read()
                .parquet(path("results"))
                .toLocalIterator()
                .forEachRemaining(row -> texts.put(row.getAs("organisation"), row.getAs("text")));
        DayEvaluator evaluator = Evaluator.of(model, policy.recordTypes()).on(DAY);

        assertThat(texts).hasSize(city.size());
        for (int i = 0; i < city.size(); i++) {
            assertThat(texts.get((long) i)).isEqualTo(ResultText.of(evaluator.evaluate(city.get(i))));
        }
    }

    @Test
    void exportedLinesBecomeTheSameFacts() throws IOException {
        spark.read()
                .schema(FactRows.SCHEMA)
                .parquet(facts.toString())
                .limit(500)
                .write()
                .json(path("lines"));
        Job.run(spark, new String[] {"parquet", path("lines"), path("again")}, System.out);
        List<Row> again = spark.read().parquet(path("again")).collectAsList();

        assertThat(again).hasSize(Math.min(500, city.size()));
        DayEvaluator evaluator = Evaluator.of(model, policy.recordTypes()).on(DAY);
        again.forEach(row -> assertThat(ResultText.of(evaluator.evaluate(FactRows.facts(row))))
                .isEqualTo(
                        ResultText.of(evaluator.evaluate(city.get(Math.toIntExact(row.<Long>getAs("organisation")))))));
        Files.writeString(folder.resolve("broken.ndjson"), "{\"organisation\": \"one\"");
        assertThatThrownBy(() ->
                        Job.run(spark, new String[] {"parquet", path("broken.ndjson"), path("never")}, System.out))
                .isInstanceOf(Exception.class);
    }

    @Test
    void aBacktestSaysWhomAChangedModelMoves() throws IOException {
        EvaluationModel stricter = new EvaluationModel(
                model.rule(),
                model.total(),
                model.scope(),
                model.dimensions(),
                model.grades().stream()
                        .map(grade -> new EvaluationModel.Grade(
                                grade.id(), grade.title(), grade.from() == 0 ? 0 : grade.from() + 20, grade.share()))
                        .toList(),
                model.conditions());
        Files.write(folder.resolve("stricter"), ModelFile.write(stricter, policy.recordTypes()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Job.run(
                spark,
                new String[] {"backtest", path("model"), path("stricter"), DAY.toString(), facts.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        DayEvaluator before = Evaluator.of(model, policy.recordTypes()).on(DAY);
        DayEvaluator after = Evaluator.of(stricter, policy.recordTypes()).on(DAY);
        Map<String, Integer> moves = new TreeMap<>();
        city.forEach(
                one -> moves.merge(grade(before.evaluate(one)) + "\t" + grade(after.evaluate(one)), 1, Integer::sum));

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrderElementsOf(moves.entrySet().stream()
                        .map(move -> move.getKey() + "\t" + move.getValue())
                        .toList());
        assertThat(moves.keySet()).anyMatch(move -> !move.split("\t", -1)[0].equals(move.split("\t", -1)[1]));
    }

    private static String grade(Evaluation result) {
        return result.rated().map(rated -> rated.grade().id()).orElse("");
    }

    @Test
    void noReaderOfPacksIsNeeded() throws IOException {
        byte[] handed = Files.readAllBytes(folder.resolve("model"));

        assertThat(ModelFile.write(ModelFile.read(handed).model(), policy.recordTypes()))
                .isEqualTo(handed);
        assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(handed, handed.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
