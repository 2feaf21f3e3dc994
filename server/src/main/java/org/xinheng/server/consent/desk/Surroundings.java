package org.xinheng.server.consent.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.policy.PolicyInForce;

/** Rules, clock, transactions and listeners. */
public record Surroundings(
        PolicyInForce inForce, Clock clock, TransactionOperations transactions, ApplicationEventPublisher events) {

    public Policy policy() {
        return inForce.policy();
    }

    public ConsentRules rules() {
        return policy().instruments().consent();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Asia/Shanghai, as the clock of the whole server. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
