package org.xinheng.core.code;

/**
 * Judges any text that was given as a code. Pure and safe for many threads; the tables are laid out once, so that a
 * clean code costs one pass over its characters and one finding.
 *
 * <p>Which facts decide: for a USCC its length, its characters, its first two characters and its check character
 * (GB 32100-2015). The region and the check digit of the organisation code inside only inform.
 */
public final class CodeReader {

    private static final int CHARACTERS = 31;
    private static final int REGIONS = 1_000_000;

    private final boolean[] prefixes = new boolean[CHARACTERS * CHARACTERS];
    private final boolean[] regions = new boolean[REGIONS];

    private CodeReader(CodeTables tables) {
        for (String prefix : tables.prefixes().keySet()) {
            prefixes[Uscc.valueOf(prefix.charAt(0)) * CHARACTERS + Uscc.valueOf(prefix.charAt(1))] = true;
        }
        for (String region : tables.regions()) {
            regions[Integer.parseInt(region)] = true;
        }
    }

    public static CodeReader of(CodeTables tables) {
        return new CodeReader(tables);
    }

    public CodeFinding read(String raw) {
        String text = CodeText.normalise(raw);
        return switch (text.length()) {
            case 0 -> invalid(raw, text, CodeKind.UNKNOWN, CodeReason.BLANK.bit());
            case Uscc.LENGTH -> uscc(raw, text);
            case OrganisationCode.LENGTH -> organisationCode(raw, text);
            case RegistrationNumber.LENGTH -> registration15(raw, text);
            case RegistrationNumber.OLDER_LENGTH -> registration13(raw, text);
            default -> otherLength(raw, text);
        };
    }

    private CodeFinding uscc(String raw, String text) {
        int sum = 0;
        boolean characters = true;
        for (int i = 0; i < Uscc.LENGTH - 1; i++) {
            int value = Uscc.valueOf(text.charAt(i));
            characters &= value >= 0;
            sum += value * Uscc.weightAt(i);
        }
        characters &= Uscc.isCharacter(text.charAt(Uscc.LENGTH - 1));
        boolean prefix = isKnownPrefix(text);
        boolean check = characters && Uscc.checkCharacterFor(sum) == text.charAt(Uscc.LENGTH - 1);
        if (ResidentId.matches(text) && !isRatherOrganisation(text, prefix && check)) {
            return residentId();
        }
        if (!characters || !prefix) {
            int reasons = (characters ? 0 : CodeReason.CHARACTER.bit()) | (prefix ? 0 : CodeReason.PREFIX.bit());
            return invalid(raw, text, kindByLength(text, CodeKind.USCC), reasons);
        }
        int facts = (OrganisationCode.checkHolds(text, 8) ? 0 : CodeReason.INNER_ORGANISATION_CODE.bit())
                | (isKnownRegion(text, 2) ? 0 : CodeReason.UNKNOWN_REGION.bit());
        return finding(raw, text, CodeKind.USCC, check ? Verdict.VALID : Verdict.CHECKSUM_MISMATCH, facts);
    }

    /** The same digits can be both a valid USCC and an identity number; then the one whose region exists is meant. */
    private boolean isRatherOrganisation(String text, boolean validUscc) {
        return validUscc && isKnownRegion(text, 2) && !isKnownRegion(text, 0);
    }

    private CodeFinding organisationCode(String raw, String text) {
        char last = text.charAt(OrganisationCode.LENGTH - 1);
        if (!OrganisationCode.hasCharacters(text) || (last > '9' && last != 'X')) {
            return invalid(raw, text, kindByLength(text, CodeKind.ORGANISATION_CODE), CodeReason.CHARACTER.bit());
        }
        Verdict verdict = OrganisationCode.checkHolds(text, 0) ? Verdict.VALID : Verdict.CHECKSUM_MISMATCH;
        return finding(raw, text, CodeKind.ORGANISATION_CODE, verdict, 0);
    }

    private CodeFinding registration15(String raw, String text) {
        if (!RegistrationNumber.isDigits(text)) {
            return invalid(raw, text, kindByLength(text, CodeKind.REGISTRATION_15), CodeReason.CHARACTER.bit());
        }
        if (RegistrationNumber.checkHolds(text)) {
            return finding(raw, text, CodeKind.REGISTRATION_15, Verdict.VALID, 0);
        }
        if (ResidentId.matchesOlderForm(text)) {
            return residentId();
        }
        return finding(raw, text, CodeKind.REGISTRATION_15, Verdict.CHECKSUM_MISMATCH, 0);
    }

    private static CodeFinding registration13(String raw, String text) {
        if (!RegistrationNumber.isDigits(text)) {
            return invalid(raw, text, kindByLength(text, CodeKind.REGISTRATION_13), CodeReason.CHARACTER.bit());
        }
        return finding(raw, text, CodeKind.REGISTRATION_13, Verdict.VALID, CodeReason.NO_CHECK_DIGIT.bit());
    }

    private static CodeFinding otherLength(String raw, String text) {
        if (text.length() > ResidentId.LENGTH && ResidentId.find(raw, 0) >= 0) {
            return residentId();
        }
        int reasons = CodeReason.LENGTH.bit() | (OrganisationCode.hasCharacters(text) ? 0 : CodeReason.CHARACTER.bit());
        return invalid(raw, text, CodeKind.UNKNOWN, reasons);
    }

    /** A wrong or masked character leaves the kind as it was; a sentence of the same length is no code at all. */
    private static CodeKind kindByLength(String text, CodeKind kind) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return CodeKind.UNKNOWN;
            }
        }
        return kind;
    }

    private boolean isKnownPrefix(String text) {
        int first = Uscc.valueOf(text.charAt(0));
        int second = Uscc.valueOf(text.charAt(1));
        return first >= 0 && second >= 0 && prefixes[first * CHARACTERS + second];
    }

    private boolean isKnownRegion(String text, int from) {
        int region = 0;
        for (int i = from; i < from + 6; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            region = region * 10 + digit;
        }
        return regions[region];
    }

    private static CodeFinding residentId() {
        return invalid("", "", CodeKind.UNKNOWN, CodeReason.RESIDENT_ID_NUMBER.bit());
    }

    private static CodeFinding invalid(String raw, String text, CodeKind kind, int reasons) {
        return finding(raw, text, kind, Verdict.INVALID, reasons);
    }

    private static CodeFinding finding(String raw, String text, CodeKind kind, Verdict verdict, int reasons) {
        return new CodeFinding(raw, text, kind, verdict, CodeReason.listOf(reasons));
    }
}
