package org.xinheng.server.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.xinheng.server.service.AttachmentFault;

/**
 * Documents that are packed (OFD, DOCX, XLSX): every part is unpacked once, counted, and looked at. What the directory of the
 * archive says of sizes is believed by nobody.
 */
final class PackedContent {

    private static final int MOST_PARTS = 5_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final int HEAD = 16;

    private PackedContent() {}

    static ContentReading of(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_PARTS) {
                return unfit(AttachmentFault.UNPACKS);
            }
            Enumeration<? extends ZipEntry> parts = archive.entries();
            while (parts.hasMoreElements()) {
                ZipEntry part = parts.nextElement();
                names.add(part.getName());
                if (part.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    return unfit(AttachmentFault.PROGRAM);
                }
                try (InputStream in = archive.getInputStream(part)) {
                    byte[] head = in.readNBytes(HEAD);
                    if (ContentCheck.isProgram(head)) {
                        return unfit(AttachmentFault.PROGRAM);
                    }
                    if (ContentCheck.isZip(head)) {
                        return unfit(AttachmentFault.UNPACKS);
                    }
                    unpacked += head.length + rest(in, MOST_BYTES - unpacked);
                }
                if (unpacked > MOST_BYTES) {
                    return unfit(AttachmentFault.UNPACKS);
                }
            }
        } catch (ZipException damaged) {
            return unfit(AttachmentFault.UNPACKS);
        }
        return type(names);
    }

    /** Counts, and stops a little after there were too many. */
    private static long rest(InputStream in, long allowed) throws IOException {
        byte[] buffer = new byte[8192];
        long count = 0;
        int read = in.read(buffer);
        while (read >= 0 && count <= allowed) {
            count += read;
            read = in.read(buffer);
        }
        return count;
    }

    private static ContentReading type(Set<String> names) {
        if (names.contains("OFD.xml")) {
            return new ContentReading.Fit(AttachmentType.OFD);
        }
        if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
            return new ContentReading.Fit(AttachmentType.DOCX);
        }
        if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
            return new ContentReading.Fit(AttachmentType.XLSX);
        }
        return unfit(AttachmentFault.TYPE);
    }

    private static ContentReading unfit(AttachmentFault fault) {
        return new ContentReading.Unfit(fault);
    }
}
