package org.xinheng.server.intake.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.FileFinding;

/** Rows of a CSV (RFC 4180, comma). */
final class CsvRows implements RowSource {

    /** More characters than any cell of the catalogue may hold, by two orders; a quote that is never closed ends here. */
    private static final int LONGEST_ROW = 1 << 20;

    /** As many as a spreadsheet has; the bound of FastCSV. */
    private static final int MOST_COLUMNS = 16_384;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int number;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvRows of(InputStream file) {
        return new CsvRows(CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(new StrictReader(file)));
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        try {
            while (records.hasNext()) {
                var cells = records.next().getFields().toArray(String[]::new);
                number++;
                if (hasContent(cells)) {
                    return new SourceRow(0, "", number, cells, true, List.of());
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw placed(Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw refused(e);
        }
    }

    /** FastCSV wraps what its input throws, and tells its own refusals apart by their words only. */
    private IOException refused(CsvParseException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken) {
                return placed(broken);
            }
        }
        return new FileRefused(found(String.valueOf(fault.getMessage())).inRow(number + 1));
    }

    private static FileFinding found(String words) {
        if (words.contains("surpassed the maximum limit of")) {
            return FileFault.TOO_MANY_COLUMNS.found(Integer.toString(MOST_COLUMNS));
        }
        if (words.contains("insufficient") || words.contains("exceeds")) {
            return FileFault.CELL_TOO_LONG.found(Integer.toString(LONGEST_ROW));
        }
        return words.contains("Unclosed") ? FileFault.QUOTE_NOT_CLOSED.found() : FileFault.QUOTE_MISPLACED.found();
    }

    /** A broken byte stands in the row after those that were read; other faults are of the whole file. */
    private IOException placed(IOException fault) {
        return fault instanceof FileRefused refused && refused.isOf(FileFault.ENCODING_BROKEN, FileFault.ENCODING_MIXED)
                ? refused.inRow(number + 1)
                : fault;
    }

    private static boolean hasContent(String[] cells) {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
