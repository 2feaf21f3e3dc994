package org.xinheng.server.intake.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.xinheng.server.intake.FileFinding;

/** The kinds of files that can be delivered, told apart by their first bytes and never by their names. */
public final class FileFormats {

    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int BUFFER = 1 << 16;

    private final List<FileFormat> formats;

    /** @param formats asked in this order; CSV comes after all of them */
    public FileFormats(List<FileFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    public RowSource open(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file, BUFFER);
        buffered.mark(FileFormat.HEAD);
        var head = buffered.readNBytes(FileFormat.HEAD);
        buffered.reset();
        if (head.length == 0) {
            throw new FileRefused(FileFinding.of("file.empty", Map.of()));
        }
        if (startsWith(head, OLD_EXCEL)) {
            throw new FileRefused(FileFinding.of("file.old-excel", Map.of()));
        }
        for (var format : formats) {
            if (format.recognises(head)) {
                return format.open(buffered);
            }
        }
        if (head[0] == 'P' && head.length > 1 && head[1] == 'K') {
            throw new FileRefused(FileFinding.of("file.unknown-format", Map.of()));
        }
        return CsvRows.of(buffered);
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
