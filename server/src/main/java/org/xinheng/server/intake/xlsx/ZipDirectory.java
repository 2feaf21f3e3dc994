package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.spool.SealedScratch;

/**
 * The central directory of a ZIP archive (APPNOTE.TXT 6.3): the one place that says what an archive holds. Strict, because
 * two readers that find different contents in one file are how forged workbooks are made: local headers must agree, no
 * name comes twice, nothing follows the end.
 */
final class ZipDirectory {

    /** A workbook has a part for each sheet and picture, and a few more. */
    static final int MOST_PARTS = 10_000;

    private static final int LARGEST = 4 << 20;
    private static final int END = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCATOR = 20;
    private static final int END64 = 56;
    private static final int ENTRY = 46;
    private static final int LOCAL = 30;
    private static final long MANY = 0xFFFFFFFFL;

    private final SealedScratch file;
    private final Map<String, ZipPart> parts = new HashMap<>();

    private ZipDirectory(SealedScratch file) {
        this.file = file;
    }

    /** @throws FileRefused when the archive is damaged, was cut off, is encrypted or has too many parts */
    static ZipDirectory of(SealedScratch file) throws IOException {
        var directory = new ZipDirectory(file);
        try {
            directory.read();
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException _) {
            // Some length or offset points out of the file.
            throw damaged("ZIP");
        }
        return directory;
    }

    /** @param name of any case; archives of Windows programs differ in it */
    Optional<ZipPart> find(String name) {
        return Optional.ofNullable(parts.get(key(name)));
    }

    /** Begin, size and number of entries of the directory. */
    private record Extent(long begin, long size, long count, long end) {}

    private void read() throws IOException {
        var extent = extent();
        if (extent.count() > MOST_PARTS || extent.size() > LARGEST) {
            throw new FileRefused(FileFault.TOO_MANY_PARTS.found(Integer.toString(MOST_PARTS)));
        }
        if (extent.begin() + extent.size() > extent.end()) {
            throw damaged("ZIP");
        }
        var entries = bytes(extent.begin(), (int) extent.size());
        for (long left = extent.count(); left > 0; left--) {
            readEntry(entries, extent.begin());
        }
    }

    private Extent extent() throws IOException {
        long at = end();
        var end = bytes(at, END);
        int count = end.getShort(10) & 0xFFFF;
        long size = end.getInt(12) & MANY;
        long begin = end.getInt(16) & MANY;
        if (end.getInt(4) != 0 && (end.getShort(4) & 0xFFFF) != 0xFFFF) {
            // Parts of an archive on several disks.
            throw damaged("ZIP");
        }
        if (count != 0xFFFF && size != MANY && begin != MANY) {
            return new Extent(begin, size, count, at);
        }
        var locator = bytes(at - LOCATOR, LOCATOR);
        require(locator.getInt(0) == LOCATOR_SIGNATURE);
        long at64 = locator.getLong(8);
        var end64 = bytes(at64, END64);
        require(end64.getInt(0) == END64_SIGNATURE);
        var extent = new Extent(end64.getLong(48), end64.getLong(40), end64.getLong(32), at64);
        require(extent.begin() >= 0 && extent.size() >= 0 && extent.count() >= 0);
        return extent;
    }

    /** The end record lies last, before a comment that ends with the file. */
    private long end() throws IOException {
        int length = (int) Math.min(file.size(), END + 0xFFFF);
        long from = file.size() - length;
        var tail = bytes(from, length);
        for (int i = length - END; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE && i + END + (tail.getShort(i + 20) & 0xFFFF) == length) {
                return from + i;
            }
        }
        throw damaged("ZIP");
    }

    private void readEntry(ByteBuffer entries, long limit) throws IOException {
        int at = entries.position();
        require(entries.getInt(at) == ENTRY_SIGNATURE);
        int nameLength = entries.getShort(at + 28) & 0xFFFF;
        int extraLength = entries.getShort(at + 30) & 0xFFFF;
        int commentLength = entries.getShort(at + 32) & 0xFFFF;
        var name = new byte[nameLength];
        entries.get(at + ENTRY, name);
        long packed = entries.getInt(at + 20) & MANY;
        long size = entries.getInt(at + 24) & MANY;
        long local = entries.getInt(at + 42) & MANY;
        if (packed == MANY || size == MANY || local == MANY) {
            var extra =
                    extra64(entries.slice(at + ENTRY + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN));
            size = size == MANY ? extra.getLong() : size;
            packed = packed == MANY ? extra.getLong() : packed;
            local = local == MANY ? extra.getLong() : local;
        }
        int next = at + ENTRY + nameLength + extraLength + commentLength;
        require(next <= entries.limit());
        entries.position(next);
        int flags = entries.getShort(at + 8);
        int method = entries.getShort(at + 10);
        var written = new String(name, StandardCharsets.UTF_8);
        if (written.endsWith("/")) {
            return;
        }
        if ((flags & 1) != 0 || method == 99) {
            throw new FileRefused(FileFault.WORKBOOK_ENCRYPTED.found());
        }
        require(method == 0 || method == 8, written);
        long begin = begin(local, name);
        require(packed >= 0 && size >= 0 && begin + packed <= limit && (method == 8 || packed == size), written);
        var part = new ZipPart(written, method == 8, entries.getInt(at + 16) & MANY, packed, size, begin);
        require(parts.put(key(written), part) == null, written);
    }

    /** Where the packed bytes begin, after a local header of the same name. */
    private long begin(long local, byte[] name) throws IOException {
        var header = bytes(local, LOCAL);
        require(header.getInt(0) == LOCAL_SIGNATURE);
        int nameLength = header.getShort(26) & 0xFFFF;
        var localName = new byte[nameLength];
        bytes(local + LOCAL, nameLength).get(localName);
        require(Arrays.equals(name, localName));
        return local + LOCAL + nameLength + (header.getShort(28) & 0xFFFF);
    }

    private static ByteBuffer extra64(ByteBuffer extra) throws FileRefused {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = extra.getShort() & 0xFFFF;
            if (id == 1) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            require(length <= extra.remaining());
            extra.position(extra.position() + length);
        }
        throw damaged("ZIP");
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        var bytes = new byte[length];
        file.read(position, bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private static void require(boolean sound) throws FileRefused {
        require(sound, "ZIP");
    }

    private static void require(boolean sound, String part) throws FileRefused {
        if (!sound) {
            throw damaged(part);
        }
    }

    /** @param part what of the workbook cannot be read, for the clerk's vendor rather than the clerk */
    static FileRefused damaged(String part) {
        return new FileRefused(FileFault.WORKBOOK_DAMAGED.found(shown(part)));
    }

    /** Names of parts come out of the file: nothing but a short plain word gets into a sentence. */
    static String shown(String part) {
        var plain = part.replaceAll("[^A-Za-z0-9._/\\[\\] -]", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }
}
