package org.xinheng.server.measure.question;

import java.util.Optional;

/** The number of a receipt as people and programs write it. */
public final class ReceiptId {

    private static final int LONGEST = 19;

    private ReceiptId() {}

    public static Optional<Long> read(String written) {
        boolean number = !written.isEmpty()
                && written.length() <= LONGEST
                && written.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        try {
            return number ? Optional.of(Long.parseLong(written)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
