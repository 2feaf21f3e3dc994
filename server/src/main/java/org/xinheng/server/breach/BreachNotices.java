package org.xinheng.server.breach;

import java.time.LocalDate;
import java.util.List;
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
    List<Notice> of(String body, int limit);

    /** All, overdue ones first, then those that wait, the others newest first. */
    List<Notice> all(int limit);

    /** A body takes notice of one; false when it was not given to it, was acknowledged before, or was withdrawn. */
    boolean acknowledge(long id, String body, String actor);

    /** Today (Asia/Shanghai). */
    LocalDate today();

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
