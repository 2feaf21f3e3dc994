package org.xinheng.server.evaluation.given;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.server.organisation.Organisations.Merged;

/**
 * Entries of the register that are part of another one now: nothing is given of them, and what is known by their ids is of the other one.
 *
 * @param into id of the other one by that of the entry
 */
record Entries(Map<Long, Long> into) {

    Entries {
        into = Map.copyOf(into);
    }

    static Entries of(List<Merged> merged) {
        return new Entries(merged.stream().collect(Collectors.toMap(Merged::id, Merged::into)));
    }

    /** Each once, as they stand in the register now. */
    Long[] targets(Collection<Long> organisations) {
        return organisations.stream()
                .map(id -> into.getOrDefault(id, id))
                .distinct()
                .toArray(Long[]::new);
    }

    Long[] merged() {
        return into.keySet().toArray(Long[]::new);
    }
}
