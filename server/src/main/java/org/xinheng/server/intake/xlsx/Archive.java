package org.xinheng.server.intake.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.spool.Scratches;
import org.xinheng.server.intake.spool.SealedScratch;

/** The archive that a workbook is: kept sealed while it is read, its parts unpacked within one budget. */
final class Archive implements Closeable {

    private final Scratches scratches;
    private final SealedScratch file;
    private final ZipDirectory directory;
    private final Expansion expansion;

    /** Takes the file in to its end: what it holds is said by its last bytes. */
    Archive(InputStream in, Scratches scratches) throws IOException {
        this.scratches = scratches;
        file = scratches.open("workbook");
        try {
            file.append(in);
            directory = ZipDirectory.of(file);
            expansion = new Expansion(file.size());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    Scratches scratches() {
        return scratches;
    }

    Expansion expansion() {
        return expansion;
    }

    boolean has(String part) {
        return directory.find(part).isPresent();
    }

    /** @throws FileRefused when there is no such part */
    XmlPart xml(String part) throws IOException {
        var found = directory.find(part);
        if (found.isEmpty()) {
            throw new FileRefused(FileFault.WORKBOOK_PART_MISSING.found(ZipDirectory.shown(part)));
        }
        var in = new PartInput(file, found.get(), expansion);
        try {
            return new XmlPart(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
