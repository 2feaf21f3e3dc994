package org.xinheng.core.record;

import org.xinheng.core.policy.Field;

/** An amount in 万元; one that looks like yuan is accepted with a warning, never converted. */
final class AmountForm extends FieldForm {

    private final long suspicious;

    AmountForm(int index, Field field, RowRules rules) {
        super(index, field, rules);
        Long from = field.bounds().suspiciousFromWan();
        suspicious = from == null ? Long.MAX_VALUE : from * AmountText.ONE;
    }

    @Override
    void read(String text, RowDraft draft) {
        long amount = AmountText.parse(text);
        if (amount < 0) {
            find(draft, wrong(amount), quoted(text));
            return;
        }
        draft.amounts[index] = amount;
        String plain = AmountText.plainText(amount);
        draft.values[index] = plain.equals(text) ? text : plain;
        if (amount >= suspicious) {
            find(draft, FindingCode.AMOUNT_SUSPICIOUS, plain, AmountText.yuanText(amount));
        }
    }

    private static FindingCode wrong(long amount) {
        if (amount == AmountText.NEGATIVE) {
            return FindingCode.AMOUNT_NEGATIVE;
        }
        if (amount == AmountText.DECIMALS) {
            return FindingCode.AMOUNT_DECIMALS;
        }
        if (amount == AmountText.TOO_LARGE) {
            return FindingCode.AMOUNT_TOO_LARGE;
        }
        return amount == AmountText.UNIT ? FindingCode.AMOUNT_UNIT : FindingCode.AMOUNT_FORM;
    }
}
