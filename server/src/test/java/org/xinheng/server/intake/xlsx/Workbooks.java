package org.xinheng.server.intake.xlsx;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.Scratches;

/** Reads workbooks of tests to their end. */
final class Workbooks {

    private Workbooks() {}

    static List<SourceRow> read(Path folder, byte[] bytes) throws IOException {
        var rows = new ArrayList<SourceRow>();
        try (var source = new XlsxFormat().open(new ByteArrayInputStream(bytes), new Scratches(folder))) {
            for (var row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static FileFinding refusal(Path folder, byte[] bytes) {
        return catchThrowableOfType(FileRefused.class, () -> read(folder, bytes))
                .findings()
                .getFirst();
    }
}
