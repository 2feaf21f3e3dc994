package org.xinheng.core.record;

/** Registration plates of vehicles (GA 36): province, letter, then five or six characters. */
final class VehiclePlate {

    /** Short names of the provinces, and 使 for embassies. */
    static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使";

    private static final String LAST = "挂学警港澳领";
    private static final int FEWEST = 5;
    private static final int MOST = 6;

    private VehiclePlate() {}

    /** Cuts out the plate that starts at {@code from}; gives where to read on. */
    static int cut(String text, int from, FreeTextMasking.Cutting cutting) {
        int end = end(text, from);
        if (end < 0) {
            return from + 1;
        }
        cutting.cut(from, end);
        return end;
    }

    private static int end(String text, int from) {
        int at = from + 1;
        if (at >= text.length() || !Glyphs.isLatin(text.charAt(at))) {
            return -1;
        }
        at++;
        if (at < text.length()
                && (Glyphs.isDot(text.charAt(at))
                        || Glyphs.isHyphen(text.charAt(at))
                        || Glyphs.isBlank(text.charAt(at)))) {
            at++;
        }
        int characters = 0;
        int digits = 0;
        while (at < text.length() && isAlphanumeric(text.charAt(at)) && characters <= MOST) {
            digits += Glyphs.digit(text.charAt(at)) >= 0 ? 1 : 0;
            characters++;
            at++;
        }
        if (characters == FEWEST - 1 && at < text.length() && LAST.indexOf(text.charAt(at)) >= 0) {
            characters++;
            at++;
        }
        // Licences such as 京B2-20190001 begin like a plate; their characters go on behind the sixth or after a hyphen.
        boolean ends = at >= text.length() || !goesOn(text.charAt(at));
        return ends && digits >= 2 && characters >= FEWEST && characters <= MOST ? at : -1;
    }

    /** A further character, a hyphen, or the mask of what stood there. */
    private static boolean goesOn(char c) {
        return isAlphanumeric(c) || Glyphs.isHyphen(c) || c == '*';
    }

    private static boolean isAlphanumeric(char c) {
        return Glyphs.digit(c) >= 0 || Glyphs.isLatin(c);
    }
}
