package org.xinheng.server.measure.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A code of a list and what an answer about it rested on when it was looked at last.
 *
 * @param organisation whom it identified; null for nobody
 * @param imprint as {@link Imprints} takes it; owned by this
 */
@SuppressWarnings("ArrayRecordComponent")
record WatchedCode(
        long subscription,
        String matter,
        String code,
        @Nullable Long organisation,
        byte[] imprint) {}
