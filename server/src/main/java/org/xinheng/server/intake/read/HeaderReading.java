package org.xinheng.server.intake.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Layout;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.FileFinding;

/**
 * Recognises the generation of a file's layout from its header and finds every column, in any order, by code or name.
 * Layouts are never mixed, and nothing is guessed: what is unknown, missing or doubled refuses the file with all its
 * reasons at once.
 */
public final class HeaderReading {

    /** A file with a million wrong columns gets the first of them named. */
    private static final int MOST_FINDINGS = 50;

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d[\\d\\s-]{5,}\\d");

    private static final Map<String, String> SEPARATORS = Map.of("\t", "Tab", ";", ";", "|", "|", "，", "，", "；", "；");

    private final RecordType type;
    private final int row;
    private final String[] header;
    private final List<String> keys;
    private final List<FileFinding> findings = new ArrayList<>();

    private HeaderReading(RecordType type, int row, String[] header) {
        this.type = type;
        this.row = row;
        this.header = header;
        this.keys = Arrays.stream(header).map(HeaderReading::key).toList();
    }

    /** @throws FileRefused with every fault of the header */
    public static Columns of(RecordType type, SourceRow header) throws FileRefused {
        var cells = withoutBlankEnd(header.cells());
        refuseOtherSeparator(header.number(), cells);
        var reading = new HeaderReading(type, header.number(), cells);
        for (var fault : header.faults()) {
            reading.findings.add(
                    FileFault.HEADER_CELL.found().inRow(header.number()).inColumn(fault.cell()));
        }
        return reading.columns();
    }

    /** One column and marks in it that others part columns by: the whole file would be one column. */
    private static void refuseOtherSeparator(int row, String[] cells) throws FileRefused {
        if (cells.length == 1) {
            for (var separator : SEPARATORS.entrySet()) {
                if (cells[0].contains(separator.getKey())) {
                    throw new FileRefused(
                            FileFault.SEPARATOR.found(separator.getValue()).inRow(row));
                }
            }
        }
    }

    private static String[] withoutBlankEnd(String[] header) {
        int size = header.length;
        while (size > 0 && header[size - 1].isBlank()) {
            size--;
        }
        return Arrays.copyOf(header, size);
    }

    /** Widths, brackets, blanks and letter case make no difference. */
    private static String key(String written) {
        return OrganisationName.key(written);
    }

    private Columns columns() throws FileRefused {
        var layout = layout();
        var known = known(layout);
        var dropped = new HashSet<String>();
        layout.dropped().forEach(name -> dropped.add(key(name)));
        refuseNoHeader(known.keySet(), dropped);
        var fields = new int[header.length];
        var columnsOfField = new HashMap<Integer, Set<String>>();
        for (int i = 0; i < header.length; i++) {
            var field = known.get(keys.get(i));
            if (field == null) {
                fields[i] = -1;
                if (!dropped.contains(keys.get(i))) {
                    unknown(i);
                }
            } else {
                fields[i] = field;
                place(i, field, columnsOfField);
            }
        }
        missing(layout, columnsOfField.keySet());
        if (!findings.isEmpty()) {
            throw new FileRefused(findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)));
        }
        return new Columns(type, layout, fields, Set.copyOf(layout.lacks()));
    }

    /** A row of which less than half are names of columns is a title, or the first row of a file without a header. */
    private void refuseNoHeader(Set<String> known, Set<String> dropped) throws FileRefused {
        var named = keys.stream().filter(key -> !key.isEmpty()).toList();
        long recognised = named.stream()
                .filter(key -> known.contains(key) || dropped.contains(key))
                .count();
        if (2 * recognised < named.size()) {
            throw new FileRefused(FileFault.NO_HEADER
                    .found(Long.toString(recognised), Integer.toString(named.size()))
                    .inRow(row)
                    .underRule(type.rule().id()));
        }
    }

    private Layout layout() throws FileRefused {
        var marked = type.layouts().stream()
                .filter(layout ->
                        layout.marks().stream().map(HeaderReading::key).anyMatch(keys::contains))
                .toList();
        if (marked.size() > 1) {
            throw new FileRefused(FileFault.MIXED_LAYOUTS
                    .found(marked.get(0).id(), marked.get(1).id())
                    .inRow(row));
        }
        var layout = marked.isEmpty() ? mostAccepting() : marked.getFirst();
        var refusal = layout.refusal();
        if (refusal != null) {
            throw new FileRefused(FileFault.LAYOUT_NOT_TAKEN
                    .found(layout.id(), refusal.zh(), refusal.en())
                    .inRow(row)
                    .underRule(layout.rule().id()));
        }
        return layout;
    }

    /** Newest first, so that equal ones read as the newest. */
    private Layout mostAccepting() {
        Layout best = type.layouts().getFirst();
        long most = -1;
        for (var layout : type.layouts()) {
            var accepted = known(layout).keySet();
            long count = keys.stream().filter(accepted::contains).count();
            if (count > most) {
                most = count;
                best = layout;
            }
        }
        return best;
    }

    /** Accepted headers of a layout: its own, and for every field its code, names and aliases. */
    private Map<String, Integer> known(Layout layout) {
        var known = new LinkedHashMap<String, Integer>();
        layout.columns().forEach((name, field) -> known.put(key(name), positionOf(field)));
        for (int i = 0; i < type.fields().size(); i++) {
            var field = type.fields().get(i);
            known.putIfAbsent(key(field.name()), i);
            known.putIfAbsent(key(field.title().zh()), i);
            known.putIfAbsent(key(field.title().en()), i);
            for (var alias : field.aliases()) {
                known.putIfAbsent(key(alias), i);
            }
        }
        return known;
    }

    private int positionOf(String field) {
        for (int i = 0; i < type.fields().size(); i++) {
            if (type.fields().get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("layout of " + type.id() + " names an unknown field " + field);
    }

    private void place(int column, int field, Map<Integer, Set<String>> columnsOfField) {
        var others = columnsOfField.computeIfAbsent(field, _ -> new HashSet<>());
        boolean twice = !others.add(keys.get(column));
        if (twice || (others.size() > 1 && !type.fields().get(field).multiple())) {
            findings.add(fault(FileFault.DOUBLED_COLUMN, quoted(column)));
        }
    }

    private void unknown(int column) {
        findings.add(
                header[column].isBlank()
                        ? fault(FileFault.BLANK_COLUMN, position(column))
                        : fault(FileFault.UNKNOWN_COLUMN, quoted(column)));
    }

    private void missing(Layout layout, Set<Integer> present) {
        for (int i = 0; i < type.fields().size(); i++) {
            var field = type.fields().get(i);
            if (!present.contains(i) && isDemanded(layout, field)) {
                var advice = layout.advice();
                findings.add(FileFault.MISSING_COLUMN
                        .found(advice == null ? "" : advice.zh(), advice == null ? "" : advice.en())
                        .inRow(row)
                        .inColumn(field.title().zh() + " " + field.name())
                        .underRule(layout.rule().id()));
            }
        }
    }

    private FileFinding fault(FileFault fault, String column) {
        return fault.found().inRow(row).inColumn(column).underRule(type.rule().id());
    }

    private static boolean isDemanded(Layout layout, Field field) {
        return !field.optional() && !layout.lacks().contains(field.name());
    }

    /** The name as written; a long number in it is content, perhaps somebody's, and says nothing about a column. */
    private String quoted(int column) {
        var text = header[column];
        if (LONG_NUMBER.matcher(text).find()) {
            return position(column);
        }
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String position(int column) {
        return "#" + (column + 1);
    }
}
