package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.read.RowSource;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.Scratches;

/** Rows of a workbook, sheet after sheet in the order in which they are shown; blank sheets are left out. */
final class XlsxRows implements RowSource {

    private final Archive archive;
    private final Workbook book;
    private final Iterator<Workbook.SheetEntry> sheets;
    private @Nullable SheetRows rows;
    private String sheetName = "";
    private int sheet = -1;
    private boolean begun;

    XlsxRows(InputStream file, Scratches scratches) throws IOException {
        archive = new Archive(file, scratches);
        try {
            book = new Workbook(archive);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
        sheets = book.sheets().iterator();
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        while (true) {
            var row = rows == null ? null : nextOfSheet(rows);
            if (row != null) {
                return row;
            }
            closeSheet();
            if (!sheets.hasNext()) {
                return null;
            }
            var entry = sheets.next();
            sheetName = entry.name();
            begun = false;
            try {
                rows = book.open(entry);
            } catch (FileRefused refused) {
                throw refused.onSheet(sheetName, List.of());
            }
        }
    }

    private @Nullable SourceRow nextOfSheet(SheetRows source) throws IOException {
        try {
            var row = source.next();
            if (row == null) {
                return null;
            }
            sheet += begun ? 0 : 1;
            begun = true;
            return new SourceRow(sheet, sheetName, row.number(), row.cells(), false, row.faults());
        } catch (FileRefused refused) {
            throw refused.onSheet(sheetName, List.of());
        }
    }

    @Override
    public List<FileFinding> otherFaults() throws IOException {
        if (rows == null) {
            return List.of();
        }
        try {
            while (rows.next() != null) {
                continue;
            }
            return List.of();
        } catch (FileRefused refused) {
            return refused.findings();
        }
    }

    private void closeSheet() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    @Override
    public void close() throws IOException {
        try (archive;
                book) {
            closeSheet();
        }
    }
}
