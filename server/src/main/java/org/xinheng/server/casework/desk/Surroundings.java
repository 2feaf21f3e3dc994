package org.xinheng.server.casework.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.xinheng.core.casework.CaseMachine;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.policy.PolicyInForce;

/** Rules, clock and listeners. */
public record Surroundings(PolicyInForce inForce, Clock clock, ApplicationEventPublisher events) {

    public Policy policy() {
        return inForce.policy();
    }

    public Optional<CaseKind> kind(String id) {
        return policy().instruments().caseKind(id);
    }

    public CaseMachine machine(CaseKind kind) {
        return new CaseMachine(kind, policy(), this::day);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
