package org.xinheng.core.listing;

import java.util.Arrays;
import java.util.Map;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CheckedRow;

/** Whether a record says that its organisation stands on a list, wherever that was decided. */
public final class ListedByRecord {

    private ListedByRecord() {}

    /**
     * By the record's kind alone: whether it stands on a day is for its window.
     *
     * @param values of the record, by the names of its fields
     */
    public static boolean on(ListRule list, RecordType type, Map<String, String> values) {
        if (!type.id().equals(list.scope().recordType())) {
            return false;
        }
        String kinds = type.field(Field.Role.KIND)
                .map(field -> values.get(field.name()))
                .orElse(null);
        return kinds != null
                && Arrays.stream(kinds.split(CheckedRow.VALUE_SEPARATOR, -1))
                        .anyMatch(list.scope().kinds()::contains);
    }
}
