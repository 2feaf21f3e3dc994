package org.xinheng.core.code;

/**
 * Business registration number (工商注册号) from before the USCC: 15 digits by GS 15-2006, or the 13 digits used before it.
 * Kept as evidence; it is never turned into a USCC.
 */
public record RegistrationNumber(String value) implements Comparable<RegistrationNumber> {

    /** Digits by GS 15-2006, with the check digit. */
    public static final int LENGTH = 15;

    /** Digits before GS 15-2006, without a check digit. */
    public static final int OLDER_LENGTH = 13;

    public RegistrationNumber {
        if ((value.length() != LENGTH && value.length() != OLDER_LENGTH) || !isDigits(value)) {
            throw new IllegalArgumentException("not the shape of a registration number");
        }
    }

    /** A number from a trusted place, already normalised; throws {@link IllegalArgumentException} on another shape. */
    public static RegistrationNumber of(String value) {
        return new RegistrationNumber(value);
    }

    /** The check digit for the first 14 digits: ISO 7064 MOD 11,10. */
    public static char checkDigit(CharSequence first14) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + first14.charAt(i) - '0') % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    /** Digits 1 to 6: the authority of the first registration. */
    public String region() {
        return value.substring(0, 6);
    }

    /** False also for the 13 digits, which have no check digit that could hold. */
    public boolean checkHolds() {
        return value.length() == LENGTH && checkHolds(value);
    }

    @Override
    public int compareTo(RegistrationNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    static boolean checkHolds(CharSequence fifteenDigits) {
        return checkDigit(fifteenDigits) == fifteenDigits.charAt(LENGTH - 1);
    }

    static boolean isDigits(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
