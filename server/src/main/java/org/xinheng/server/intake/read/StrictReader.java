package org.xinheng.server.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFinding;

/**
 * Characters of a CSV in UTF-8 (with or without byte order mark) or GB18030, told apart by the first bytes that are not
 * ASCII; a byte that does not belong to the encoding is refused, never replaced.
 */
final class StrictReader extends Reader {

    /** Text of a few hundred Chinese characters: by then the two encodings cannot be taken for one another. */
    private static final int WINDOW = 4096;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private @Nullable CharsetDecoder decoder;
    private boolean ended;
    private boolean started;
    private int linesBegun = 1;

    StrictReader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var chars = CharBuffer.wrap(target, from, length).slice();
        while (chars.position() == 0) {
            if (bytes.remaining() < WINDOW && !ended) {
                fill();
            }
            if (!started) {
                start();
            }
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            if (decoder == null && !copyAscii(chars)) {
                decoder = decoderFor(charset());
            }
            if (decoder != null) {
                decode(decoder, chars);
            }
        }
        linesBegun += linesIn(chars);
        return chars.position();
    }

    private static int linesIn(CharBuffer chars) {
        int lines = 0;
        for (int i = 0; i < chars.position(); i++) {
            if (chars.get(i) == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private void fill() throws IOException {
        bytes.compact();
        while (bytes.position() < WINDOW && !ended) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + read);
            }
        }
        bytes.flip();
    }

    private void start() throws FileRefused {
        started = true;
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(bytes.position() + 3);
            decoder = decoderFor(StandardCharsets.UTF_8);
        } else if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            throw new FileRefused(FileFinding.of("file.encoding-utf16", Map.of()));
        }
    }

    private boolean startsWith(int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(bytes.position() + i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** @return false when a byte that is not ASCII comes next */
    private boolean copyAscii(CharBuffer chars) {
        while (chars.hasRemaining() && bytes.hasRemaining()) {
            byte next = bytes.get(bytes.position());
            if (next < 0) {
                return chars.position() > 0;
            }
            chars.put((char) next);
            bytes.get();
        }
        return true;
    }

    /**
     * UTF-8 when most of the window's sequences are well formed in it: text in GB18030 hardly ever is, and one damaged
     * byte in a file of UTF-8 must be found as damage.
     */
    private Charset charset() {
        int good = 0;
        int bad = 0;
        int end = Math.min(bytes.limit(), bytes.position() + WINDOW);
        for (int i = bytes.position(); i < end; ) {
            int lead = bytes.get(i) & 0xFF;
            int length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
            if (length == 1) {
                i++;
            } else if (i + length > end) {
                break;
            } else if (length > 0 && continues(i + 1, i + length)) {
                good++;
                i += length;
            } else {
                bad++;
                i++;
            }
        }
        return good > 0 && good >= bad ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    private boolean continues(int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes.get(i) & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private static CharsetDecoder decoderFor(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private void decode(CharsetDecoder strict, CharBuffer chars) throws FileRefused {
        var result = strict.decode(bytes, chars, ended);
        if (result.isError() || (ended && result.isUnderflow() && bytes.hasRemaining())) {
            throw new FileRefused(FileFinding.inRow(
                    "file.encoding-broken",
                    linesBegun + linesIn(chars),
                    Map.of("encoding", strict.charset().name())));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
