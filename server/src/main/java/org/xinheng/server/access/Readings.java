package org.xinheng.server.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who read what non-public data about an organisation, as the organisation may know it (谁查询了我): bodies and posts, never names of accounts. */
public interface Readings {

    /**
     * @param source id of the body, of the institution for a reader by consent; null for the credit office
     * @param program whether a business system read, and no clerk
     * @param posts that the account carries now; empty for a program
     * @param purpose as the reader stated it, or a code of {@link ReadingPurpose}
     */
    record Reading(
            long id,
            Instant at,
            @Nullable String source,
            boolean program,
            Set<Role> posts,
            String what,
            String purpose) {
        public Reading {
            posts = Set.copyOf(posts);
        }
    }

    /**
     * Readings of an organisation by others, the newest first; its own and those that are sealed on the day are left out.
     *
     * @param organisations ids under which the register knows it
     * @param before id to go on below
     */
    List<Reading> of(Collection<Long> organisations, LocalDate today, long before, int limit);

    /**
     * Keeps what the actor's body reads of an organisation from now on from that organisation until a day.
     *
     * @throws IllegalArgumentException when the actor belongs to no body
     */
    void seal(Actor actor, long organisation, Seal seal);

    /**
     * @param basis law, article and document, as the body states them
     * @param allowedBy what the rules in force rest on that allow it
     * @param visibleFrom first day on which the organisation sees them
     */
    record Seal(String basis, String allowedBy, LocalDate visibleFrom) {}
}
