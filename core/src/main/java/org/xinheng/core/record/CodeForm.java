package org.xinheng.core.record;

import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.policy.Field;

/** The code of an authority or of any other body that is not the subject: it must be valid, or known to the pack. */
final class CodeForm extends FieldForm {

    CodeForm(int index, Field field, RowRules rules) {
        super(index, field, rules);
    }

    @Override
    void read(String text, RowDraft draft) {
        CodeFinding found = rules.codes().read(text);
        if (found.has(CodeReason.RESIDENT_ID_NUMBER)) {
            find(draft, FindingCode.CODE_IS_PERSONAL);
            return;
        }
        if (found.mayBeResidentId()
                && rules.policy().authority(found.normalised()).isEmpty()) {
            find(draft, FindingCode.CODE_LIKE_PERSONAL);
            return;
        }
        if (SpreadsheetTrace.isCutNumber(text)) {
            find(draft, FindingCode.CODE_DIGITS_LOST, text);
            return;
        }
        if (found.uscc().isEmpty()) {
            find(draft, FindingCode.CODE_INVALID, quoted(text), reasons(found));
            return;
        }
        String code = found.normalised();
        if (found.verdict() != Verdict.VALID && rules.policy().authority(code).isEmpty()) {
            find(draft, FindingCode.CODE_CHECK, code);
            return;
        }
        String source = rules.source();
        if (field.role() == Field.Role.SOURCE_CODE && source != null && !source.equals(code)) {
            find(draft, FindingCode.SOURCE_OTHER, code, source);
            return;
        }
        draft.values[index] = code;
    }

    static String reasons(CodeFinding found) {
        StringBuilder words = new StringBuilder();
        for (CodeReason reason : found.reasons()) {
            words.append(words.isEmpty() ? "" : " ").append(reason.word());
        }
        return words.isEmpty() ? found.kind().word() : words.toString();
    }
}
