package org.xinheng.server.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.Finding;

/**
 * The answer to one row.
 *
 * @param row number of the row in the delivery, see {@link Delivery#placeOf}
 * @param reason code of the reason for a row out of scope; empty otherwise
 * @param fact the other row or organisation that the cause speaks of, or 0
 * @param findings of the checks, refusals and warnings
 * @param cells the cleaned row in the order of the type's fields, when it waits or was refused; empty otherwise, and always
 *     for a row out of scope
 */
public record RowReceipt(
        int row,
        RowCause cause,
        String reason,
        long fact,
        List<Finding> findings,
        @Nullable String[] cells) {

    public RowReceipt {
        findings = List.copyOf(findings);
    }

    public RowOutcome outcome() {
        return cause.outcome();
    }
}
