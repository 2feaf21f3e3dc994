package org.xinheng.core.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the publish gate (公示闸门) decides for one record, with the reason for every step. */
public sealed interface GateDecision {

    /** Reasons in the order in which they were decided, each a code with the id of its rule. */
    List<Reason> reasons();

    /**
     * Shown in its window.
     *
     * @param severity id of the severity class; null for records that are not adverse
     * @param earliestRepair first day on which repair may be granted; null for records that are not adverse
     * @param toBeConfirmed class taken in the subject's favour, marked 待认定机关确认
     */
    record Shown(
            DateWindow window,
            @Nullable String severity,
            @Nullable LocalDate earliestRepair,
            boolean toBeConfirmed,
            List<Reason> reasons)
            implements GateDecision {}

    /** Lawfully not shown: simplified procedure, warning only, minor, window over, or not open to the public. */
    record NotShown(@Nullable String severity, @Nullable LocalDate earliestRepair, List<Reason> reasons)
            implements GateDecision {}

    /** Publication refused until mended (no law, number, authority or window): stands in the queue with the reasons. */
    record Held(List<Reason> reasons) implements GateDecision {}

    /** @param rule id of the rule of the pack; null where the house law alone decides */
    record Reason(String code, @Nullable String rule) {}
}
