package org.xinheng.core.code;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The standards read word for word and computed slowly, sharing nothing with the code under test. */
final class SlowCodes {

    private static final List<String> PREFIXES = List.of(TestTables.PREFIXES.split(" "));
    private static final String SET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{18}");
    private static final BigInteger[] POWERS_OF_THREE =
            IntStream.range(0, 17).mapToObj(i -> BigInteger.valueOf(3).pow(i)).toArray(BigInteger[]::new);

    private SlowCodes() {}

    static Verdict uscc(String code) {
        if (!SHAPE.matcher(code).matches() || !PREFIXES.contains(code.substring(0, 2))) {
            return Verdict.INVALID;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 17; i++) {
            sum = sum.add(POWERS_OF_THREE[i].multiply(BigInteger.valueOf(SET.indexOf(code.charAt(i)))));
        }
        // GB/T 17710: the sum with the check character's own value must be divisible by 31.
        int own = SET.indexOf(code.charAt(17));
        boolean divisible =
                sum.add(BigInteger.valueOf(own)).mod(BigInteger.valueOf(31)).signum() == 0;
        return divisible ? Verdict.VALID : Verdict.CHECKSUM_MISMATCH;
    }

    static boolean innerHolds(String code) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(code.charAt(8 + i), 36) * weights[i];
        }
        int own = code.charAt(16) == 'X' ? 10 : Character.digit(code.charAt(16), 10);
        return own >= 0 && (sum + own) % 11 == 0;
    }

    /** ISO 7064 MOD 11,10 with the check digit inside the recursion: the end must be 1. */
    static boolean registrationHolds(String digits) {
        int product = 10;
        for (int i = 0; i < 14; i++) {
            int sum = product + digits.charAt(i) - '0';
            int reduced = sum % 10 == 0 ? 10 : sum % 10;
            product = reduced * 2 % 11;
        }
        return (product + digits.charAt(14) - '0') % 10 == 1;
    }

    /** ISO 7064 MOD 11-2: the whole number with powers of two must leave 1. */
    static boolean residentHolds(String number) {
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            int value = number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0';
            sum += value
                    * BigInteger.TWO
                            .modPow(BigInteger.valueOf(17 - i), BigInteger.valueOf(11))
                            .intValue();
        }
        return sum % 11 == 1;
    }
}
