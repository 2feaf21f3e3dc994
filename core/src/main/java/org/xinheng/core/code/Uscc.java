package org.xinheng.core.code;

import java.util.Arrays;

/**
 * Unified social credit code (统一社会信用代码), GB 32100-2015 with Amendment 1: 18 characters, normalised. It is for life;
 * its region is the one at registration and never moves with a boundary reform, so it says nothing about where the
 * organisation is today.
 *
 * <p>The check character may fail: early pilots issued lawful codes whose check character does not compute. Outside
 * input goes through {@link CodeReader}.
 */
public record Uscc(String value) implements Comparable<Uscc> {

    /** Characters of a USCC. */
    public static final int LENGTH = 18;

    static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;
    private static final byte[] VALUES = valuesOfCharacters();
    /** GB 32100-2015 annex A: the weight of character i is 3^(i-1) mod 31. */
    private static final byte[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public Uscc {
        if (!hasShape(value)) {
            throw new IllegalArgumentException("not the shape of a USCC: " + value.length() + " characters");
        }
    }

    /** A code from a trusted place, already normalised; throws {@link IllegalArgumentException} on another shape. */
    public static Uscc of(String value) {
        return new Uscc(value);
    }

    /** Whether a text is a code as it stands, its check character included; lawful early codes without one are not. */
    public static boolean isValid(String text) {
        return hasShape(text) && of(text).checkHolds();
    }

    /** The check character for the first 17 characters; they must be of the set. */
    public static char checkCharacter(CharSequence first17) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = valueOf(first17.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not a character of a USCC at position " + (i + 1));
            }
            sum += value * WEIGHTS[i];
        }
        return checkCharacterFor(sum);
    }

    /** Characters 1 and 2: registering authority and category. */
    public String prefix() {
        return value.substring(0, 2);
    }

    /** Characters 3 to 8: the division of the registering authority at the time of registration. */
    public String region() {
        return value.substring(2, 8);
    }

    /** Characters 9 to 17; its own check digit may fail. */
    public OrganisationCode organisationCode() {
        return new OrganisationCode(value.substring(8, 17));
    }

    public boolean checkHolds() {
        return checkCharacter(value) == value.charAt(LENGTH - 1);
    }

    @Override
    public int compareTo(Uscc other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    static boolean hasShape(CharSequence text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isCharacter(char c) {
        return valueOf(c) >= 0;
    }

    /** 0 to 30, or -1 for a character that no USCC holds. */
    static int valueOf(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    static int weightAt(int index) {
        return WEIGHTS[index];
    }

    static char checkCharacterFor(int weightedSum) {
        // The outer remainder is the usual mistake: without it every 31st code, with remainder 0, is thought wrong.
        return CHARACTERS.charAt((MODULUS - weightedSum % MODULUS) % MODULUS);
    }

    private static byte[] valuesOfCharacters() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < CHARACTERS.length(); i++) {
            values[CHARACTERS.charAt(i)] = (byte) i;
        }
        return values;
    }
}
