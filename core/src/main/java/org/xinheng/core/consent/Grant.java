package org.xinheng.core.consent;

import java.time.LocalDate;
import java.util.Set;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.record.DateWindow;

/**
 * What an organisation granted (授权书), word for word what it signed.
 *
 * @param reader id of the institution
 * @param purpose id of the purpose
 * @param data ids of categories
 * @param decided days of decision of the records that may be read
 * @param frequency how often may be read
 * @param life first and last day of the grant
 */
public record Grant(
        String reader, String purpose, Set<String> data, DateWindow decided, Frequency frequency, DateWindow life) {

    public Grant {
        data = Set.copyOf(data);
    }

    /** Whether a record of a granted read lies inside. @param decidedOn its day of decision */
    public boolean covers(LocalDate decidedOn) {
        return decided.covers(decidedOn);
    }
}
