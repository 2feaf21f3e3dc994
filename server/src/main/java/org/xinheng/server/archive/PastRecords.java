package org.xinheng.server.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Archive.RecordHistory;

/**
 * Records of an organisation as they were known at a position. For auditor, court and the organisation itself, never on a
 * public endpoint; the caller logs ground and file number.
 */
public interface PastRecords {

    /**
     * Every record of which any version was known, ended ones too, in a fixed order.
     *
     * @param after address of the last record seen; null at the beginning
     */
    List<RecordHistory> of(long organisationId, Position knownAt, @Nullable String after, int limit);
}
