package org.xinheng.spark;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.DayEvaluator;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.ModelFile;
import org.xinheng.core.evaluation.ResultText;

/** A handed model over rows of facts, partition by partition: compiled once in each, no text interpreted per organisation. */
public final class Evaluating {

    /** Grade and points are null for those not rated; text is {@link ResultText}, in which every point is. */
    public static final StructType RESULT = new StructType()
            .add("organisation", DataTypes.LongType)
            .add("grade", DataTypes.StringType)
            .add("points", DataTypes.IntegerType)
            .add("text", DataTypes.StringType);

    private Evaluating() {}

    /** What each partition does; sent to whoever computes it. */
    private record Partition(byte[] model, String day) implements MapPartitionsFunction<Row, Row> {

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            DayEvaluator evaluator = ModelFile.read(model).evaluator().on(LocalDate.parse(day));
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    Row row = rows.next();
                    return result(row.getAs("organisation"), evaluator.evaluate(FactRows.facts(row)));
                }
            };
        }
    }

    private static Row result(long organisation, Evaluation result) {
        Evaluation.@Nullable Rated rated = result.rated().orElse(null);
        return RowFactory.create(
                organisation,
                rated == null ? null : rated.grade().id(),
                rated == null ? null : rated.points(),
                ResultText.of(result));
    }

    /**
     * @param model bytes of {@link ModelFile}
     * @param facts rows of {@link FactRows#SCHEMA}
     * @return rows of {@link #RESULT}
     */
    public static Dataset<Row> run(byte[] model, LocalDate day, Dataset<Row> facts) {
        return facts.mapPartitions(new Partition(model.clone(), day.toString()), Encoders.row(RESULT));
    }

    /**
     * Whom a changed model moves (回测): how many go from which grade to which, those not rated under an empty one.
     *
     * @return rows of {@code before}, {@code after}, {@code organisations}
     */
    public static List<Row> backtest(Dataset<Row> before, Dataset<Row> after) {
        return before.select(
                        functions.col("organisation"),
                        functions
                                .coalesce(functions.col("grade"), functions.lit(""))
                                .as("before"))
                .join(
                        after.select(
                                functions.col("organisation"),
                                functions
                                        .coalesce(functions.col("grade"), functions.lit(""))
                                        .as("after")),
                        "organisation")
                .groupBy("before", "after")
                .agg(functions.count(functions.lit(1)).as("organisations"))
                .orderBy("before", "after")
                .collectAsList();
    }
}
