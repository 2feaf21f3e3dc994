package org.xinheng.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.policy.SubjectState;

/**
 * Facts as rows: one organisation a row with all its records, so that nothing has to be brought together. Days are text
 * (ISO, Asia/Shanghai).
 */
public final class FactRows {

    static final StructType RECORD = new StructType(new StructField[] {
        field("id", DataTypes.StringType),
        field("type", DataTypes.IntegerType),
        field("decidedOn", DataTypes.StringType),
        field("lastDay", DataTypes.StringType),
        field("earliestRepair", DataTypes.StringType),
        field("severity", DataTypes.StringType),
        field("disputed", DataTypes.BooleanType),
        field("values", DataTypes.createArrayType(DataTypes.StringType, true))
    });

    public static final StructType SCHEMA = new StructType(new StructField[] {
        field("organisation", DataTypes.LongType),
        field("prefix", DataTypes.StringType),
        field("state", DataTypes.StringType),
        field("knownSince", DataTypes.StringType),
        field("records", DataTypes.createArrayType(RECORD, false))
    });

    private FactRows() {}

    private static StructField field(String name, DataType type) {
        return DataTypes.createStructField(name, type, true);
    }

    /** @param organisation id in the register */
    public static Row of(long organisation, OrganisationFacts facts) {
        OrganisationFacts.Identity identity = facts.identity();
        List<Row> records = facts.records().stream().map(FactRows::of).toList();
        return RowFactory.create(
                organisation,
                identity.prefix(),
                identity.state() == null ? null : identity.state().name(),
                text(identity.knownSince()),
                records);
    }

    private static Row of(RecordFact fact) {
        List<@Nullable String> values = new ArrayList<>();
        for (String value : fact.values()) {
            values.add(value);
        }
        return RowFactory.create(
                fact.id(),
                fact.type(),
                text(fact.decidedOn()),
                text(fact.lastDay().orElse(null)),
                text(fact.earliestRepair().orElse(null)),
                fact.severity(),
                fact.disputed(),
                values);
    }

    static OrganisationFacts facts(Row row) {
        String state = row.getAs("state");
        String since = row.getAs("knownSince");
        List<RecordFact> records = new ArrayList<>();
        List<Row> rows = row.getList(row.fieldIndex("records"));
        rows.forEach(one -> records.add(record(one)));
        return new OrganisationFacts(
                new OrganisationFacts.Identity(
                        row.getAs("prefix"), state == null ? null : SubjectState.valueOf(state), day(since)),
                records);
    }

    private static RecordFact record(Row row) {
        List<@Nullable String> values = row.getList(row.fieldIndex("values"));
        return new RecordFact(
                row.getAs("id"),
                row.<Integer>getAs("type"),
                new RecordFact.Days(
                        LocalDate.parse(row.<String>getAs("decidedOn")),
                        day(row.getAs("lastDay")),
                        day(row.getAs("earliestRepair"))),
                new RecordFact.Standing(row.getAs("severity"), row.<Boolean>getAs("disputed")),
                values.toArray(String[]::new));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
