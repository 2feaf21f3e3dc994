package org.xinheng.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.policy.Rule;

/** Whether classes of risk come from what may place an organisation in them, and whether inspections have a cap for each. */
final class RiskCheck extends RuleCheck {

    RiskCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check(Instruments instruments) {
        RiskRules risk = instruments.risk();
        if (risk != null) {
            checkRisk(risk);
        }
        InspectionRules inspection = instruments.inspection();
        if (inspection != null) {
            checkInspection(inspection, risk);
        }
    }

    /** A class comes from findings and merits, never from a grade: it predicts, and a grade records. */
    private void checkRisk(RiskRules risk) {
        known(risk.rule(), risk.recalculation(), policy.deadlines().keySet(), "deadlines");
        List<String> classes =
                risk.classes().stream().map(RiskRules.RiskClass::id).toList();
        for (RiskRules.Signal signal : risk.signals()) {
            types(signal.rule(), List.of(signal.recordType()));
            known(signal.rule(), signal.riskClass(), classes, "classes");
            if (signal.standing()
                    && policy.instruments().lists().values().stream()
                            .noneMatch(list ->
                                    signal.recordType().equals(list.scope().recordType()))) {
                fault(signal.rule(), "risk.standing-without-list", signal.recordType());
            }
            GateRules gate = policy.gates().get(signal.recordType());
            if (signal.severity() != null && gate != null) {
                known(signal.rule(), signal.severity(), gate.classes().keySet(), "classes");
            }
            if (policy.instruments()
                    .catalogueEntry(signal.recordType())
                    .filter(CatalogueEntry::isJudgement)
                    .isPresent()) {
                fault(signal.rule(), "risk.from-grade", signal.recordType());
            }
        }
    }

    /** Every class has a cap, and the class of those without one is a class. */
    private void checkInspection(InspectionRules inspection, @Nullable RiskRules risk) {
        Rule rule = inspection.rule();
        List<String> classes = risk == null
                ? List.of()
                : risk.classes().stream().map(RiskRules.RiskClass::id).toList();
        known(rule, inspection.defaultClass(), classes, "risk.classes");
        inspection.burden().mostVisits().keySet().forEach(id -> known(rule, id, classes, "risk.classes"));
        for (String id : classes) {
            if (!inspection.burden().mostVisits().containsKey(id)) {
                fault(rule, "inspection.class-without-cap", id);
            }
        }
        clock(rule, inspection.publication().plan());
        clock(rule, inspection.publication().list());
        clock(rule, inspection.publication().results());
    }
}
