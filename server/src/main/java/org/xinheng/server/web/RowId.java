package org.xinheng.server.web;

import java.util.Optional;

/** An id out of the database as people and programs write it: digits and nothing else. */
public final class RowId {

    private static final int LONGEST = 19;

    private RowId() {}

    /** Empty for whatever is no such id. */
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
