package org.xinheng.server.organisation.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.RegistrationNumber;

/** Which entry of the national list of categories (GB 32100, first two characters) an organisation belongs to. */
final class CategoryOfCode {

    /** GS 15-2006: the first digit of the sequence tells; 6 to 9 are individual businesses (个体工商户). */
    private static final int FIRST_DIGIT_OF_SEQUENCE = 6;

    private static final char FIRST_OF_INDIVIDUAL_BUSINESSES = '6';
    private static final String ENTERPRISE = "91";
    private static final String INDIVIDUAL_BUSINESS = "92";
    private static final String OTHER_OF_COMMERCE = "99";

    private CategoryOfCode() {}

    static Optional<String> prefix(@Nullable String code, @Nullable String older) {
        if (code != null) {
            return Optional.of(code.substring(0, 2));
        }
        if (older == null) {
            return Optional.empty();
        }
        if (older.length() != RegistrationNumber.LENGTH) {
            return Optional.of(OTHER_OF_COMMERCE);
        }
        return Optional.of(
                older.charAt(FIRST_DIGIT_OF_SEQUENCE) >= FIRST_OF_INDIVIDUAL_BUSINESSES
                        ? INDIVIDUAL_BUSINESS
                        : ENTERPRISE);
    }
}
