package org.xinheng.core.code;

/**
 * Organisation code (组织机构代码), GB 11714: eight characters and a check digit, stored without the hyphen. Inside a USCC it
 * stands as characters 9 to 17. The check digit may fail; {@link #checkHolds()} tells.
 */
public record OrganisationCode(String value) implements Comparable<OrganisationCode> {

    /** Characters of an organisation code, with its check digit. */
    public static final int LENGTH = 9;

    private static final int BODY = 8;
    /** GB 11714: the weights of the eight characters of the body. */
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public OrganisationCode {
        if (value.length() != LENGTH || !hasCharacters(value)) {
            throw new IllegalArgumentException("not the shape of an organisation code");
        }
    }

    /** A code from a trusted place, already normalised; throws {@link IllegalArgumentException} on another shape. */
    public static OrganisationCode of(String value) {
        return new OrganisationCode(value);
    }

    /** The check digit (0-9 or X) for eight characters 0-9, A-Z. */
    public static char checkDigit(CharSequence body) {
        return checkDigit(body, 0);
    }

    public boolean checkHolds() {
        return checkHolds(value, 0);
    }

    @Override
    public int compareTo(OrganisationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    static boolean checkHolds(CharSequence text, int from) {
        return checkDigit(text, from) == text.charAt(from + BODY);
    }

    /** Whether all characters may stand in an organisation code. A check place with another letter is a failing check. */
    static boolean hasCharacters(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (valueOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static char checkDigit(CharSequence text, int from) {
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += valueOf(text.charAt(from + i)) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static int valueOf(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }
}
