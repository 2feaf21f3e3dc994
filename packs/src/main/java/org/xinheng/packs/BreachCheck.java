package org.xinheng.packs;

import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;

/** Whether everybody whom a breach is put before is there, and every record that is told of is a breach. */
final class BreachCheck extends RuleCheck {

    BreachCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check(BreachRules breaches) {
        Rule rule = breaches.rule();
        known(rule, breaches.acknowledge(), policy.deadlines().keySet(), "deadlines");
        breaches.prefixes()
                .forEach(prefix -> known(rule, prefix, policy.codes().prefixes().keySet(), "uscc-prefixes"));
        checkSuperiors(breaches);
        breaches.enterprises().forEach(one -> checkEnterprise(breaches, one));
        breaches.breaches().forEach(one -> checkBreach(rule, one));
    }

    /** Nobody is told of its own breach as its superior. */
    private void checkSuperiors(BreachRules breaches) {
        Rule rule = breaches.rule();
        Set<String> bodies = policy.authorities().stream().map(Authority::id).collect(Collectors.toSet());
        known(rule, breaches.otherwise(), bodies, "authorities");
        breaches.superiors().forEach((body, superior) -> {
            known(rule, superior, bodies, "authorities");
            known(rule, body, bodies, "authorities");
            if (body.equals(superior)) {
                fault(rule, "breach.own-superior", body);
            }
        });
        if (!breaches.superiors().containsKey(breaches.otherwise())) {
            fault(rule, "breach.own-superior", breaches.otherwise());
        }
    }

    /** The register and the table of bodies name nobody twice: else two superiors would be told, or the wrong one. */
    private void checkEnterprise(BreachRules breaches, BreachRules.Enterprise enterprise) {
        Rule rule = breaches.rule();
        if (breaches.prefixes().stream().anyMatch(enterprise.code()::startsWith)) {
            fault(rule, "breach.enterprise-public", enterprise.code());
        }
        policy.authority(enterprise.superior())
                .filter(superior -> superior.id().equals(enterprise.superior()))
                .ifPresentOrElse(
                        superior -> {
                            if (superior.code().equals(enterprise.code())) {
                                fault(rule, "breach.own-superior", enterprise.code());
                            }
                        },
                        () -> fault(rule, "breach.enterprise-superior", enterprise.code(), enterprise.superior()));
        policy.authority(enterprise.code())
                .map(Authority::id)
                .filter(breaches.superiors()::containsKey)
                .ifPresent(id -> fault(rule, "breach.enterprise-twice", enterprise.code(), id));
    }

    /** Of a breach only its number is told, so that the number must be one that anybody may read. */
    private void checkBreach(Rule rule, BreachRules.Breach breach) {
        known(rule, breach.recordType(), policy.recordTypes().keySet(), "catalogue");
        policy.recordType(breach.recordType()).ifPresent(type -> {
            type.field(Field.Role.KIND).ifPresent(field -> kinds(rule, field, breach.kinds()));
            if (type.nature() == RecordType.Nature.FAVOURABLE
                    || (type.nature() == RecordType.Nature.NEUTRAL
                            && breach.kinds().isEmpty())) {
                fault(rule, "breach.no-breach", type.id());
            }
            type.field(Field.Role.DOCUMENT_NUMBER)
                    .filter(field -> field.privacy() != Field.Privacy.PUBLIC)
                    .ifPresent(field -> fault(rule, "breach.number-not-public", type.id(), field.name()));
        });
    }
}
