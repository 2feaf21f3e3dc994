package org.xinheng.testkit.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A delivery in the making: rows of one layout, written as the CSV that a department sends. */
final class Sheet {

    private final List<String> columns;
    private final List<Map<String, String>> rows = new ArrayList<>();

    Sheet(List<String> columns) {
        this.columns = columns;
    }

    /** A row with every column blank. */
    Map<String, String> blank() {
        Map<String, String> row = new LinkedHashMap<>();
        columns.forEach(c -> row.put(c, ""));
        return row;
    }

    void add(Map<String, String> row) {
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    byte[] csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(columns);
            for (Map<String, String> row : rows) {
                writer.writeRecord(columns.stream().map(row::get).toList());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
