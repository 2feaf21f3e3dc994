package org.xinheng.core.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Competence;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateDecision.Reason;

/**
 * What a record must bring that puts its subject on a list: a list that the pack knows, a body that may decide on it, and an end
 * within the list's term. Law, number and authority the gate asks of every adverse record.
 */
final class ListGate {

    private final RecordType type;
    private final Map<String, ListRule> lists;
    private final Policy policy;
    private final Competence competence;

    private ListGate(RecordType type, Map<String, ListRule> lists, Policy policy) {
        this.type = type;
        this.lists = lists;
        this.policy = policy;
        this.competence = new Competence(policy);
    }

    /** Null for a type whose records put nobody on a list that weighs on them. */
    static @Nullable ListGate of(RecordType type, Policy policy) {
        Map<String, ListRule> lists = new LinkedHashMap<>(policy.instruments().lists());
        lists.values().removeIf(list -> !type.id().equals(list.scope().recordType()));
        boolean adverse = type.nature() == RecordType.Nature.ADVERSE;
        return adverse && !lists.isEmpty() ? new ListGate(type, lists, policy) : null;
    }

    /** Every reason why the record lists nobody; none when it lawfully does. */
    List<Reason> refusals(@Nullable String[] values, GateFacts facts) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> kinds = Set.copyOf(facts.kinds());
        Map<String, ListRule> meant = new LinkedHashMap<>(lists);
        meant.values().removeIf(list -> list.scope().kinds().stream().noneMatch(kinds::contains));
        if (meant.isEmpty()) {
            reasons.add(FindingCode.GATE_LIST_UNKNOWN.reason(type.rule().id()));
        }
        LocalDate decided = facts.decidedOn();
        if (decided != null) {
            meant.forEach((id, list) -> {
                if (!mayDecide(id, values, decided)) {
                    reasons.add(FindingCode.GATE_LIST_REMIT.reason(list.rule().id()));
                }
                if (isTooLong(list.term(), facts, decided)) {
                    reasons.add(FindingCode.GATE_LIST_TERM.reason(list.rule().id()));
                }
            });
        }
        return reasons;
    }

    /** Where no body of the place has a say, the pack does not know who has. */
    private boolean mayDecide(String list, @Nullable String[] values, LocalDate decided) {
        Optional<Authority> body = authority(values);
        return body.isEmpty()
                || !competence.decidedHere(list, decided)
                || competence.remit(list, body.get().code(), decided).isPresent();
    }

    private static boolean isTooLong(ListRule.Term term, GateFacts facts, LocalDate decided) {
        Period longest = term.untilDutyDone() ? null : term.longest();
        LocalDate end = facts.validTo();
        return longest != null && end != null && end.isAfter(decided.plus(longest));
    }

    /** Bodies of the place only: of others the pack cannot know what they may decide. */
    private Optional<Authority> authority(@Nullable String[] values) {
        int index = type.indexOf(Field.Role.AUTHORITY_CODE);
        String code = index < 0 ? null : values[index];
        return code == null ? Optional.empty() : policy.authority(code);
    }
}
