package org.xinheng.server.web;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A page as it travels, in UTF-8: what a template writes stands in one array at once, not in a string or in some hundred small arrays. */
final class HtmlBytes implements TemplateOutput {

    /** Most pages of the portal fit. */
    private static final int USUAL = 1 << 15;

    /** The most bytes of one character of a string. */
    private static final int WIDEST = 3;

    private static final int CONTINUED = 0x80;
    private static final int SIX_BITS = 0x3F;

    private byte[] bytes = new byte[USUAL];
    private int length;

    int length() {
        return length;
    }

    /** By one write: each passes every wrapper that filters put around an answer. */
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        makeRoom(WIDEST * (end - begin));
        for (int i = begin; i < end; i++) {
            char letter = text.charAt(i);
            if (letter < 0x80) {
                bytes[length++] = (byte) letter;
            } else if (letter < 0x800) {
                bytes[length++] = (byte) (0xC0 | letter >> 6);
                bytes[length++] = continued(letter);
            } else if (!Character.isSurrogate(letter)) {
                bytes[length++] = (byte) (0xE0 | letter >> 12);
                bytes[length++] = continued(letter >> 6);
                bytes[length++] = continued(letter);
            } else if (i + 1 < end && Character.isSurrogatePair(letter, text.charAt(i + 1))) {
                int character = Character.toCodePoint(letter, text.charAt(++i));
                bytes[length++] = (byte) (0xF0 | character >> 18);
                bytes[length++] = continued(character >> 12);
                bytes[length++] = continued(character >> 6);
                bytes[length++] = continued(character);
            } else {
                bytes[length++] = '?'; // half a character
            }
        }
    }

    private static byte continued(int bits) {
        return (byte) (CONTINUED | bits & SIX_BITS);
    }

    @Override
    public void writeBinaryContent(byte[] content) {
        makeRoom(content.length);
        System.arraycopy(content, 0, bytes, length, content.length);
        length += content.length;
    }

    private void makeRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
