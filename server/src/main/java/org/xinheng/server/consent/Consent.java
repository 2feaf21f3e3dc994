package org.xinheng.server.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.consent.Standing;

/**
 * A grant as it was signed and as it stands (授权书).
 *
 * @param wording text that was signed, paragraphs parted by line feeds; in Chinese
 * @param sha256 of the wording in UTF-8, as 64 hexadecimal digits
 * @param ruleVersion version of the pack under which it was signed
 * @param signedBy account of the organisation
 * @param recordTypes ids of the record types that its categories held when it was signed: no later pack adds any
 * @param standing as its organisation left it; its days are another matter ({@link #standsOn})
 */
public record Consent(
        long id,
        long organisationId,
        Grant grant,
        String wording,
        String sha256,
        String ruleVersion,
        String signedBy,
        Instant signedAt,
        Set<String> recordTypes,
        Standing standing) {

    public Consent {
        recordTypes = Set.copyOf(recordTypes);
    }

    /** Whether reads are possible on a day (Asia/Shanghai). */
    public boolean standsOn(LocalDate day) {
        return standing == Standing.ACTIVE && grant.life().covers(day);
    }
}
