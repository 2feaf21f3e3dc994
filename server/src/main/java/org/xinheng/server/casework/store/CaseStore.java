package org.xinheng.server.casework.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.NumberPattern;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.CaseFile.Taken;

/** Cases and their steps. */
public interface CaseStore {

    /**
     * Does all of something or nothing of it: what it throws undoes what it did, here and in the archive.
     *
     * @param about what the work is about: nobody else opens a case about the same until it is done
     */
    <T> T together(String about, Supplier<T> work);

    /**
     * Opens a case with its first step, under the next number of its kind in the year of that step.
     *
     * @param numbers how cases of the kind are numbered
     */
    CaseFile open(Opening opening, NumberPattern numbers, Taken first);

    /** Adds a step. @return false when the case has a step of that number already: somebody was faster */
    boolean add(long id, Taken taken);

    Optional<CaseFile> find(long id);

    Optional<CaseFile> findByOutsideNumber(String number);

    /** All cases about a record, oldest first. */
    List<CaseFile> ofRecord(String record);

    /** Cases in the order of their ids, open ones only or all. */
    List<CaseFile> list(Scope scope, boolean openOnly, long after, int limit);

    /**
     * Whose cases.
     *
     * @param authorities codes of bodies; null for every body's
     * @param organisations ids under which the subject stood or stands; null for everybody
     * @param kinds ids of kinds; null for all
     * @param window name of who opened cases at a service window, which are covered whatever else is asked; null for nobody
     */
    record Scope(
            @Nullable Set<String> authorities,
            @Nullable Set<Long> organisations,
            @Nullable Set<String> kinds,
            @Nullable String window) {
        public static final Scope ALL = new Scope(null, null);

        public Scope {
            authorities = authorities == null ? null : Set.copyOf(authorities);
            organisations = organisations == null ? null : Set.copyOf(organisations);
            kinds = kinds == null ? null : Set.copyOf(kinds);
        }

        /** The same, of one kind only: nothing when that is none of these. */
        public Scope of(String kind) {
            return new Scope(
                    authorities,
                    organisations,
                    kinds == null || kinds.contains(kind) ? Set.of(kind) : Set.of(),
                    window);
        }

        /** Of all kinds. */
        public Scope(@Nullable Set<String> authorities, @Nullable Set<Long> organisations) {
            this(authorities, organisations, null, null);
        }

        public Scope(
                @Nullable Set<String> authorities, @Nullable Set<Long> organisations, @Nullable Set<String> kinds) {
            this(authorities, organisations, kinds, null);
        }

        /** The same, and what somebody opened at a service window. */
        public Scope andOpenedBy(String window) {
            return new Scope(authorities, organisations, kinds, window);
        }

        public boolean covers(CaseFile file) {
            Opening opening = file.opening();
            if (window != null && file.openedAtWindowBy(window)) {
                return true;
            }
            return (authorities == null || authorities.contains(opening.authority()))
                    && (organisations == null || organisations.contains(opening.organisationId()))
                    && (kinds == null || kinds.contains(opening.kind()));
        }
    }
}
