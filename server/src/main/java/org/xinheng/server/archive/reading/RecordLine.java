package org.xinheng.server.archive.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;

/**
 * One record in a list for staff.
 *
 * @param type null when the pack in force no longer knows it
 * @param what title of the document, or the conduct that it is about
 * @param number of the document
 * @param party null when the register does not answer for it
 * @param authority name of the deciding authority
 * @param source name of the delivering source
 * @param reasons codes of the steps of the gate, in order
 */
public record RecordLine(
        RecordVersion version,
        @Nullable RecordType type,
        String what,
        @Nullable String number,
        @Nullable OrganisationLabel party,
        String authority,
        String source,
        List<String> reasons) {

    public RecordLine {
        reasons = List.copyOf(reasons);
    }

    public String address() {
        return version.address();
    }
}
