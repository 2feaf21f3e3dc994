package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the publish gate (公示闸门) for one record type.
 *
 * @param recordType id of the record type
 * @param classes severity classes by id
 * @param severity editions of the table that gives a class to kind × amount, by decision date
 * @param windows editions of the publicity windows, by decision date
 * @param simplified editions of the simplified procedure's bound
 * @param simplifiedValues values of the procedure field that mean the simplified procedure
 * @param warningKinds kinds that are a warning or notice of criticism: alone they are not published
 * @param favourable when an edition of the windows replaces an older one, records decided under the older one get the more
 *     favourable of both (从旧兼从有利) from the first day of the newer edition on
 */
public record GateRules(
        String recordType,
        Map<String, SeverityClass> classes,
        DatedTable<SeverityTable> severity,
        DatedTable<WindowTable> windows,
        DatedTable<SimplifiedBound> simplified,
        List<String> simplifiedValues,
        List<String> warningKinds,
        boolean favourable) {

    /** One edition of kind × amount → class. */
    public record SeverityTable(Rule rule, List<SeverityRow> rows) {}

    /**
     * @param kind value of the kind code list
     * @param fromYuan smallest amount of the row in yuan, included; null for no lower bound
     * @param belowYuan amounts from here on are not in the row; null for no upper bound
     * @param confirmed false where no threshold was published: the class stands for the reading more favourable to the
     *     subject and the record is marked 待认定机关确认
     */
    public record SeverityRow(
            String kind,
            @Nullable BigDecimal fromYuan,
            @Nullable BigDecimal belowYuan,
            String severityClass,
            boolean confirmed) {}

    /** One edition of the windows. */
    public record WindowTable(Rule rule, Map<String, Window> byClass) {}

    /**
     * @param published whether records of the class are shown at all
     * @param earliestRepair from the decision date to the first day on which repair may be granted
     * @param longest from the decision date to the end of publication: the day reached by adding it is the first day
     *     no longer shown
     */
    public record Window(boolean published, Period earliestRepair, Period longest) {}

    /** Fines up to the bound, with no other kind beside, count as simplified procedure (Penalty Law art. 51). */
    public record SimplifiedBound(Rule rule, BigDecimal fineUpToYuan) {}
}
