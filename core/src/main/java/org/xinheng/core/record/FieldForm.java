package org.xinheng.core.record;

import org.xinheng.core.policy.Field;

/** Form of one field, compiled once: brings a cell that is not blank to the value that is stored, or says what is wrong. */
abstract class FieldForm {

    final int index;
    final Field field;
    final RowRules rules;

    FieldForm(int index, Field field, RowRules rules) {
        this.index = index;
        this.field = field;
        this.rules = rules;
    }

    /** @param text the cell without blanks at its ends, never empty */
    abstract void read(String text, RowDraft draft);

    final void find(RowDraft draft, FindingCode code, String... facts) {
        draft.add(code.finding(field.name(), rules.type().id(), facts));
    }

    /** The cell's content fit to be quoted in a message. */
    final String quoted(String text) {
        return rules.quoted(text);
    }
}
