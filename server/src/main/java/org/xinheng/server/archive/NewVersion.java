package org.xinheng.server.archive;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A record as a delivery brings it, checked and matched; whether it becomes a version the archive decides.
 *
 * @param recordId identity within the organisation: 64 bits of the natural key
 * @param row number of the row in its delivery
 * @param authority code of the deciding authority
 * @param receivedAt first receipt of the row, whatever waiting followed
 * @param payload canonical bytes; owned by the archive from here on
 */
public record NewVersion(
        long organisationId,
        long recordId,
        int row,
        LocalDate decidedOn,
        String authority,
        Publication publication,
        Instant receivedAt,
        byte[] payload) {

    /** The same row, known to have come before. */
    public NewVersion firstReceived(Instant at) {
        return new NewVersion(organisationId, recordId, row, decidedOn, authority, publication, at, payload);
    }
}
