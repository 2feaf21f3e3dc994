package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.spool.SealedScratch;

/** One part of a workbook, unpacked as it is read, within the bounds of its expansion and checked at its end. */
final class PartInput extends InputStream {

    /** Bytes that a parser may take for one tag or one cell: the longest cell of a spreadsheet, every character escaped. */
    private static final int LONGEST_TOKEN = 1 << 20;

    private static final int BUFFER = 1 << 15;

    private final SealedScratch file;
    private final ZipPart part;
    private final Expansion expansion;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[BUFFER];
    private long fed;
    private long unpacked;
    private int sinceToken;
    private boolean ended;

    /** @throws FileRefused when the part is too large by its own account */
    PartInput(SealedScratch file, ZipPart part, Expansion expansion) {
        this.file = file;
        this.part = part;
        this.expansion = expansion;
    }

    String name() {
        return part.name();
    }

    /** A token was read: the next one may be as long again. */
    void nextToken() {
        sinceToken = 0;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0 || ended) {
            return length == 0 ? 0 : -1;
        }
        int count = part.deflated() ? inflate(target, from, length) : copy(target, from, length);
        if (count == 0) {
            ended = true;
            checkWhole();
            return -1;
        }
        crc.update(target, from, count);
        unpacked += count;
        expansion.unpacked(part, unpacked, count);
        sinceToken += count;
        if (sinceToken > LONGEST_TOKEN) {
            throw new FileRefused(FileFault.CELL_TOO_LONG.found(Integer.toString(SheetRows.LONGEST_CELL)));
        }
        return count;
    }

    private int copy(byte[] target, int from, int length) throws IOException {
        int count = (int) Math.min(length, part.packed() - fed);
        file.read(part.begin() + fed, target, from, count);
        fed += count;
        return count;
    }

    private int inflate(byte[] target, int from, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, from, length);
                if (count > 0 || inflater.finished()) {
                    return count;
                }
                if (inflater.needsDictionary() || fed == part.packed()) {
                    throw ZipDirectory.damaged(part.name());
                }
                int more = (int) Math.min(BUFFER, part.packed() - fed);
                file.read(part.begin() + fed, packed, 0, more);
                inflater.setInput(packed, 0, more);
                fed += more;
            }
        } catch (DataFormatException _) {
            throw ZipDirectory.damaged(part.name());
        }
    }

    private void checkWhole() throws FileRefused {
        boolean allUsed = fed == part.packed() && inflater.getRemaining() == 0;
        if (!allUsed || unpacked != part.size() || crc.getValue() != part.crc()) {
            throw ZipDirectory.damaged(part.name());
        }
    }

    @Override
    public void close() {
        ended = true;
        inflater.end();
    }
}
