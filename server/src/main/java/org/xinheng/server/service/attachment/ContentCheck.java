package org.xinheng.server.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinheng.server.service.AttachmentFault;

/** Tells what a file is by its first bytes; names and announced types count for nothing. */
final class ContentCheck {

    private static final int HEAD = 16;

    private record Magic(AttachmentType type, byte[] bytes) {}

    private static final List<Magic> PLAIN = List.of(
            new Magic(AttachmentType.PDF, ascii("%PDF-")),
            new Magic(AttachmentType.PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
            new Magic(AttachmentType.JPEG, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Windows, Linux and macOS programs, scripts, and Java classes (as which a fat binary of macOS begins too). */
    private static final List<byte[]> PROGRAMS = List.of(
            ascii("MZ"),
            new byte[] {0x7f, 'E', 'L', 'F'},
            ascii("#!"),
            new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe},
            new byte[] {(byte) 0xfe, (byte) 0xed, (byte) 0xfa},
            new byte[] {(byte) 0xce, (byte) 0xfa, (byte) 0xed, (byte) 0xfe},
            new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe});

    private ContentCheck() {}

    static ContentReading of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            return new ContentReading.Unfit(AttachmentFault.EMPTY);
        }
        if (isProgram(head)) {
            return new ContentReading.Unfit(AttachmentFault.PROGRAM);
        }
        for (Magic magic : PLAIN) {
            if (begins(head, magic.bytes())) {
                return new ContentReading.Fit(magic.type());
            }
        }
        return isZip(head) ? PackedContent.of(file) : new ContentReading.Unfit(AttachmentFault.TYPE);
    }

    static boolean isProgram(byte[] head) {
        return PROGRAMS.stream().anyMatch(program -> begins(head, program));
    }

    static boolean isZip(byte[] head) {
        return begins(head, ZIP);
    }

    private static boolean begins(byte[] head, byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
