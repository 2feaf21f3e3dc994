package org.xinheng.server.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.organisation.Organisation.State;

/** What the register said of organisations at one of its positions, so that a judgement of a past day can be given again. */
public interface PastRegister {

    /** The last position that was recorded before an instant; 0 for none. */
    long positionBefore(Instant instant);

    /** Empty for an organisation that had not been opened at the position. */
    Optional<Registered> find(long organisation, long position);

    /**
     * Every organisation under the id to which redirects lead now, stubs included, in one pass: for runs over everything.
     *
     * @param position of the register, at which is read what it said
     */
    void each(long position, Consumer<Entry> reader);

    /**
     * @param prefix first two characters of the unified code; empty for one that is known by an older number only
     * @param registered null where the organisation had not been opened at the position
     */
    record Entry(long organisation, String prefix, @Nullable Registered registered) {}

    /** Whether entries were merged or unlinked since an instant, so that what was read before shared them out otherwise. */
    boolean mergedSince(Instant instant);

    /** @param registeredOn first day of registration; null when the register did not say */
    record Registered(State state, @Nullable LocalDate registeredOn) {}
}
