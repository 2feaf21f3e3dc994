package org.xinheng.server.intake.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.spool.Scratches;

/** The kinds of files that can be delivered, told apart by their first bytes and never by their names. */
public final class FileFormats {

    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** What is delivered by mistake: PDF, archives, pictures. */
    private static final List<byte[]> FOREIGN = List.of(
            new byte[] {'%', 'P', 'D', 'F'},
            new byte[] {0x1F, (byte) 0x8B},
            new byte[] {'R', 'a', 'r', '!'},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 16;

    private final List<FileFormat> formats;

    /** @param formats asked in this order; CSV comes after all of them */
    public FileFormats(List<FileFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    public RowSource open(InputStream file, Scratches scratches) throws IOException {
        var buffered = new BufferedInputStream(file, BUFFER);
        buffered.mark(FileFormat.HEAD);
        var head = buffered.readNBytes(FileFormat.HEAD);
        buffered.reset();
        if (head.length == 0) {
            throw new FileRefused(FileFault.EMPTY.found());
        }
        if (startsWith(head, OLD_EXCEL)) {
            throw new FileRefused(FileFault.OLD_EXCEL.found());
        }
        for (var format : formats) {
            if (format.recognises(head)) {
                return format.open(buffered, scratches);
            }
        }
        if (isMarkup(head) || FOREIGN.stream().anyMatch(mark -> startsWith(head, mark))) {
            throw new FileRefused(FileFault.UNKNOWN_FORMAT.found());
        }
        return CsvRows.of(buffered);
    }

    /** Web pages and XML under the name of a workbook, as many systems export them. */
    private static boolean isMarkup(byte[] head) {
        int at = startsWith(head, UTF8_MARK) ? UTF8_MARK.length : 0;
        while (at < head.length && head[at] <= ' ' && head[at] > 0) {
            at++;
        }
        return at < head.length && head[at] == '<';
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
