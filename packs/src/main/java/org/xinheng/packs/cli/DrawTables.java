package org.xinheng.packs.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.draw.Freezing;
import org.xinheng.core.draw.Inspector;

/** Reads the two tables that a draw begins with; lists in a cell are parted by semicolons. */
final class DrawTables {

    private static final String SEMICOLON = ";";

    /** A line that cannot be used: key of the sentence and its facts, the line first. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Object[] facts;

        BadLine(String key, Object... facts) {
            super(key);
            this.facts = facts;
        }

        String key() {
            return String.valueOf(getMessage());
        }

        Object[] facts() {
            return facts;
        }
    }

    private interface Reading<T> {
        T of(NamedCsvRecord row) throws BadLine;
    }

    private DrawTables() {}

    /** @param percent by risk class: a row of another class cannot be used */
    static List<Freezing.Entry> pool(Path file, CodeReader codes, Map<String, BigDecimal> percent)
            throws IOException, BadLine {
        return read(file, List.of("code", "class", "needs", "conflicts", "visits", "exclusion"), row -> {
            var code = codes.read(row.getField("code"));
            if (code.verdict() != Verdict.VALID) {
                throw new BadLine("draw.code-wrong", file, row.getStartingLineNumber(), row.getField("code"));
            }
            String group = row.getField("class").strip();
            if (!percent.containsKey(group)) {
                throw new BadLine(
                        "draw.class-unknown",
                        file,
                        row.getStartingLineNumber(),
                        group,
                        String.join(", ", percent.keySet().stream().sorted().toList()));
            }
            return new Freezing.Entry(
                    code.normalised(),
                    group,
                    list(row, "needs"),
                    list(row, "conflicts"),
                    number(file, row, "visits"),
                    row.getField("exclusion").strip());
        });
    }

    static List<Inspector> inspectors(Path file) throws IOException, BadLine {
        return read(file, List.of("staff-number", "qualifications", "load"), row -> {
            try {
                return new Inspector(
                        row.getField("staff-number").strip(), list(row, "qualifications"), number(file, row, "load"));
            } catch (IllegalArgumentException e) {
                throw new BadLine("draw.line-wrong", file, row.getStartingLineNumber(), String.valueOf(e.getMessage()));
            }
        });
    }

    private static <T> List<T> read(Path file, List<String> columns, Reading<T> reading) throws IOException, BadLine {
        List<T> all = new ArrayList<>();
        try (var in = Files.newInputStream(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowUnclosedQuote(false)
                        .ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                for (String column : columns) {
                    if (row.findField(column).isEmpty()) {
                        throw new BadLine("draw.column-missing", file, column, String.join(",", columns));
                    }
                }
                all.add(reading.of(row));
            }
        } catch (CsvParseException e) {
            throw new BadLine("codes.csv-broken", file, String.valueOf(e.getMessage()));
        }
        return all;
    }

    private static int number(Path file, NamedCsvRecord row, String column) throws BadLine {
        String text = row.getField(column).strip();
        if (!text.matches("\\d{1,6}")) {
            throw new BadLine("draw.number-wrong", file, row.getStartingLineNumber(), column, text);
        }
        return Integer.parseInt(text);
    }

    private static List<String> list(NamedCsvRecord row, String column) {
        List<String> items = new ArrayList<>();
        for (String item : row.getField(column).split(SEMICOLON)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }
}
