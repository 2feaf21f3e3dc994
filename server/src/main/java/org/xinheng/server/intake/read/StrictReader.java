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
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFault;

/**
 * Characters of a CSV in UTF-8 (with or without byte order mark) or GB18030, told apart by the first bytes that are not
 * ASCII, however late they come; a byte that does not belong to the encoding is refused, never replaced. Everything before
 * it is read first, so that whoever parses the characters knows the row.
 */
final class StrictReader extends Reader {

    /** Text of a few thousand Chinese characters: by then the two encodings cannot be taken for one another. */
    private static final int WINDOW = 1 << 14;

    /** Characters of three bytes that must stand against each byte that does not belong. */
    private static final int DAMAGE = 4;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private @Nullable CharsetDecoder decoder;
    private @Nullable Utf8Lines foreign;
    private long filled;
    private boolean ended;
    private boolean started;
    private int held = -1;

    StrictReader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (held >= 0) {
            target[from] = (char) held;
            held = -1;
            return 1;
        }
        if (length == 1) {
            return readOne(target, from);
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
                decode(chosen(), chars);
            } else if (decoder != null) {
                decode(decoder, chars);
            }
        }
        return chars.position();
    }

    /** A character outside the basic plane comes as two: the second is held back. */
    private int readOne(char[] target, int at) throws IOException {
        var two = new char[2];
        int count = read(two, 0, 2);
        if (count > 0) {
            target[at] = two[0];
            held = count == 2 ? two[1] : -1;
            return 1;
        }
        return count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int from = bytes.position();
        while (bytes.position() < WINDOW && !ended) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + read);
                filled += read;
            }
        }
        if (foreign != null) {
            watch(foreign, from, bytes.position());
        }
        bytes.flip();
    }

    private void watch(Utf8Lines lines, int from, int to) {
        lines.feed(bytes.array(), from, to);
        if (ended) {
            lines.endLine();
        }
    }

    private void start() throws FileRefused {
        started = true;
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(bytes.position() + 3);
            decoder = decoderFor(StandardCharsets.UTF_8);
        } else if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF) || everyOtherByteIsNul()) {
            throw new FileRefused(FileFault.ENCODING_UTF16.found());
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

    /** UTF-16 without a mark: commas, digits and line ends have a byte of zero each, and enough of them are in any header. */
    private boolean everyOtherByteIsNul() {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(bytes.remaining(), WINDOW); i++) {
            if (bytes.get(bytes.position() + i) == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        int most = Math.max(even, odd);
        // Some Chinese characters have such a byte too, on the other side.
        return most >= 8 && most > 8 * Math.min(even, odd) && most > Math.min(bytes.remaining(), WINDOW) / 40;
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

    private CharsetDecoder chosen() {
        var charset = charset();
        var chosen = decoderFor(charset);
        decoder = chosen;
        if (charset != StandardCharsets.UTF_8) {
            var lines = new Utf8Lines(filled - bytes.remaining());
            watch(lines, bytes.position(), bytes.limit());
            foreign = lines;
        }
        return chosen;
    }

    /**
     * UTF-8 when nearly all of the window's sequences are well formed in it: text in GB18030 never is, and one damaged byte
     * in a file of UTF-8 must be found as damage. Chinese takes three bytes in UTF-8; where there is nothing but
     * pairs, they are a dot or a sign of Latin-1 in UTF-8, and otherwise GB18030 (联通 is well formed in both).
     */
    private Charset charset() {
        int threes = 0;
        int pairs = 0;
        int signs = 0;
        int bad = 0;
        int end = Math.min(bytes.limit(), bytes.position() + WINDOW);
        for (int i = bytes.position(); i < end; ) {
            int lead = bytes.get(i) & 0xFF;
            int length = lead < 0x80 ? 1 : sequence(lead);
            if (length > 1 && i + length > end) {
                break;
            }
            if (length == 0 || !continues(i + 1, i + length)) {
                bad++;
                i++;
                continue;
            }
            threes += length > 2 ? 1 : 0;
            pairs += length == 2 && lead > 0xC3 ? 1 : 0;
            signs += length == 2 && lead <= 0xC3 ? 1 : 0;
            i += length;
        }
        boolean utf8 = bad == 0 ? threes > 0 || pairs == 0 : threes > DAMAGE * bad;
        return utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    /** How many bytes a sequence of UTF-8 has that begins with this one; 0 when none does. */
    static int sequence(int lead) {
        if (lead >= 0xF5 || lead < 0xC2) {
            return 0;
        }
        return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
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
        int limit = bytes.limit();
        boolean last = ended;
        if (foreign != null && foreign.found() >= 0) {
            long left = foreign.found() - (filled - bytes.remaining());
            if (left <= 0) {
                throw new FileRefused(FileFault.ENCODING_MIXED.found());
            }
            last = true;
            bytes.limit((int) Math.min(limit, bytes.position() + left));
        }
        var result = strict.decode(bytes, chars, last);
        bytes.limit(limit);
        if (chars.position() == 0 && result.isError()) {
            throw new FileRefused(
                    FileFault.ENCODING_BROKEN.found(strict.charset().name()));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
