package org.xinheng.server.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.SentTables;
import org.xinheng.server.intake.spool.Scratches;
import org.xinheng.server.web.Words;

/** Tables by the formats of deliveries. */
public final class TablesByForm implements SentTables {

    private static final String BUNDLE = "findings";

    private final FileFormats formats;
    private final Path folder;

    /** @param folder for what a workbook needs on the disk while it is read; a folder of its own for each file */
    public TablesByForm(FileFormats formats, Path folder) {
        this.formats = formats;
        this.folder = folder;
    }

    @Override
    public void read(InputStream file, Words words, Rows rows) throws IOException {
        Path own = folder.resolve(UUID.randomUUID().toString());
        try (RowSource source = formats.open(file, new Scratches(own))) {
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                rows.take(row.sheet(), row.number(), row.cells());
            }
        } catch (FileRefused refused) {
            throw new Refused(refused.findings().stream()
                    .map(finding -> sentence(finding, words))
                    .collect(Collectors.joining(" ")));
        } finally {
            FileSystemUtils.deleteRecursively(own);
        }
    }

    private static String sentence(FileFinding finding, Words words) {
        String written = words.find(BUNDLE, "finding." + finding.code());
        if (written == null) {
            throw new IllegalStateException("no sentence for " + finding.code());
        }
        String place = (finding.sheet() == null ? "" : finding.sheet() + "!")
                + (finding.row() == null ? "" : finding.row())
                + (finding.column() == null ? "" : " " + finding.column());
        String said = new Finding(finding.code(), Finding.Weight.REFUSAL, null, finding.facts(), null)
                .fill(written)
                .strip();
        return place.isBlank() ? said : place.strip() + ": " + said;
    }
}
