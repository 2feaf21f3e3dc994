package org.xinheng.core.listing;

import java.util.List;
import java.util.Optional;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.policy.ListRule.Nature;

/** What keeps proceedings. Whatever keeps them takes no entry on a list without its complete chain. */
public interface ListingStore {

    Optional<Proceeding> find(long id);

    /**
     * Opens a proceeding with its proposal, unless one for the same list and organisation goes on or its listing stands.
     *
     * @param key of the form that was sent: sent again, it opens nothing
     */
    Opened open(Opening opening, Step proposal, String key);

    /**
     * Appends a step when it is the next one.
     *
     * @return false when another step has its number: somebody was faster
     * @throws IncompleteChain when the step would put an organisation on the list without its complete chain
     */
    boolean append(Proceeding before, Step step, Nature nature);

    /** What stands on lists or stood there, each with its proceeding's number. */
    List<Long> entries();

    record Opening(String list, Nature nature, Subject subject, String authority) {}

    /** What became of an opening. */
    sealed interface Opened {
        record New(Proceeding proceeding) implements Opened {}

        /** The same form was sent before. */
        record Before(Proceeding proceeding) implements Opened {}

        record GoesOn(long id) implements Opened {}
    }

    /** A listing without its chain was tried: the door was passed by. */
    final class IncompleteChain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IncompleteChain(long proceeding) {
            super("proceeding " + proceeding + " has no complete chain");
        }
    }
}
