package org.xinheng.packs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/** What every check of rules does: it looks up what a rule names, and tells what is not there at the line of the rule. */
abstract class RuleCheck {

    final Policy policy;
    final Reading reading;

    RuleCheck(Policy policy, Reading reading) {
        this.policy = policy;
        this.reading = reading;
    }

    final void types(Rule rule, List<String> types) {
        types.forEach(type -> known(rule, type, policy.recordTypes().keySet(), "catalogue"));
    }

    final void clock(Rule rule, @Nullable String clock) {
        if (clock != null) {
            known(rule, clock, policy.deadlines().keySet(), "deadlines");
        }
    }

    /** Where the pack has a table of bodies, a mandate is between two of them. */
    final void body(Rule rule, String named) {
        boolean known = policy.authorities().isEmpty()
                || policy.authorities().stream().anyMatch(authority -> Functions.names(named, authority));
        if (!known) {
            fault(rule, "mandate.body", named);
        }
    }

    /** Where the server goes by the id of a body, its code is none. */
    final boolean bodyId(Rule rule, String id) {
        boolean known = policy.authorities().stream().anyMatch(body -> body.id().equals(id));
        if (!known) {
            fault(rule, "reference.dangling", id, "authorities");
        }
        return known;
    }

    /** Kinds of decisions are those of the field's code list, where it has one. */
    final void kinds(Rule rule, Field field, List<String> kinds) {
        CodeList list = field.codeList() == null ? null : policy.codeLists().get(field.codeList());
        if (list != null) {
            kinds.forEach(kind -> known(rule, kind, list.values().keySet(), "codelists/" + list.id()));
        }
    }

    final Optional<Set<String>> values(String codeList) {
        return Optional.ofNullable(policy.codeLists().get(codeList))
                .map(list -> list.values().keySet());
    }

    final void known(Rule rule, String id, Collection<String> all, String where) {
        if (!all.contains(id) && !id.isEmpty()) {
            fault(rule, "reference.dangling", id, where);
        }
    }

    /** At the block of the rule: the line is that of its beginning. */
    final void fault(Rule rule, String code, String... facts) {
        reading.faults().add(reading.nodeOf(rule), code, facts);
    }
}
