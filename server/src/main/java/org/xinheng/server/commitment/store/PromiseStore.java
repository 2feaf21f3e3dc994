package org.xinheng.server.commitment.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Step;

/** What keeps commitments; the caller holds the transaction. Whatever keeps them takes no breach without its complete chain. */
public interface PromiseStore {

    /** Two signings wait for each other until the transaction ends: the numbers of a day have no gap. */
    void lock();

    /** The commitment that a form signed before. */
    Optional<Promise> ofForm(String key);

    /** Whether a commitment of this number was signed here. */
    boolean gave(String number);

    Optional<Promise> find(long id);

    /** Newest first. @param ids of organisations and of the entries that lead to them */
    List<Promise> ofOrganisations(Collection<Long> ids);

    /**
     * Newest first.
     *
     * @param authority id of the accepting body; null for all
     * @param before id before which the page begins
     */
    List<Promise> list(@Nullable String authority, long before, int limit);

    /** How many organisations have signed for each matter and neither withdrew nor went the ordinary way. */
    Map<String, Long> signers();

    /**
     * Keeps a signed commitment under the next number of its day. A form that was used before is refused with an exception.
     *
     * @param division six digits of the place of the accepting body
     */
    Promise open(Promise signed, String division, String key);

    /**
     * A step that skips one, and a breach without its chain, are refused with an exception.
     *
     * @return false when another step has the number: of two at once one waits here for the other
     */
    boolean append(long id, Step step);
}
