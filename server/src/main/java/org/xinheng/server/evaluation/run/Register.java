package org.xinheng.server.evaluation.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.OrganisationFacts.Identity;
import org.xinheng.server.evaluation.run.CityRun.Sources;
import org.xinheng.server.organisation.Organisations;

/**
 * Whom a run is about: every organisation that stood in the register at the run's position, itself or as an entry that was merged into it
 * since, under the id to which redirects lead now.
 */
final class Register {

    private final Map<Long, Identity> known = new HashMap<>();
    private final Map<Long, List<Long>> mergedInto = new HashMap<>();
    private final Set<Long> merged = new HashSet<>();

    /** @param position of the register */
    Register(Sources sources, long position) {
        for (Organisations.Merged one : sources.organisations().merged()) {
            mergedInto.computeIfAbsent(one.into(), _ -> new ArrayList<>()).add(one.id());
            merged.add(one.id());
            merged.add(one.into());
        }
        sources.register().each(position, entry -> {
            boolean wasThere = entry.registered() != null
                    || mergedInto.getOrDefault(entry.organisation(), List.of()).stream()
                            .anyMatch(
                                    id -> sources.register().find(id, position).isPresent());
            if (wasThere) {
                known.put(entry.organisation(), Facts.identity(entry.prefix(), entry.registered()));
            }
        });
    }

    /** Null for an organisation that did not stand there. */
    @Nullable
    Identity find(long organisation) {
        return known.get(organisation);
    }

    int size() {
        return known.size();
    }

    void each(BiConsumer<Long, Identity> reader) {
        known.forEach(reader);
    }

    /** Whether its records lie under several ids. */
    boolean isMerged(long organisation) {
        return merged.contains(organisation);
    }

    /** Its own id and those of the entries that were merged into it. */
    List<Long> idsOf(long organisation) {
        List<Long> ids = new ArrayList<>(mergedInto.getOrDefault(organisation, List.of()));
        ids.add(organisation);
        return ids;
    }
}
