package org.xinheng.core.record;

import java.util.function.Predicate;

/**
 * A reason that somebody types in a form and others will read (理由). What it must not hold is told to the writer, who is
 * there to mend it; nothing is masked behind his back.
 */
public sealed interface TypedText {

    /**
     * Fit to be kept.
     *
     * @param text without blanks at its ends, lines ended by LF
     * @param namesPerson whether it seems to name a natural person: to be looked at before it goes out
     */
    record Fit(String text, boolean namesPerson) implements TypedText {}

    /**
     * @param limit the bound that was missed, in characters (code points), or the place of the character, counted from 1;
     *     0 where there is none
     */
    record Unfit(Fault fault, int limit) implements TypedText {}

    /** What is wrong with it. */
    enum Fault {
        BLANK,
        TOO_SHORT,
        TOO_LONG,
        /** A control character, or half of a pair. */
        CHARACTER,
        /** An identity number, phone, bank card, vehicle plate or home address. */
        PERSONAL
    }

    /**
     * Reads what was typed.
     *
     * @param shortest fewest characters that can say anything
     * @param own whether digits belong to a document number that stands beside it: they are neither card nor phone
     */
    static TypedText read(String typed, int shortest, int longest, FreeTextMasking masking, Predicate<String> own) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.isEmpty()) {
            return new Unfit(Fault.BLANK, 0);
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return new Unfit(Fault.TOO_LONG, longest);
        }
        int fault = TextForm.firstFault(text.replace('\n', ' ').replace('\t', ' '));
        if (fault >= 0) {
            return new Unfit(Fault.CHARACTER, fault + 1);
        }
        if (length < shortest) {
            return new Unfit(Fault.TOO_SHORT, shortest);
        }
        FreeTextMasking.Masked masked = masking.mask(text, own);
        return masked.stretches() > 0 ? new Unfit(Fault.PERSONAL, 0) : new Fit(text, masked.names());
    }
}
