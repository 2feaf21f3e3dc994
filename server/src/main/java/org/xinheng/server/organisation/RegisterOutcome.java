package org.xinheng.server.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.Finding;

/**
 * What became of one row of a register.
 *
 * @param organisationId the subject that the row is about; null while it waits or was refused
 * @param findings why, in the row's own order; the words stand in the message bundles
 * @param queued whether the code-quality queue holds an open entry for this row
 */
public record RegisterOutcome(
        long rowNumber, Answer answer, @Nullable Long organisationId, List<Finding> findings, boolean queued) {

    public RegisterOutcome {
        findings = List.copyOf(findings);
    }

    public enum Answer {
        /** New in the register, or something in it changed. */
        ACCEPTED,
        /** The register says so already. */
        UNCHANGED,
        /** Kept in the code-quality queue until its code is settled. */
        WAITING,
        /** It has no name by which it could be found again, or a human settled that its code has another one. */
        REFUSED,
        /** About a natural person: counted, nothing of it kept. */
        OUT_OF_SCOPE
    }
}
