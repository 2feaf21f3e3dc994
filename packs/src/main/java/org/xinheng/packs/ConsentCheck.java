package org.xinheng.packs;

import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.RecordType.Nature;
import org.xinheng.core.policy.RecordType.Openness;
import org.xinheng.core.policy.RecordType.Target;
import org.xinheng.core.policy.Rule;

/** Whether everything that the rules of consent name is there, and whether it may be granted at all. */
final class ConsentCheck extends RuleCheck {

    ConsentCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check(ConsentRules rules) {
        for (ConsentRules.Category category : rules.data().values()) {
            for (String type : category.recordTypes()) {
                known(category.rule(), type, policy.recordTypes().keySet(), "catalogue");
                policy.recordType(type).ifPresent(granted -> mayBeGranted(category.rule(), granted));
            }
        }
        for (ConsentRules.Purpose purpose : rules.purposes().values()) {
            purpose.data().forEach(id -> known(purpose.rule(), id, rules.data().keySet(), "data"));
            if (purpose.longest().isZero()) {
                fault(purpose.rule(), "value.period", "0");
            }
        }
        for (ConsentRules.Reader reader : rules.readers().values()) {
            reader.purposes()
                    .forEach(id -> known(reader.rule(), id, rules.purposes().keySet(), "purposes"));
        }
    }

    /** Consent opens no window: what weighs on an organisation is read for as long as the public may see it, or not at all. */
    private void mayBeGranted(Rule rule, RecordType type) {
        if (type.target() != Target.ARCHIVE) {
            fault(rule, "consent.not-archived", type.id());
        }
        if (type.nature() == Nature.ADVERSE && type.openness() != Openness.PUBLIC) {
            fault(rule, "consent.adverse-not-public", type.id());
        }
    }
}
