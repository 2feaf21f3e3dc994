package org.xinheng.server.measure.column;

import java.time.Clock;
import java.time.LocalDate;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** What the columns are read from. */
record ColumnSources(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {

    Policy policy() {
        return inForce.policy();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
