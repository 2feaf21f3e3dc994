package org.xinheng.server.organisation;

import java.util.Set;

/** How a question of the code-quality queue ended. Names are kept in the database: they never change. */
public enum CodeResolution {
    /** The registering authority confirms the code: it is taken, although it fails a check. */
    CONFIRMED,
    /** The source has corrected it and delivers it again. */
    CORRECTED,
    /** The register stands; the row was wrong. */
    KEPT,
    /** Not to be registered. */
    DISMISSED;

    /** Ways in which a question can end. */
    public static Set<CodeResolution> of(CodeFault fault) {
        return switch (fault) {
            case CHECKSUM_MISMATCH -> Set.of(CONFIRMED, CORRECTED, DISMISSED);
            case MALFORMED_CODE, OLDER_NUMBER_ONLY -> Set.of(CORRECTED, DISMISSED);
            case DUPLICATE_CODE, PARTICULARS_DIFFER -> Set.of(CORRECTED, KEPT);
            case INNER_ORGANISATION_CODE -> Set.of(CONFIRMED, CORRECTED);
        };
    }
}
