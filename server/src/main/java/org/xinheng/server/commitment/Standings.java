package org.xinheng.server.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.xinheng.core.commitment.Offer;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.listing.ListedByRecord;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.commitment.store.PromiseStore;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * What an organisation brings to its next commitment: the ones it gave, and whether it stands on a severe list, wherever that was
 * decided. Both under every entry of the register that leads to it: a merger wipes nothing out.
 */
final class Standings {

    private final PromiseStore store;
    private final Archive archive;
    private final Organisations organisations;
    private final PolicyInForce inForce;

    Standings(PromiseStore store, Archive archive, Organisations organisations, PolicyInForce inForce) {
        this.store = store;
        this.archive = archive;
        this.organisations = organisations;
        this.inForce = inForce;
    }

    Offer.Standing of(long organisation, LocalDate day) {
        Set<Long> ids = organisations.idsOf(organisation);
        return new Offer.Standing(store.ofOrganisations(ids), ids.stream().anyMatch(id -> severe(id, day)));
    }

    /** Newest first. */
    List<Promise> promises(long organisation) {
        return store.ofOrganisations(organisations.idsOf(organisation));
    }

    /** Whether two entries lead to the same organisation. */
    boolean same(long one, long other) {
        return one == other || organisations.idsOf(one).contains(other);
    }

    /** From the records that stand on the day. */
    private boolean severe(long id, LocalDate day) {
        return archive.currentOf(id).stream()
                .filter(record -> record.window() != null && record.window().covers(day))
                .anyMatch(this::severe);
    }

    private boolean severe(RecordVersion record) {
        Policy policy = inForce.policy();
        return policy.recordType(record.type())
                .filter(type -> policy.instruments().lists().values().stream()
                        .anyMatch(list -> list.nature() == ListRule.Nature.SEVERE
                                && ListedByRecord.on(list, type, record.values())))
                .isPresent();
    }
}
