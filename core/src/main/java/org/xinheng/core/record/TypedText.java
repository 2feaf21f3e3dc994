package org.xinheng.core.record;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
     * Reads a reason of one or more lines.
     *
     * @param shortest fewest characters that can say anything
     * @param own whether digits belong to a document number that stands beside it: they are neither card nor phone
     */
    static TypedText reason(String typed, int shortest, int longest, FreeTextMasking masking, Predicate<String> own) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        Unfit unfit = form(text, text.replace('\n', ' ').replace('\t', ' '), shortest, longest);
        if (unfit != null) {
            return unfit;
        }
        FreeTextMasking.Masked masked = masking.mask(text, own);
        return masked.stretches() > 0 ? new Unfit(Fault.PERSONAL, 0) : new Fit(text, masked.names());
    }

    /** Reads one line that names a thing, such as the number of a document or file: digits are what it is there for. */
    static TypedText line(String typed, int longest, FreeTextMasking masking) {
        String text = typed.strip();
        Unfit unfit = form(text, text, 1, longest);
        if (unfit != null) {
            return unfit;
        }
        return masking.maskIdentity(text).stretches() > 0 ? new Unfit(Fault.PERSONAL, 0) : new Fit(text, false);
    }

    private static @Nullable Unfit form(String text, String oneLine, int shortest, int longest) {
        if (text.isEmpty()) {
            return new Unfit(Fault.BLANK, 0);
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return new Unfit(Fault.TOO_LONG, longest);
        }
        int fault = TextForm.firstFault(oneLine);
        if (fault >= 0) {
            return new Unfit(Fault.CHARACTER, fault + 1);
        }
        return length < shortest ? new Unfit(Fault.TOO_SHORT, shortest) : null;
    }
}
