package org.xinheng.server.measure.desk;

import org.jspecify.annotations.Nullable;

/**
 * A statement as it was typed or sent, raw.
 *
 * @param record address of the record that it rests on, bare or as the portal links it
 * @param ground what else it is said to rest on: grade, risk-class, watch-tag, number; blank for the record
 * @param receipt id of the receipt of the check behind it
 */
public record TypedMeasure(
        @Nullable String code,
        @Nullable String matter,
        @Nullable String measure,
        @Nullable String record,
        @Nullable String ground,
        @Nullable String decision,
        @Nullable String receipt) {

    static final TypedMeasure NOTHING = new TypedMeasure(null, null, null, null, null, null, null);

    /** Shown again as typed; a number of a person is not. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    TypedMeasure withoutCode() {
        return new TypedMeasure(null, matter, measure, record, ground, decision, receipt);
    }
}
