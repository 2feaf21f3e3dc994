package org.xinheng.core.record;

/**
 * A text as it is compared: half-width, every bracket 〔〕[]()（）【】 round, every hyphen the same, without any blank. Letters
 * and dots are each form's own; nothing else is touched.
 */
enum ComparedForm {

    /** A document number: letters large, dots as they are. */
    DOCUMENT_NUMBER {
        @Override
        char letter(char c) {
            return Character.toUpperCase(Glyphs.narrow(c));
        }
    },

    /** The name of an organisation: letters small, every dot in the middle. */
    NAME {
        @Override
        char letter(char c) {
            return Glyphs.isDot(c) ? '\u00B7' : Character.toLowerCase(Glyphs.narrow(c));
        }
    };

    /** What is neither blank nor bracket nor hyphen. */
    abstract char letter(char c);

    /** The text itself where it has the form already. */
    String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (compared(c) != c) {
                return rewritten(text, i);
            }
        }
        return text;
    }

    private String rewritten(String text, int from) {
        StringBuilder key = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = compared(text.charAt(i));
            if (c != 0) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** The character's form; 0 when it is left out. */
    private char compared(char c) {
        if (c >= 0x4E00 && c <= 0x9FFF) {
            return c;
        }
        if (Glyphs.isBlank(c) || Glyphs.isInvisible(c)) {
            return 0;
        }
        char bracket = Glyphs.bracket(c);
        if (bracket != 0) {
            return bracket;
        }
        return Glyphs.isHyphen(c) ? '-' : letter(c);
    }
}
