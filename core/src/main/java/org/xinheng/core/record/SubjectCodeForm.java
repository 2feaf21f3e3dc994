package org.xinheng.core.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeKind;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CheckedRow.CodeUse;

/**
 * The subject's unified social credit code. A failing check character is never mended and never a reason to refuse: lawful
 * codes of that kind exist, so it waits for the authority's word. Into the register every row comes, with what it has. What
 * may be a mistyped identity number is never kept, whatever is said of it.
 */
final class SubjectCodeForm extends FieldForm {

    private final boolean register;
    private final int confirmation;
    private final @Nullable String confirmed;

    SubjectCodeForm(int index, Field field, RowRules rules) {
        super(index, field, rules);
        register = rules.type().target() == RecordType.Target.REGISTER;
        confirmation = rules.type().indexOf(Field.Role.CODE_CONFIRMED);
        confirmed = confirmation < 0 ? null : yes(rules, rules.type().fields().get(confirmation));
    }

    /** The first value of the list says yes. */
    private static @Nullable String yes(RowRules rules, Field field) {
        List<String> values = List.copyOf(rules.codeList(field).values().keySet());
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Runs after the fields that it looks at. */
    @Override
    void read(String text, RowDraft draft) {
        CodeFinding found = draft.subjectCode == null ? rules.codes().read(text) : draft.subjectCode;
        if (found.mayBeResidentId()) {
            refuseLikePersonal(found, draft);
            return;
        }
        if (found.uscc().isPresent()) {
            draft.values[index] = found.normalised();
            draft.codeUse = found.verdict() == Verdict.VALID ? CodeUse.ATTACH : onTheAuthoritysWord(found, draft);
            return;
        }
        boolean older = found.verdict() != Verdict.INVALID && found.kind() != CodeKind.UNKNOWN;
        if (!register && SpreadsheetTrace.isCutNumber(text)) {
            find(draft, FindingCode.CODE_DIGITS_LOST, text);
        } else if (register) {
            keepInRegister(text, found, older, draft);
        } else if (older) {
            find(draft, FindingCode.CODE_IS_OLDER, quoted(text));
        } else {
            find(draft, FindingCode.CODE_INVALID, quoted(text), CodeForm.reasons(found));
        }
    }

    private CodeUse onTheAuthoritysWord(CodeFinding found, RowDraft draft) {
        if (isConfirmed(draft)) {
            find(draft, FindingCode.CODE_CONFIRMED, found.normalised());
            return CodeUse.ATTACH_ON_AUTHORITYS_WORD;
        }
        return CodeUse.WAIT_CHECKSUM;
    }

    private boolean isConfirmed(RowDraft draft) {
        return confirmation >= 0 && confirmed != null && confirmed.equals(draft.values[confirmation]);
    }

    private void refuseLikePersonal(CodeFinding found, RowDraft draft) {
        if (register) {
            draft.values[index] = found.masked();
            draft.masked++;
            draft.codeUse = CodeUse.WAIT_MALFORMED;
        } else {
            find(draft, FindingCode.CODE_LIKE_PERSONAL);
        }
    }

    private void keepInRegister(String text, CodeFinding found, boolean older, RowDraft draft) {
        int fault = TextForm.firstFault(text);
        if (fault >= 0) {
            find(draft, FindingCode.TEXT_CONTROL, TextForm.named(text.charAt(fault)), Integer.toString(fault + 1));
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (length > field.maxLength()) {
            find(draft, FindingCode.TEXT_TOO_LONG, Integer.toString(field.maxLength()), Integer.toString(length));
            return;
        }
        draft.values[index] =
                older ? found.normalised() : rules.masking().maskIdentity(text).text();
        draft.codeUse = older ? CodeUse.OLDER_NUMBER : CodeUse.WAIT_MALFORMED;
    }
}
