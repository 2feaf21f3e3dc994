package org.xinheng.testkit.listing;

import java.time.Instant;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.ListingStore;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.listing.Proceeding.Subject;

/** The door to the lists as a sequence finds it: in memory, or the whole server. */
public interface Door {

    Outcome propose(String list, Subject subject, Act.Propose act, Officer by, Instant now, String key);

    Outcome act(long id, int seen, Act act, Officer by, Instant now);

    /** Behind the door, for those who try to pass it by. */
    ListingStore store();
}
