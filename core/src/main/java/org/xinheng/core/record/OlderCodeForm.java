package org.xinheng.core.record;

import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;

/**
 * Older numbers of the subject (organisation code, registration number): evidence only, so a doubtful one is kept with a
 * warning. The tax number of an individual business used to be its owner's identity number: that is dropped.
 */
final class OlderCodeForm extends FieldForm {

    /** Identity number and two more digits: how tax numbers of individual businesses were built. */
    private static final int TAX_NUMBER = 20;

    private final FieldForm text;

    OlderCodeForm(int index, Field field, RowRules rules, OwnNumbers own) {
        super(index, field, rules);
        text = new TextForm(index, field, rules, own);
    }

    @Override
    void read(String cell, RowDraft draft) {
        if (isPersonal(cell)) {
            draft.masked++;
            find(draft, FindingCode.CODE_PERSONAL_DROPPED);
            return;
        }
        if (rules.type().target() == RecordType.Target.ARCHIVE && SpreadsheetTrace.isCutNumber(cell)) {
            find(draft, FindingCode.CODE_DIGITS_LOST, cell);
            return;
        }
        if (field.type() == Field.FieldType.TEXT) {
            text.read(cell, draft);
            return;
        }
        CodeFinding found = rules.codes().read(cell);
        if (found.verdict() == Verdict.INVALID) {
            text.read(cell, draft);
        } else {
            draft.values[index] = found.normalised();
        }
        if (found.verdict() != Verdict.VALID && !draft.refused()) {
            find(draft, FindingCode.CODE_OLDER_SUSPECT, quoted(cell));
        }
    }

    /** Whether a resident's identity number, mistyped or not, stands where an organisation's older number belongs. */
    boolean isPersonal(String cell) {
        if (cell.length() < ResidentId.OLDER_LENGTH) {
            return false;
        }
        if (ResidentId.find(cell, 0) >= 0) {
            return true;
        }
        CodeFinding found = rules.codes().read(cell);
        String bare = found.normalised();
        if (found.mayBeResidentId()
                || (bare.length() == TAX_NUMBER && ResidentId.hasForm(bare.subSequence(0, ResidentId.LENGTH)))) {
            return true;
        }
        return field.type() != Field.FieldType.TEXT && found.has(CodeReason.RESIDENT_ID_NUMBER);
    }
}
