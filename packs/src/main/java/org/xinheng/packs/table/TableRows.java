package org.xinheng.packs.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The rows of a table file: UTF-8 CSV with a header; a file that is not so is a fault, not an empty table. */
public final class TableRows {

    private TableRows() {}

    /** Hands each row to the consumer, in order. */
    public static void forEach(Path file, Consumer<Row> consumer) {
        // Strict decoder: in another encoding the names would silently become others.
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            rows.forEach(row -> consumer.accept(new Row(file, row)));
        } catch (NoSuchFileException e) {
            throw new FaultyTableException(file.toString(), 0, "table.file-missing");
        } catch (CharacterCodingException e) {
            throw new FaultyTableException(file.toString(), 0, "table.encoding");
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new FaultyTableException(file.toString(), 0, "table.encoding")
                    : new FaultyTableException(file.toString(), 0, "table.unreadable", String.valueOf(e.getMessage()));
        } catch (CsvParseException | IOException e) {
            throw new FaultyTableException(file.toString(), 0, "table.unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** One row with its place in the file. */
    public record Row(Path file, NamedCsvRecord cells) {

        /** The cell under a column; a column that the file lacks is a fault. */
        public String get(String column) {
            return cells.findField(column)
                    .orElseThrow(() -> new FaultyTableException(file.toString(), 1, "table.column-missing", column));
        }

        public FaultyTableException fault(String code, String... facts) {
            return new FaultyTableException(file.toString(), cells.getStartingLineNumber(), code, facts);
        }
    }
}
