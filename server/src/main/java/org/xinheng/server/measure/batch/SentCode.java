package org.xinheng.server.measure.batch;

/**
 * One line of a list.
 *
 * @param line number of the line or row as its sender sees it, from 1
 * @param code as sent, cut behind what no code reaches
 */
public record SentCode(int line, String code) {

    /** One more character than the longest text that is read as a code: what is cut is found too long. */
    private static final int LONGEST = 65;

    static SentCode of(int line, String code) {
        String text = code.strip();
        return new SentCode(line, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}
