package org.xinheng.server.organisation.store;

import org.jspecify.annotations.Nullable;

/**
 * What the register holds under a code or older number.
 *
 * @param code its unified code; null when the older number is all that is known
 * @param ordinal of the current name
 * @param particulars null for a stub
 * @param version of the particulars; 0 for a stub
 */
record Known(
        long id,
        @Nullable String code,
        int ordinal,
        String name,
        String nameKey,
        int version,
        @Nullable Particulars particulars) {}
