package org.xinheng.server.organisation.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.record.Finding;
import org.xinheng.core.record.Finding.Weight;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.RegisterOutcome.Answer;

/** Decides what becomes of a row of a register. Pure: the same row against the same register gets the same answer. */
final class RegisterJudgement {

    private RegisterJudgement() {}

    /**
     * @param known what the register holds under the row's code
     * @param seen whether a row before this one in the same delivery was about the same organisation
     * @param disputed whether the queue still holds the question which name belongs to the code, with this row's name
     * @param settled whether a human answered that question in favour of the name that the register holds
     */
    static Decision judge(ReadRow row, @Nullable Known known, boolean seen, boolean disputed, boolean settled) {
        if (row.nameKey().isEmpty()) {
            return Decision.without(Answer.REFUSED, refusal("register.name-missing", Map.of()));
        }
        if (row.isAboutPerson()) {
            return Decision.without(Answer.OUT_OF_SCOPE, refusal("register.person", Map.of()));
        }
        if (row.key() == null) {
            return Decision.waits(
                    CodeFault.MALFORMED_CODE,
                    row.fault(),
                    refusal("register.code-malformed", Map.of("reason", row.fault())));
        }
        if (known == null) {
            return row.fails()
                    ? Decision.waits(
                            CodeFault.CHECKSUM_MISMATCH,
                            "check-character",
                            refusal("register.code-checksum-mismatch", Map.of()))
                    : Decision.enters(row, true, true);
        }
        return known.nameKey().equals(row.nameKey())
                ? sameName(row, known, seen)
                : otherName(row, known, seen, disputed, settled);
    }

    private static Decision sameName(ReadRow row, Known known, boolean seen) {
        if (isOlderNumberOfUnifiedCode(row, known) || row.particulars().equals(known.particulars())) {
            return Decision.without(Answer.UNCHANGED, null);
        }
        if (seen) {
            return new Decision(
                    Answer.UNCHANGED,
                    false,
                    false,
                    CodeFault.PARTICULARS_DIFFER,
                    "particulars",
                    List.of(warning("register.particulars-differ", Map.of())));
        }
        return Decision.enters(row, false, true);
    }

    private static Decision otherName(ReadRow row, Known known, boolean seen, boolean disputed, boolean settled) {
        if (settled && !disputed) {
            return Decision.without(
                    Answer.REFUSED, refusal("register.code-of-another-name", Map.of("name", known.name())));
        }
        if (seen || disputed || isOlderNumberOfUnifiedCode(row, known)) {
            return Decision.waits(
                    CodeFault.DUPLICATE_CODE,
                    "other-name",
                    refusal("register.code-of-another-name", Map.of("name", known.name())));
        }
        return Decision.enters(row, true, !row.particulars().equals(known.particulars()));
    }

    /** The older number is evidence of an organisation that has its unified code: the row can say nothing new. */
    private static boolean isOlderNumberOfUnifiedCode(ReadRow row, Known known) {
        return row.hasOlderNumber() && known.code() != null;
    }

    private static Finding refusal(String code, Map<String, String> facts) {
        return new Finding(code, Weight.REFUSAL, null, facts, null);
    }

    private static Finding warning(String code, Map<String, String> facts) {
        return new Finding(code, Weight.WARNING, null, facts, null);
    }

    /**
     * @param newName the row's name becomes the current one
     * @param newVersion the row's particulars become the current ones
     * @param fault what the code-quality queue is to hold, when anything
     * @param reason of the fault, in one stable word
     */
    record Decision(
            Answer answer,
            boolean newName,
            boolean newVersion,
            @Nullable CodeFault fault,
            String reason,
            List<Finding> findings) {

        private static Decision without(Answer answer, @Nullable Finding finding) {
            return new Decision(answer, false, false, null, "", finding == null ? List.of() : List.of(finding));
        }

        private static Decision waits(CodeFault fault, String reason, Finding finding) {
            return new Decision(Answer.WAITING, false, false, fault, reason, List.of(finding));
        }

        private static Decision enters(ReadRow row, boolean newName, boolean newVersion) {
            if (row.hasOlderNumber()) {
                return new Decision(
                        Answer.ACCEPTED,
                        newName,
                        newVersion,
                        CodeFault.OLDER_NUMBER_ONLY,
                        row.code().kind().word(),
                        List.of(warning("register.older-number-only", Map.of())));
            }
            if (row.code().has(CodeReason.INNER_ORGANISATION_CODE)) {
                return new Decision(
                        Answer.ACCEPTED,
                        newName,
                        newVersion,
                        CodeFault.INNER_ORGANISATION_CODE,
                        CodeReason.INNER_ORGANISATION_CODE.word(),
                        List.of(warning("register.inner-organisation-code", Map.of())));
            }
            return new Decision(Answer.ACCEPTED, newName, newVersion, null, "", List.of());
        }
    }
}
