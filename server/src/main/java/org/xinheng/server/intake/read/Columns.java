package org.xinheng.server.intake.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Layout;
import org.xinheng.core.policy.Layout.ValueMap;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.RowFault;

/**
 * What stands where in a file, found from its header: cells in, values in the order of the type's fields out.
 *
 * @param layout generation of the layout that was recognised
 * @param fields for each column the position of its field, or -1 when the column is known and dropped
 * @param lacks fields for which the layout has no column
 */
public record Columns(RecordType type, Layout layout, int[] fields, Set<String> lacks) {

    public Columns {
        lacks = Set.copyOf(lacks);
    }

    /** Why a row does not fit its header; null when it does. */
    public @Nullable Finding misfit(SourceRow row) {
        int cells = row.cells().length;
        boolean tooMany = cells > fields.length && hasContent(row.cells(), fields.length);
        if (!tooMany && (cells >= fields.length || !row.complete())) {
            return null;
        }
        var fault = tooMany ? RowFault.TOO_MANY_CELLS : RowFault.TOO_FEW_CELLS;
        return fault.found(null, null, Integer.toString(cells), Integer.toString(fields.length));
    }

    /**
     * What the format says against cells of the row; those of dropped columns hurt nobody. Into the register a row comes with
     * the code that it has, and a damaged one waits in the queue of wrong codes.
     */
    public List<Finding> faults(SourceRow row) {
        if (row.faults().isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        for (var fault : row.faults()) {
            int field = fault.column() < fields.length ? fields[fault.column()] : -1;
            if (field >= 0 && counts(type.fields().get(field), fault.fault())) {
                var facts = new ArrayList<>(List.of(fault.cell()));
                facts.addAll(fault.facts());
                findings.add(fault.fault().found(type.fields().get(field).name(), null, facts.toArray(String[]::new)));
            }
        }
        return findings;
    }

    private boolean counts(Field field, RowFault fault) {
        if (type.target() == RecordType.Target.REGISTER && fault == RowFault.DIGITS_LOST) {
            return field.role() != Field.Role.SUBJECT_CODE && field.role() != Field.Role.SUBJECT_OLDER_CODE;
        }
        return field.privacy() != Field.Privacy.DROPPED;
    }

    private static boolean hasContent(String[] cells, int from) {
        return Arrays.stream(cells, from, cells.length).anyMatch(cell -> !cell.isBlank());
    }

    /** Cells in the order of the fields; null where the file has no column. Several columns of one field are joined. */
    public @Nullable String[] arrange(String[] cells) {
        var values = new @Nullable String[type.fields().size()];
        for (int i = 0; i < Math.min(cells.length, fields.length); i++) {
            int field = fields[i];
            if (field >= 0) {
                var former = values[field];
                values[field] = former == null || former.isBlank()
                        ? cells[i]
                        : cells[i].isBlank() ? former : former + ";" + cells[i];
            }
        }
        return values;
    }

    /** Reads values of an older generation in place; what this layout refuses is blanked and comes back as findings. */
    public List<Finding> translate(@Nullable String[] values) {
        if (layout.valueMaps().isEmpty()) {
            return List.of();
        }
        var refused = new ArrayList<Finding>();
        for (int i = 0; i < values.length; i++) {
            var field = type.fields().get(i);
            var map = layout.valueMaps().get(field.name());
            if (map != null) {
                values[i] = translate(field.name(), values[i], map, refused);
            }
        }
        return refused;
    }

    private @Nullable String translate(String field, @Nullable String cell, ValueMap map, List<Finding> refused) {
        var value = cell == null ? "" : cell.strip();
        if (value.isEmpty()) {
            return map.whenBlank() == null ? cell : map.whenBlank();
        }
        var parts = value.split("[;；,，、]");
        for (int i = 0; i < parts.length; i++) {
            var part = parts[i].strip();
            var why = map.refused().get(part);
            if (why != null) {
                refused.add(RowFault.NOT_OF_THIS_LAYOUT.found(
                        field, layout.rule().id(), part, layout.id(), why.zh(), why.en()));
                return null;
            }
            parts[i] = map.values().getOrDefault(part, part);
        }
        return map.values().containsKey(value) ? map.values().get(value) : String.join(";", parts);
    }
}
