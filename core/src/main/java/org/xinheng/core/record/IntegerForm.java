package org.xinheng.core.record;

import org.xinheng.core.policy.Field;

/** A whole number, zero or more, of at most 18 digits. */
final class IntegerForm extends FieldForm {

    private static final int DIGITS = 18;

    IntegerForm(int index, Field field, RowRules rules) {
        super(index, field, rules);
    }

    @Override
    void read(String text, RowDraft draft) {
        long number = 0;
        boolean whole = text.length() <= DIGITS;
        for (int i = 0; whole && i < text.length(); i++) {
            int digit = Glyphs.digit(text.charAt(i));
            whole = digit >= 0;
            number = number * 10 + digit;
        }
        if (whole) {
            draft.values[index] = Long.toString(number);
        } else {
            find(draft, FindingCode.INTEGER_FORM, quoted(text));
        }
    }
}
