package org.xinheng.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a file layout (字段版式) of a record type.
 *
 * <p>Headers are compared after widths, brackets, blanks and letter case were made equal; that is the reader's work.
 *
 * @param id e.g. {@code 2018}
 * @param marks headers that stand in this generation only: one of them recognises it, marks of two generations mixed are refused
 * @param columns every header that this generation accepts (codes, Chinese names, aliases) → field name; two headers may
 *     lead to one field that holds several values, which are then joined
 * @param dropped headers that are known here and not kept
 * @param lacks fields for which this generation has no column: neither the column nor a value is demanded, though it may
 *     be added. Every other field that is not {@link Field#optional()} must have its column in the file
 * @param valueMaps per field name, how values of this generation are read
 * @param advice what to do when a file of this layout lacks what the catalogue demands; null where the plain sentence will do
 * @param refusal why files of this layout are not taken, when they are not
 */
public record Layout(
        Rule rule,
        String id,
        List<String> marks,
        Map<String, String> columns,
        List<String> dropped,
        List<String> lacks,
        Map<String, ValueMap> valueMaps,
        @Nullable Title advice,
        @Nullable Title refusal) {

    public Layout {
        marks = List.copyOf(marks);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        dropped = List.copyOf(dropped);
        lacks = List.copyOf(lacks);
        valueMaps = Map.copyOf(valueMaps);
    }

    /**
     * Values of an older generation. A value that stands in neither map goes on to the code list as it is.
     *
     * @param values value of this generation → value of the catalogue
     * @param refused value of this generation → why a row with it is refused and what to do
     * @param whenBlank value of the catalogue that a blank cell means here; null when blank means blank
     */
    public record ValueMap(
            Map<String, String> values,
            Map<String, Title> refused,
            @Nullable String whenBlank) {
        public ValueMap {
            values = Map.copyOf(values);
            refused = Map.copyOf(refused);
        }
    }
}
