package org.xinheng.server.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.intake.WaitingRow.Id;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.policy.SourceScope;

/**
 * The queue of rows that wait for a human (law 12): a name alone attaches nothing, and what a human linked can be unlinked.
 * Who may decide is the caller's question; the ground is fit to be read by others when it comes here.
 */
public interface WaitingRows {

    /** Waiting ones oldest first, settled ones newest first. */
    Page list(State state, SourceScope scope, @Nullable Id after, int size);

    /** How many wait. */
    long waiting(SourceScope scope);

    Optional<WaitingRow> find(Id id);

    /** Whom the row may be about, as registered: who has this document already first, then by likeness of names. */
    List<Candidate> candidates(WaitingRow row);

    /** Makes the row a version of the organisation's record, with its first receipt, in one transaction. */
    Decision link(Id id, Target target, String ground, String actor);

    /** Takes the row's own code on the authority's word although its check character fails. */
    Decision confirmCode(Id id, String ground, String actor);

    /** Takes a link back: the record was never this organisation's, and the row waits again. */
    Decision unlink(Id id, String ground, String actor);

    /** Sends a row back to its source. */
    Decision giveBack(Id id, String reason, String actor);

    /** @param next the last one of this page when another follows */
    record Page(List<WaitingRow> rows, @Nullable Id next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** @param record address of the same document's record that this organisation has already; else null */
    record Candidate(Organisation organisation, @Nullable String record) {}

    /** Whom a row is linked to. */
    sealed interface Target {
        record Known(long organisationId) implements Target {}

        /** A code that was found out since; when it is valid and not in the register, a stub is opened. */
        record Coded(String code) implements Target {}
    }

    /** What became of a decision. */
    sealed interface Decision {

        /** @param correction whether the organisation had the record already */
        record Linked(Position position, String address, boolean correction) implements Decision {}

        /** The organisation has this document already, as late or later than the row: the row is settled without a version. */
        record StoodAlready(String address) implements Decision {}

        record Unlinked() implements Decision {}

        record Returned() implements Decision {}

        /** @param fact what the sentence needs; empty where nothing */
        record Refused(Refusal why, String fact) implements Decision {
            public static Refused of(Refusal why) {
                return new Refused(why, "");
            }
        }
    }

    /** Why nothing was changed. */
    enum Refusal {
        NO_SUCH_ROW,
        /** It was linked or returned meanwhile. */
        NOT_WAITING,
        NOT_LINKED,
        NO_SUCH_ORGANISATION,
        /** The code belongs to an organisation of another name. */
        OTHER_NAME,
        /** It does not wait because of its check character. */
        NOTHING_TO_CONFIRM,
        /** The organisation's record of this document was withdrawn or repaired. */
        RECORD_ENDED,
        /** A delivery has brought a further version since: the link no longer carries the record. */
        LATER_VERSION,
        /** The same document is being loaded at this moment. */
        BEING_LOADED,
        /** The pack in force no longer knows the type of the row. */
        TYPE_UNKNOWN
    }
}
