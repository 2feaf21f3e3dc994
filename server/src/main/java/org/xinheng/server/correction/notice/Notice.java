package org.xinheng.server.correction.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.xinheng.server.archive.RecordChanges.Kind;

/**
 * A notice as it is kept: of the record it has the opaque id and nothing that anybody could read.
 *
 * @param ordinal gap-free, in the order in which notices were written: the cursor of those who fetch
 * @param opaqueId address of the record
 * @param version that ended or came
 * @param dueOn last day on which an acknowledgement is in time (Asia/Shanghai)
 */
public record Notice(
        long ordinal,
        NoticeNumber number,
        Kind kind,
        String opaqueId,
        long organisationId,
        String recordType,
        int version,
        Instant writtenAt,
        LocalDate dueOn) {

    /** Whether copies must go; otherwise they must be replaced. */
    public boolean removes() {
        return switch (kind) {
            case WITHDRAWN, REPAIRED, UNLINKED, EXPIRED, WITHHELD -> true;
            case CORRECTED, MARKED, RESTORED -> false;
        };
    }
}
