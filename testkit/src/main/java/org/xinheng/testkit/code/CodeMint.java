package org.xinheng.testkit.code;

import java.util.random.RandomGenerator;

/**
 * Makes unified social credit codes that pass both check digits (GB 32100-2015, GB 11714) for organisations that do not
 * exist: with a region such as 990101 no real code can be met. Written apart from {@code core.code}, so that either finds a
 * fault of the other.
 */
public final class CodeMint {

    private static final String CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CodeMint() {}

    /**
     * @param prefix two characters: registering authority and category
     * @param region six-digit division
     * @param serial 0 to 99,999,999: the same serial gives the same code
     */
    public static String uscc(String prefix, String region, long serial) {
        String body = "MA" + base31(serial, 6);
        String first17 = prefix + region + body + organisationCheck(body);
        return first17 + usccCheck(first17);
    }

    /** A code of the right shape whose last character is wrong, as early Fujian codes are. */
    public static String withWrongCheck(String uscc, RandomGenerator random) {
        char right = uscc.charAt(17);
        char wrong;
        do {
            wrong = CHARSET.charAt(random.nextInt(CHARSET.length()));
        } while (wrong == right);
        return uscc.substring(0, 17) + wrong;
    }

    private static String base31(long serial, int length) {
        char[] out = new char[length];
        long rest = serial;
        for (int i = length - 1; i >= 0; i--) {
            out[i] = CHARSET.charAt((int) (rest % 31));
            rest /= 31;
        }
        return new String(out);
    }

    private static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(body.charAt(i), 36) * BODY_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char usccCheck(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CHARSET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CHARSET.charAt((31 - sum % 31) % 31);
    }
}
