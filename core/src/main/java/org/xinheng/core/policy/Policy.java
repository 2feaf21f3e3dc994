package org.xinheng.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;

/**
 * Everything a place's effective pack says, on top of the packs it extends.
 *
 * @param pack name of the pack
 * @param version SHA-256 over all files of the pack and the packs below it: the rule version that answers quote
 * @param authorities empty where the pack declares none: then any valid code may deliver
 */
public record Policy(
        String pack,
        String version,
        Place place,
        WorkingCalendar calendar,
        CodeTables codes,
        Map<String, RecordType> recordTypes,
        Map<String, CodeList> codeLists,
        Map<String, GateRules> gates,
        Map<String, DeadlineRule> deadlines,
        List<Authority> authorities,
        Map<String, Matter> matters,
        List<Measure> measures,
        List<Rule> rules) {

    public Policy {
        recordTypes = Map.copyOf(recordTypes);
        codeLists = Map.copyOf(codeLists);
        gates = Map.copyOf(gates);
        deadlines = Map.copyOf(deadlines);
        authorities = List.copyOf(authorities);
        matters = Map.copyOf(matters);
        measures = List.copyOf(measures);
        rules = List.copyOf(rules);
    }

    /** @throws IllegalArgumentException when the pack has no such deadline: a fault of the pack, found when it is loaded */
    public DeadlineRule deadline(String id) {
        DeadlineRule rule = deadlines.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no deadline " + id + " in pack " + pack);
        }
        return rule;
    }

    public Optional<RecordType> recordType(String id) {
        return Optional.ofNullable(recordTypes.get(id));
    }

    public Optional<Authority> authority(String codeOrId) {
        return authorities.stream()
                .filter(a -> a.code().equals(codeOrId) || a.id().equals(codeOrId))
                .findFirst();
    }
}
