package org.xinheng.server.intake.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Reads what a program says of itself and of what it wants. */
final class Accepted {

    private static final int LONGEST_ID = 19;

    private Accepted() {}

    /** Chinese unless {@code Accept-Language} begins with English, as for problems. */
    static Words words(@Nullable String acceptLanguage) {
        return Words.in(
                acceptLanguage != null && acceptLanguage.startsWith("en") ? Language.ENGLISH : Language.CHINESE);
    }

    static Optional<Long> id(String written) {
        boolean number = !written.isEmpty()
                && written.length() <= LONGEST_ID
                && written.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        try {
            return number ? Optional.of(Long.parseLong(written)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
