package org.xinheng.core.code;

import java.util.List;
import java.util.Optional;

/**
 * What was found about one text that was given as a code.
 *
 * @param raw the text as given; blank when it is a resident's identity number, so that nobody keeps it by accident
 * @param normalised half-width, upper case, without blanks and hyphens; blank when it is a resident's identity number
 * @param reasons in the order of {@link CodeReason}; a valid code may have some that only inform
 */
public record CodeFinding(String raw, String normalised, CodeKind kind, Verdict verdict, List<CodeReason> reasons) {

    private static final int SHOWN = 6;

    public CodeFinding {
        reasons = List.copyOf(reasons);
    }

    public boolean has(CodeReason reason) {
        return reasons.contains(reason);
    }

    /** Whether it is no valid code and may be a mistyped identity number: then only {@link #masked} is to be kept. */
    public boolean mayBeResidentId() {
        return verdict != Verdict.VALID && ResidentId.hasForm(normalised);
    }

    /** The first six characters, which tell a division and nobody's birthday; a star for each of the others. */
    public String masked() {
        int shown = Math.min(SHOWN, normalised.length());
        return normalised.substring(0, shown) + "*".repeat(normalised.length() - shown);
    }

    /** The USCC, also one whose check character fails: whether that may stand is for the authority to say. */
    public Optional<Uscc> uscc() {
        return is(CodeKind.USCC) ? Optional.of(new Uscc(normalised)) : Optional.empty();
    }

    public Optional<OrganisationCode> organisationCode() {
        return is(CodeKind.ORGANISATION_CODE) ? Optional.of(new OrganisationCode(normalised)) : Optional.empty();
    }

    /** The older registration number, of 15 or 13 digits. */
    public Optional<RegistrationNumber> registrationNumber() {
        return is(CodeKind.REGISTRATION_15) || is(CodeKind.REGISTRATION_13)
                ? Optional.of(new RegistrationNumber(normalised))
                : Optional.empty();
    }

    private boolean is(CodeKind wanted) {
        return kind == wanted && verdict != Verdict.INVALID;
    }
}
