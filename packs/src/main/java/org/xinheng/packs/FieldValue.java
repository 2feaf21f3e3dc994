package org.xinheng.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.record.CheckedRow;

/** A stored value as a condition sees it. */
final class FieldValue {

    private FieldValue() {}

    /** @return null for a blank day, amount or number; a blank text is the empty text, a blank list the empty list */
    static @Nullable Object of(Field field, @Nullable String value) {
        return switch (field.type()) {
            case AMOUNT_WAN -> value == null ? null : Double.valueOf(value);
            case INTEGER -> value == null ? null : Long.valueOf(value);
            case DATE -> value;
            case ENUM -> field.multiple() ? list(value) : text(value);
            case TEXT, USCC, ORGANISATION_CODE, REGISTRATION_NUMBER -> text(value);
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : List.of(value.split(CheckedRow.VALUE_SEPARATOR, -1));
    }
}
