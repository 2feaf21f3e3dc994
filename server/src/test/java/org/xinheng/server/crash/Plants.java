package org.xinheng.server.crash;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up personal data, each value used once, so that whatever is found says where it came in. */
final class Plants {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final String RARE = "旸昪琭甯祎翀翯菂蓁韫飔骎垚堃淏湉滢烜煦玥";

    private final Map<String, String> places = new LinkedHashMap<>();
    private int next;
    private int names;

    private String plant(String value, String place) {
        if (places.put(value, place) != null) {
            throw new IllegalStateException("planted twice: " + value);
        }
        return value;
    }

    /** An identity number whose region, date and check character hold (GB 11643). */
    String identityNumber(String place) {
        int n = next++;
        var first17 = "110105" + "19%02d%02d%02d".formatted(50 + n % 45, 1 + n / 45 % 12, 1 + n % 28)
                + "%03d".formatted(100 + n % 900);
        int sum = 0;
        for (int i = 0; i < first17.length(); i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return plant(first17 + CHECKS.charAt(sum % 11), place);
    }

    String mobile(String place) {
        return plant("1387%07d".formatted(3_141_592 + 17 * next++), place);
    }

    /** Nineteen digits that pass Luhn. */
    String card(String place) {
        var first18 = "62220288%010d".formatted(2_718_281_828L + 31L * next++);
        for (int check = 0; check < 10; check++) {
            if (holdsLuhn(first18 + check)) {
                return plant(first18 + check, place);
            }
        }
        throw new IllegalStateException(first18);
    }

    private static boolean holdsLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    String plate(String place) {
        return plant("京Q%05d".formatted(70_001 + 7 * next++), place);
    }

    /** What stands behind 住址：. */
    String home(String place) {
        return plant("漱玉路%d号%d单元".formatted(1_000 + next++, 1 + next % 9), place);
    }

    String name(String place) {
        int n = names++;
        return plant("欧阳" + rare(n) + rare(n / RARE.length()) + rare(n / RARE.length() / RARE.length()), place);
    }

    private static char rare(int n) {
        return RARE.charAt(n % RARE.length());
    }

    /** A word like no other, for cells of which nothing at all may stay. */
    String word(String place) {
        return plant("Leak%05dQz".formatted(next++), place);
    }

    int size() {
        return places.size();
    }

    ByteSearch search() {
        var patterns = new ArrayList<ByteSearch.Pattern>();
        places.forEach((value, place) -> {
            for (var charset : CHARSETS) {
                patterns.add(new ByteSearch.Pattern(value.getBytes(charset), place + ", " + charset + ": " + value));
            }
        });
        return new ByteSearch(patterns);
    }
}
