package org.xinheng.core.record;

import java.util.HexFormat;
import org.xinheng.core.policy.Field;

/**
 * Text: length, control characters, and what of it must not be kept. Markup, SQL and a leading {@code = + - @} are data
 * and stay; they are made harmless where they leave.
 */
final class TextForm extends FieldForm {

    /** Fewer digits hold no identity number. */
    private static final int DIGITS_OF_A_PERSON = 17;

    /** What a decoder puts for bytes that it does not know. */
    private static final char REPLACED = 0xFFFD;

    private static final byte PLAIN = 0;
    private static final byte DIGIT = 1;
    private static final byte INVISIBLE = 2;
    private static final byte LINE = 3;
    private static final byte HALF = 4;
    private static final byte STOPPED = 5;
    private static final byte[] CLASSES = classes();

    private final boolean free;
    private final boolean documentNumber;
    /** Names and numbers hold no question mark of their own. */
    private final boolean proper;

    private final OwnNumbers own;

    TextForm(int index, Field field, RowRules rules, OwnNumbers own) {
        super(index, field, rules);
        this.free = field.privacy() == Field.Privacy.FREE_TEXT;
        this.documentNumber = field.role() == Field.Role.DOCUMENT_NUMBER;
        this.proper = switch (field.role()) {
            case SUBJECT_NAME, AUTHORITY_NAME, SOURCE_NAME, DOCUMENT_NUMBER -> true;
            default -> false;
        };
        this.own = own;
    }

    @Override
    void read(String text, RowDraft draft) {
        if (SpreadsheetTrace.isError(text)) {
            find(draft, FindingCode.TEXT_ERROR_VALUE, text);
            return;
        }
        if (proper && isLost(text, draft)) {
            return;
        }
        int pairs = 0;
        int digits = 0;
        boolean rewrite = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (CLASSES[c]) {
                case PLAIN -> {}
                case DIGIT -> digits++;
                case INVISIBLE -> rewrite = true;
                case HALF -> {
                    if (!isPair(text, i)) {
                        find(draft, FindingCode.TEXT_BROKEN, Integer.toString(i + 1));
                        return;
                    }
                    pairs++;
                    i++;
                }
                default -> {
                    if (CLASSES[c] == STOPPED || !free) {
                        find(draft, FindingCode.TEXT_CONTROL, named(c), Integer.toString(i + 1));
                        return;
                    }
                    rewrite |= c == '\r';
                }
            }
        }
        if (text.length() - pairs > field.maxLength()) {
            find(
                    draft,
                    FindingCode.TEXT_TOO_LONG,
                    Integer.toString(field.maxLength()),
                    Integer.toString(text.length() - pairs));
            return;
        }
        keep(rewrite ? rewritten(text) : text, digits, draft);
    }

    /** What nobody wrote: an unknown character made a question mark, a number cut to its first digits. */
    private boolean isLost(String text, RowDraft draft) {
        int lost = SpreadsheetTrace.lostCharacter(text);
        if (lost >= 0) {
            find(draft, FindingCode.TEXT_LOST_CHARACTER, quoted(text), Integer.toString(lost + 1));
            return true;
        }
        if (documentNumber && SpreadsheetTrace.isCutNumber(text)) {
            find(draft, FindingCode.CODE_DIGITS_LOST, text);
            return true;
        }
        return false;
    }

    /** Where a character stands that no stored text may hold, or -1; for short texts that are not whole cells. */
    static int firstFault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte kind = CLASSES[c];
            if (kind == LINE || kind == STOPPED || (kind == HALF && !isPair(text, i))) {
                return i;
            }
            i += kind == HALF ? 1 : 0;
        }
        return -1;
    }

    static String named(char c) {
        return "U+" + HexFormat.of().withUpperCase().toHexDigits(c);
    }

    private void keep(String text, int digits, RowDraft draft) {
        FreeTextMasking.Masked masked;
        if (free) {
            masked = rules.masking().mask(text, own.of(draft));
        } else if (digits >= DIGITS_OF_A_PERSON) {
            masked = rules.masking().maskIdentity(text);
        } else {
            draft.values[index] = text;
            return;
        }
        if (masked.stretches() > 0 && documentNumber) {
            find(draft, FindingCode.NUMBER_IS_PERSONAL);
            return;
        }
        draft.values[index] = masked.text();
        if (masked.stretches() > 0) {
            draft.masked += masked.stretches();
            find(draft, FindingCode.TEXT_MASKED, Integer.toString(masked.stretches()));
        }
        if (masked.names()) {
            find(draft, FindingCode.TEXT_PERSON_NAME);
        }
    }

    /** What a character is to the check, by its code: one look per character, millions of rows long. */
    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int code = 0; code < classes.length; code++) {
            char c = (char) code;
            if (c == '\n' || c == '\r' || c == '\t') {
                classes[code] = LINE;
            } else if (isStopped(c)) {
                classes[code] = STOPPED;
            } else if (Character.isSurrogate(c) || c == REPLACED) {
                classes[code] = HALF;
            } else if (Glyphs.digit(c) >= 0) {
                classes[code] = DIGIT;
            } else if (Glyphs.isInvisible(c)) {
                classes[code] = INVISIBLE;
            }
        }
        return classes;
    }

    /** Controls, codes that are no characters, and marks that turn the direction of what follows: they hide text. */
    private static boolean isStopped(char c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || c >= 0xFFFE;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /** Without marks that print nothing, every line end the same. */
    private static String rewritten(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (!Glyphs.isInvisible(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
