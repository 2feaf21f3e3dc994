package org.xinheng.core.policy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the publish gate (公示闸门) for one record type.
 *
 * @param rule id, title and basis of publishing this type at all
 * @param recordType id of the record type
 * @param shownUntil what ends publication
 * @param hiddenStatuses values of the status field for which a record is not shown (void, no longer valid)
 * @param classes severity classes by id
 * @param severity editions of the table that gives a class to kind × amount, by decision date
 * @param windows editions of the publicity windows, by decision date
 * @param simplified editions of the simplified procedure's bound
 * @param simplifiedValues values of the procedure field that mean the simplified procedure
 * @param warningKinds kinds that are a warning or notice of criticism: alone they are not published
 * @param favourable when an edition of the windows replaces an older one, records decided under the older one get the more
 *     favourable of both (从旧兼从有利) from the first day of the newer edition on
 * @param endsWithValidity a window also ends with the last day of validity of the act, where that comes first
 */
public record GateRules(
        Rule rule,
        String recordType,
        ShownUntil shownUntil,
        List<String> hiddenStatuses,
        Map<String, SeverityClass> classes,
        DatedTable<SeverityTable> severity,
        DatedTable<WindowTable> windows,
        DatedTable<SimplifiedBound> simplified,
        List<String> simplifiedValues,
        List<String> warningKinds,
        boolean favourable,
        boolean endsWithValidity) {

    public GateRules {
        hiddenStatuses = List.copyOf(hiddenStatuses);
        classes = Map.copyOf(classes);
        simplifiedValues = List.copyOf(simplifiedValues);
        warningKinds = List.copyOf(warningKinds);
    }

    /** Rules under which a window ends by its class alone. */
    public GateRules(
            Rule rule,
            String recordType,
            ShownUntil shownUntil,
            List<String> hiddenStatuses,
            Map<String, SeverityClass> classes,
            DatedTable<SeverityTable> severity,
            DatedTable<WindowTable> windows,
            DatedTable<SimplifiedBound> simplified,
            List<String> simplifiedValues,
            List<String> warningKinds,
            boolean favourable) {
        this(
                rule,
                recordType,
                shownUntil,
                hiddenStatuses,
                classes,
                severity,
                windows,
                simplified,
                simplifiedValues,
                warningKinds,
                favourable,
                false);
    }

    /** What ends the publication of a record. */
    public enum ShownUntil {
        /** The window of its severity class, by decision date: the only one that an adverse type may have. */
        WINDOW_OF_CLASS,
        /** The last day of validity of the act itself, without end where that is long-term. */
        END_OF_VALIDITY,
        /** Without end. */
        UNLIMITED
    }

    /** One edition of kind × amount → class. */
    public record SeverityTable(Rule rule, List<SeverityRow> rows) {
        public SeverityTable {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param kind value of the kind code list, or its first open prefix for all values that begin with it
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
    public record WindowTable(Rule rule, Map<String, Window> byClass) {
        public WindowTable {
            byClass = Map.copyOf(byClass);
        }
    }

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
