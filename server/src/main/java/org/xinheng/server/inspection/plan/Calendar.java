package org.xinheng.server.inspection.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.inspection.plan.Plan.Visit;
import org.xinheng.server.policy.PolicyInForce;

/** When what of an inspection is public: worked out from dates when it is asked, so that nothing waits for anybody's act. */
public final class Calendar {

    private final PolicyInForce inForce;
    private final Clock clock;

    public Calendar(PolicyInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The earliest first day of visits of a plan that is made known today. */
    LocalDate earliestVisit(InspectionRules rules) {
        return due(rules.publication().plan(), today());
    }

    /** The day from which the drawn list is public at the latest. */
    public LocalDate listDue(Plan plan) {
        return rulesOf()
                .map(rules -> due(rules.publication().list(), plan.order().lastDay()))
                .orElse(plan.order().lastDay().plusDays(1));
    }

    /** The last day on which a visit's result is published in time. */
    public LocalDate resultDue(Plan plan) {
        return rulesOf()
                .map(rules -> due(rules.publication().results(), plan.order().lastDay()))
                .orElse(plan.order().lastDay());
    }

    /** Whether drawn list and results are public: after all visits were made, at the latest when the period for the list is over. */
    public boolean isListPublic(Plan plan, List<Visit> visits) {
        boolean allMade = !visits.isEmpty() && visits.stream().allMatch(visit -> visit.result() != null);
        return plan.drawn() != null && (allMade || !today().isBefore(listDue(plan)));
    }

    private Optional<InspectionRules> rulesOf() {
        return Optional.ofNullable(inForce.policy().instruments().inspection());
    }

    private LocalDate due(String id, LocalDate start) {
        Policy policy = inForce.policy();
        return DueDate.of(policy.deadline(id, start), policy.calendar(), start).date();
    }
}
