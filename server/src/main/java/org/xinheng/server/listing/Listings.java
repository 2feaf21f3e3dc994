package org.xinheng.server.listing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.ListingDesk;
import org.xinheng.core.listing.ListingGuard;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.listing.Reason;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.listing.effect.ListingRecord;
import org.xinheng.server.listing.effect.ListingRecord.Built;
import org.xinheng.server.listing.effect.RecordRefused;
import org.xinheng.server.listing.store.PostgresListings;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.policy.PolicyInForce;

/**
 * The only way to a listing that is decided here. Every act goes through the guard of the domain, is kept for good, and takes
 * effect in the same transaction or not at all.
 */
public final class Listings {

    private final PostgresListings store;
    private final ListingRecord records;
    private final PolicyInForce inForce;
    private final Clock clock;

    public Listings(PostgresListings store, ListingRecord records, PolicyInForce inForce, Clock clock) {
        this.store = store;
        this.records = records;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** @param key of the form that was sent: sent again, it opens nothing */
    public Outcome propose(String list, Organisation party, Act.Propose act, Officer by, String key) {
        Subject subject = new Subject(
                party.id(),
                SubjectKind.ofCategory(party.kind(), inForce.policy().codes()));
        return desk().propose(list, subject, act, by, clock.instant(), key);
    }

    /** @param seen number of the last step that the actor saw */
    public Outcome act(long id, int seen, Act act, Officer by) {
        try {
            Refused unfit = unfit(id, act, by);
            return unfit != null ? unfit : desk().act(id, seen, act, by, clock.instant());
        } catch (RecordRefused refused) {
            return unfit(refused.codes());
        }
    }

    /** A decision that the guard lets through and whose record could not be shown is not signed, rather than not served. */
    private @Nullable Refused unfit(long id, Act act, Officer by) {
        Proceeding proceeding = find(id).orElse(null);
        boolean lists = act instanceof Act.Decide decide && decide.verdict() == Act.Decide.Verdict.LIST;
        if (proceeding == null || !lists) {
            return null;
        }
        ListingGuard guard = new ListingGuard(inForce.policy(), clock.getZone());
        return guard.judge(proceeding, act, by, clock.instant()) instanceof Outcome.Accepted
                        && records.build(proceeding, (Act.Decide) act) instanceof Built.Unfit(List<String> codes)
                ? unfit(codes)
                : null;
    }

    private static Refused unfit(List<String> codes) {
        return new Refused(Reason.RECORD_UNFIT, List.of(String.join(", ", codes)), null);
    }

    public Optional<Proceeding> find(long id) {
        return store.find(id);
    }

    /** Proceedings of an organisation, newest first, watch tags among them: for those who may see them. */
    public List<Proceeding> ofOrganisation(long organisation) {
        return store.ofOrganisation(organisation);
    }

    /**
     * Newest first.
     *
     * @param authority id of the conducting body; null for all
     * @param before number before which the page begins
     */
    public List<Proceeding> list(@Nullable String authority, long before, int limit) {
        return store.list(authority, before, limit);
    }

    private ListingDesk desk() {
        return new ListingDesk(inForce.policy(), store, clock.getZone());
    }
}
