package org.xinheng.server.intake.read;

/**
 * Finds lines of UTF-8 in a file of GB18030: two files were joined. The decoder would not notice, for nearly every pair of
 * bytes is a character of GB18030, and wrong names would be stored.
 *
 * <p>A line counts when everything in it that is not ASCII is well formed UTF-8 and four characters of it take three
 * bytes. Text in GB18030 does not come out like that: its characters begin with bytes that UTF-8 has no use for there.
 */
final class Utf8Lines {

    private static final int ENOUGH = 4;

    private long at;
    private long lineBegin;
    private long found = -1;
    private int expected;
    private int length;
    private int threes;
    private boolean foreign;

    /** @param offset in the file of the first byte that will be fed */
    Utf8Lines(long offset) {
        at = offset;
        lineBegin = offset;
    }

    void feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to && found < 0; i++, at++) {
            int octet = bytes[i] & 0xFF;
            if (octet == '\n') {
                endLine();
                lineBegin = at + 1;
            } else if (octet >= 0x80 || expected > 0) {
                take(octet);
            }
        }
    }

    void endLine() {
        if (!foreign && expected == 0 && threes >= ENOUGH && found < 0) {
            found = lineBegin;
        }
        expected = 0;
        threes = 0;
        foreign = false;
    }

    private void take(int octet) {
        if (expected > 0) {
            boolean continues = (octet & 0xC0) == 0x80;
            foreign |= !continues;
            expected = continues ? expected - 1 : 0;
            threes += continues && expected == 0 && length == 3 ? 1 : 0;
            return;
        }
        length = StrictReader.sequence(octet);
        foreign |= length == 0;
        expected = Math.max(0, length - 1);
    }

    /** Offset in the file where the first such line begins; -1 while there is none. */
    long found() {
        return found;
    }
}
