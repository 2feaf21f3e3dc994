package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.SubjectState;

/**
 * All that is known of one organisation for its evaluation.
 *
 * @param identity who it is
 * @param records newest decision first, then by id
 */
public record OrganisationFacts(Identity identity, List<RecordFact> records) {

    private static final Comparator<RecordFact> NEWEST_FIRST = (one, other) -> one.decidedOn != other.decidedOn
            ? Integer.compare(other.decidedOn, one.decidedOn)
            : one.id().compareTo(other.id());

    public OrganisationFacts {
        records = isSorted(records)
                ? List.copyOf(records)
                : records.stream().sorted(NEWEST_FIRST).toList();
    }

    private static boolean isSorted(List<RecordFact> records) {
        for (int i = 1; i < records.size(); i++) {
            if (NEWEST_FIRST.compare(records.get(i - 1), records.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param prefix first two characters of the unified code, or the ones that an older number stands for
     * @param state state of registration; null when the register does not know the organisation
     * @param knownSince first day of its registration, from which data can exist; null when the register does not say
     */
    public record Identity(
            String prefix,
            @Nullable SubjectState state,
            @Nullable LocalDate knownSince) {}

    /** The same organisation as if some of its records had ended. */
    public OrganisationFacts without(Collection<String> recordIds) {
        return new OrganisationFacts(
                identity,
                records.stream().filter(one -> !recordIds.contains(one.id())).toList());
    }
}
