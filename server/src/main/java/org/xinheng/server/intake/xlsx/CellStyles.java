package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a number is by the style of its cell: a day, an amount, or a code with zeros in front (ECMA-376 part 1, 18.8.30).
 * Nothing else of a style matters.
 */
final class CellStyles {

    static final int PLAIN = 0;
    static final int DAY = -1;

    private static final int MOST = 1 << 16;
    private static final int LONGEST_FORMAT = 255;

    /** One for each style: {@link #PLAIN}, {@link #DAY}, or the number of digits to fill up with zeros. */
    private int[] kinds = new int[64];

    private int size;

    /** A workbook without styles has numbers only. */
    CellStyles() {}

    /** Reads the part of the styles. */
    CellStyles(XmlPart xml) throws IOException {
        var formats = new HashMap<Integer, Integer>();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "numFmts" -> readFormats(xml, formats);
                case "cellXfs" -> readStyles(xml, formats);
                default -> xml.skip();
            }
        }
        xml.finish();
    }

    int kind(int style) {
        return style >= 0 && style < size ? kinds[style] : PLAIN;
    }

    private static void readFormats(XmlPart xml, Map<Integer, Integer> formats) throws IOException {
        while (xml.nextChild()) {
            var id = xml.attribute("numFmtId");
            var code = xml.attribute("formatCode");
            if (id != null && code != null) {
                formats.put(number(id), kindOf(code));
            }
            xml.skip();
            if (formats.size() > MOST) {
                throw ZipDirectory.damaged("styles");
            }
        }
    }

    private void readStyles(XmlPart xml, Map<Integer, Integer> formats) throws IOException {
        while (xml.nextChild()) {
            var id = xml.attribute("numFmtId");
            int format = id == null ? 0 : number(id);
            if (size == kinds.length) {
                kinds = Arrays.copyOf(kinds, 2 * size);
            }
            kinds[size++] = formats.getOrDefault(format, builtIn(format));
            xml.skip();
            if (size > MOST) {
                throw ZipDirectory.damaged("styles");
            }
        }
    }

    /** Formats that every program knows by number; 27–36 and 50–58 are those of Chinese, Japanese and Korean days. */
    private static int builtIn(int format) {
        boolean day = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        return day ? DAY : PLAIN;
    }

    /** What a format code makes of a number. */
    static int kindOf(String code) {
        if (code.length() > LONGEST_FORMAT) {
            return PLAIN;
        }
        boolean zeros = code.length() > 1;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            zeros &= c == '0';
            switch (c) {
                case '"' -> i = closing(code, i, '"');
                case '[' -> {
                    int end = closing(code, i, ']');
                    if (isElapsed(code, i, end)) {
                        // [h]:mm counts hours: an amount.
                        return PLAIN;
                    }
                    i = end;
                }
                case '\\', '_', '*' -> i++;
                case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S' -> {
                    return DAY;
                }
                case ';' -> {
                    return PLAIN;
                }
                default -> {}
            }
        }
        return zeros ? code.length() : PLAIN;
    }

    private static int closing(String code, int from, char mark) {
        int end = code.indexOf(mark, from + 1);
        return end < 0 ? code.length() : end;
    }

    private static boolean isElapsed(String code, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if ("hHmMsS".indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return end > from + 1;
    }

    private static int number(String text) throws IOException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw ZipDirectory.damaged("styles");
        }
    }
}
