package org.xinheng.server.breach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices of breaches as their superiors, the office and the auditor read them. Who may read them is a matter of the caller. */
public interface BreachNotices {

    /**
     * Looks whether what changed in the archive since the last look is a breach, or ends one. The very first look only takes down where
     * things stand: nobody is told of the past.
     *
     * @return how many notices were written
     */
    int look();

    /** Those that a body was given, those that wait for it first, each the one due first. */
    List<Notice> of(String body, long offset, int limit);

    /** All, overdue ones first, then those that wait, the others newest first. */
    List<Notice> all(long offset, int limit);

    /** How many there are. @param body that was told; null for all */
    long count(@Nullable String body);

    /** Those that are sought, newest first. */
    List<Notice> list(Sought sought, int limit);

    /** One that a body was given; empty for one that it was not. */
    Optional<Notice> find(long id, String body);

    /** A body takes notice of one that it was given; once, and again without effect. */
    Acknowledged acknowledge(long id, String body, String actor);

    /** Today (Asia/Shanghai). */
    LocalDate today();

    /**
     * @param body that was told; null for all
     * @param state where they stand today; null for all
     * @param before only those with a smaller id
     */
    record Sought(@Nullable String body, @Nullable State state, long before) {}

    /** What came of taking notice. */
    enum Acknowledged {
        NOW,
        /** The body took notice before; that day stands, also where the notice was withdrawn since. */
        BEFORE,
        /** It was withdrawn: there is nothing to take notice of. */
        WITHDRAWN,
        /** There is none, or it was given to another body. */
        UNKNOWN
    }

    /**
     * @param number gap-free within its year
     * @param record address of the record
     * @param superior id of the body that is told
     * @param version of the pack by which it was written
     * @param writtenOn day on which it was written (Asia/Shanghai)
     * @param dueOn last day to acknowledge
     * @param acknowledgedOn null while it was not
     * @param withdrawal null while it stands
     */
    record Notice(
            long id,
            int year,
            int number,
            Cause cause,
            String superior,
            String version,
            LocalDate writtenOn,
            LocalDate dueOn,
            @Nullable LocalDate acknowledgedOn,
            @Nullable Withdrawal withdrawal) {

        /** Where it stands on a day. */
        public State state(LocalDate day) {
            if (withdrawal != null) {
                return State.WITHDRAWN;
            }
            if (acknowledgedOn != null) {
                return State.ACKNOWLEDGED;
            }
            return dueOn.isBefore(day) ? State.OVERDUE : State.WAITING;
        }
    }

    /** The record behind a notice, as it stood when the notice was written. */
    record Cause(String record, long organisation, String type, String documentNumber, LocalDate decidedOn) {}

    record Withdrawal(Reason reason, LocalDate on) {}

    /** Why a notice stands no longer. */
    enum Reason {
        /** The record was withdrawn, repaired or otherwise ended. */
        ENDED,
        /** The record says that the duty was done, or no breach any more. */
        SETTLED,
        /** An objection, a court or a screening holds the record. */
        MARKED,
        /** The rules name another superior, who is told under a number of its own. */
        MOVED
    }

    enum State {
        WAITING,
        OVERDUE,
        ACKNOWLEDGED,
        WITHDRAWN
    }
}
