package org.xinheng.core.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.condition.RecordTest;
import org.xinheng.core.policy.EvaluationModel.Source;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CheckedRow;

/** All indicators that look at one record type; which of them a record meets is one number, bit by bit. */
final class TypePlan {

    final IndicatorPlan[] indicators;
    /** Bits of those that count repetitions. */
    final long repeats;

    private final @Nullable RecordTest test;
    private final long unconditional;
    private final Choice kinds;
    private final Choice severities;
    private final int kindField;
    private final boolean severalKinds;

    TypePlan(RecordType type, List<IndicatorPlan> plans, @Nullable RecordTest test) {
        indicators = plans.toArray(IndicatorPlan[]::new);
        this.test = test;
        kindField = type.indexOf(Field.Role.KIND);
        severalKinds = kindField >= 0 && type.fields().get(kindField).multiple();
        kinds = new Choice();
        severities = new Choice();
        long free = 0;
        long repeated = 0;
        for (int i = 0; i < indicators.length; i++) {
            Source source = indicators[i].indicator.source();
            free |= source.when() == null ? 1L << i : 0;
            repeated |= indicators[i].repeat == null ? 0 : 1L << i;
            kinds.add(i, source.kinds());
            severities.add(i, source.severity() == null ? List.of() : List.of(source.severity()));
        }
        unconditional = free;
        repeats = repeated;
        if (free != allOf(indicators.length) && test == null) {
            throw new IllegalArgumentException("no code for the conditions over " + type.id());
        }
    }

    private static long allOf(int indicators) {
        return indicators == Long.SIZE ? -1L : (1L << indicators) - 1;
    }

    /** Bit i is set when the record meets the i-th indicator, whatever the day. */
    long match(RecordFact fact) {
        long bits = test == null ? unconditional : unconditional | test.holding(fact.values);
        bits &= severities.of(fact.severity);
        return kinds.isFree() ? bits : bits & kindsOf(fact);
    }

    private long kindsOf(RecordFact fact) {
        String cell = kindField < 0 ? null : fact.values[kindField];
        if (cell == null || !severalKinds || cell.indexOf(CheckedRow.VALUE_SEPARATOR) < 0) {
            return kinds.of(cell);
        }
        long bits = kinds.of(null);
        for (String kind : cell.split(CheckedRow.VALUE_SEPARATOR, -1)) {
            bits |= kinds.of(kind);
        }
        return bits;
    }

    /** What indicators ask of one value. */
    private static final class Choice {

        private final Map<String, Long> byValue = new HashMap<>();
        private long any;

        void add(int index, List<String> values) {
            long bit = 1L << index;
            if (values.isEmpty()) {
                any |= bit;
            }
            values.forEach(value -> byValue.merge(value, bit, (one, other) -> one | other));
        }

        boolean isFree() {
            return byValue.isEmpty();
        }

        long of(@Nullable String value) {
            return value == null || byValue.isEmpty() ? any : any | Objects.requireNonNullElse(byValue.get(value), 0L);
        }
    }
}
