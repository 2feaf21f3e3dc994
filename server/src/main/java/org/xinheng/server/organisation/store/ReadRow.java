package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeKind;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.organisation.RegisterRow;

/**
 * A row of a register with its code judged.
 *
 * @param code what was found in the code's column; when that is empty, in the first of the older numbers
 * @param nameKey empty when the row has no name
 * @param older further usable older numbers, kept as evidence
 */
record ReadRow(
        RegisterRow row,
        CodeFinding code,
        String name,
        String nameKey,
        Particulars particulars,
        List<CodeFinding> older) {

    /** Of a code that may be somebody's mistyped identity number nothing but its mask goes any further. */
    static ReadRow of(RegisterRow delivered, CodeReader reader) {
        CodeFinding code = reader.read(delivered.rawCode());
        RegisterRow row = delivered;
        if (code.mayBeResidentId()) {
            row = delivered.withCode(code.masked());
            code = reader.read(row.rawCode());
        }
        List<CodeFinding> older = new ArrayList<>(row.olderCodes().size());
        for (String raw : row.olderCodes()) {
            CodeFinding number = reader.read(raw);
            if (code.has(CodeReason.BLANK) && number.registrationNumber().isPresent()) {
                code = number;
            } else if (number.organisationCode().isPresent()
                    || number.registrationNumber().isPresent()) {
                older.add(number);
            }
        }
        String key = OrganisationName.key(row.name());
        String name = key.isEmpty() ? "" : OrganisationName.of(row.name()).value();
        return new ReadRow(row, code, name, key, Particulars.of(row), older);
    }

    /** A resident's number in place of a code or inside the name: a person is meant. */
    boolean isAboutPerson() {
        return code.has(CodeReason.RESIDENT_ID_NUMBER) || ResidentId.find(row.name(), 0) >= 0;
    }

    boolean hasUnifiedCode() {
        return code.uscc().isPresent();
    }

    boolean hasOlderNumber() {
        return code.registrationNumber().isPresent();
    }

    /** Under which the register may hold it; null when the code cannot be anybody's. */
    @Nullable
    String key() {
        return hasUnifiedCode() || hasOlderNumber() ? code.normalised() : null;
    }

    boolean fails() {
        return hasUnifiedCode() && code.verdict() == Verdict.CHECKSUM_MISMATCH;
    }

    /** Why the code is of no use, in one stable word. */
    String fault() {
        return code.kind() == CodeKind.ORGANISATION_CODE && code.verdict() != Verdict.INVALID
                ? CodeKind.ORGANISATION_CODE.word()
                : code.reasons().isEmpty()
                        ? "check-character"
                        : code.reasons().getFirst().word();
    }
}
