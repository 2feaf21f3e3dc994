package org.xinheng.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What {@code spark-submit} runs: {@code parquet FACTS.ndjson DIR} turns exported facts into Parquet, {@code evaluate MODEL DAY FACTS
 * RESULTS} evaluates them, {@code print RESULTS} prints organisation, grade, points and text parted by tabs, {@code backtest MODEL CHANGED DAY FACTS} says whom a changed model moves. Nothing is written over.
 */
public final class Job {

    private static final int WRONG_USE = 2;

    private Job() {}

    public static void main(String[] arguments) throws IOException {
        try (SparkSession spark = SparkSession.builder().appName("xinheng").getOrCreate()) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            if (!run(spark, arguments, out)) {
                System.err.println(
                        "parquet FACTS.ndjson DIR | evaluate MODEL DAY FACTS RESULTS | print RESULTS | backtest MODEL CHANGED DAY FACTS");
                System.exit(WRONG_USE);
            }
        } catch (DateTimeException e) {
            System.err.println("DAY: 2026-06-30");
            System.exit(WRONG_USE);
        }
    }

    /** @return false for arguments that say no job */
    static boolean run(SparkSession spark, String[] arguments, PrintStream out) throws IOException {
        switch (arguments.length == 0 ? "" : arguments[0] + arguments.length) {
            case "parquet3" ->
                // A line that is no organisation stops the job: a fault never becomes good news.
                spark.read()
                        .schema(FactRows.SCHEMA)
                        .option("mode", "FAILFAST")
                        .json(arguments[1])
                        .write()
                        .mode(SaveMode.ErrorIfExists)
                        .parquet(arguments[2]);
            case "evaluate5" ->
                evaluate(spark, arguments[1], arguments[2], arguments[3])
                        .write()
                        .mode(SaveMode.ErrorIfExists)
                        .parquet(arguments[4]);
            case "print2" ->
                spark.read()
                        .schema(Evaluating.RESULT)
                        .parquet(arguments[1])
                        .toLocalIterator()
                        .forEachRemaining(row ->
                                out.println(row.get(0) + "\t" + row.get(1) + "\t" + row.get(2) + "\t" + row.get(3)));
            case "backtest5" ->
                Evaluating.backtest(
                                evaluate(spark, arguments[1], arguments[3], arguments[4]),
                                evaluate(spark, arguments[2], arguments[3], arguments[4]))
                        .forEach(row -> out.println(row.get(0) + "\t" + row.get(1) + "\t" + row.get(2)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Dataset<Row> evaluate(SparkSession spark, String model, String day, String facts)
            throws IOException {
        return Evaluating.run(
                Files.readAllBytes(Path.of(model)),
                LocalDate.parse(day),
                spark.read().schema(FactRows.SCHEMA).parquet(facts));
    }
}
