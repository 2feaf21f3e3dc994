package org.xinheng.server.evaluation.given;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.release.GradeDoor;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * What is asked of elsewhere, clock and transactions.
 *
 * @param apart a transaction of its own, for what may fail without harm to the one that goes on
 */
record Surroundings(
        PolicyInForce inForce,
        Evaluations evaluations,
        GradeDoor door,
        StandingConsents consents,
        Organisations organisations,
        Archive archive,
        Clock clock,
        TransactionOperations transactions,
        TransactionOperations apart) {

    Instant now() {
        return clock.instant();
    }

    /** Asia/Shanghai, as the clock of the whole server. */
    LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }
}
