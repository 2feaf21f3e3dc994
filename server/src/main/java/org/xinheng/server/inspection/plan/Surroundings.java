package org.xinheng.server.inspection.plan;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.policy.ListRule;

/** What of organisations is known beside the register when a pool is made: tags, visits so far, conflicts. */
final class Surroundings {

    private static final int PAGE = 500;

    private final Inspections.Stores stores;
    private final Inspections.Sources sources;
    private final Calendar calendar;

    Surroundings(Inspections.Stores stores, Inspections.Sources sources, Calendar calendar) {
        this.stores = stores;
        this.sources = sources;
        this.calendar = calendar;
    }

    /** @param since when visits begin to count */
    Pool.Around around(String authority, Instant since) {
        return new Pool.Around(
                        sources.classes().now(),
                        watched(authority),
                        stores.plans().visitsSince(since),
                        stores.staff().conflicts(authority))
                .led(sources.organisations().merged());
    }

    /** Organisations under a watch tag that this body set: another body's tag has no effect here. */
    private Set<Long> watched(String authority) {
        Set<Long> watched = new HashSet<>();
        long before = Long.MAX_VALUE;
        List<Proceeding> page;
        do {
            page = sources.listings().list(authority, before, PAGE);
            for (Proceeding one : page) {
                Stage stage = one.stage(calendar.today());
                boolean stands = stage == Stage.LISTED || stage == Stage.REMOVAL_ASKED;
                if (stands && one.authority().equals(authority) && isTag(one)) {
                    watched.add(one.subject().organisation());
                }
                before = one.id();
            }
        } while (page.size() == PAGE);
        return watched;
    }

    private boolean isTag(Proceeding one) {
        return sources.inForce()
                .policy()
                .instruments()
                .list(one.list())
                .filter(list -> list.nature() == ListRule.Nature.WATCH)
                .isPresent();
    }
}
