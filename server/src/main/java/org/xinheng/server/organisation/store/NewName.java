package org.xinheng.server.organisation.store;

import org.jspecify.annotations.Nullable;

/**
 * A name that becomes the current one.
 *
 * @param ordinal counts the names of one organisation from 1
 * @param heard delivered with a row about a stub: no register vouches for it
 */
record NewName(
        long organisationId,
        int ordinal,
        String name,
        String key,
        boolean heard,
        long position,
        @Nullable Long rowNumber) {}
