package org.xinheng.core.record;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The row's own codes and document numbers: digits of theirs in free text are no card and no phone. */
final class OwnNumbers {

    private final int[] fields;

    /** @param fields positions of the fields that hold codes and numbers */
    OwnNumbers(int[] fields) {
        this.fields = fields;
    }

    /** Whether a number of the row holds these digits in one piece, blanks and hyphens aside. */
    Predicate<String> of(RowDraft draft) {
        return digits -> {
            for (int field : fields) {
                if (holds(draft.cells[field], digits)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean holds(@Nullable String number, String digits) {
        if (number == null || number.length() < digits.length()) {
            return false;
        }
        StringBuilder bare = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = Glyphs.narrow(number.charAt(i));
            if (!Glyphs.isBlank(c) && !Glyphs.isHyphen(c)) {
                bare.append(c);
            }
        }
        return bare.indexOf(digits) >= 0;
    }
}
