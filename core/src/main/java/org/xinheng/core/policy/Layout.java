package org.xinheng.core.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a file layout (字段版式) of a record type.
 *
 * @param id e.g. {@code 2018}
 * @param marks headers that stand in this generation only: one of them recognises it, marks of two generations mixed are refused
 * @param columns headers of this generation, in the official order, mapped to field names; a header that maps to
 *     {@code null} is known and dropped
 * @param valueMaps per field name: value of this generation → value of the catalogue
 * @param refusal why files of this layout are not taken, when they are not
 */
public record Layout(
        Rule rule,
        String id,
        List<String> marks,
        Map<String, @Nullable String> columns,
        Map<String, Map<String, String>> valueMaps,
        @Nullable Title refusal) {}
