package org.xinheng.server.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The archive of record versions as other modules may read and end it. */
public interface Archive {

    /**
     * Position of the last activation: gap-free, given in one short transaction under one lock.
     *
     * @throws org.springframework.dao.DataAccessException when the database cannot be read
     */
    Position position();

    /**
     * Every current version of the given types, whatever the gate says of showing it, ended ones left out; for snapshots.
     *
     * @return the position at which this was read
     */
    Position eachCurrent(List<String> types, Consumer<RecordVersion> reader);

    /** As {@link #eachCurrent(List, Consumer)}, for some organisations and as things stand now. */
    void eachCurrentOf(Collection<Long> organisations, List<String> types, Consumer<RecordVersion> reader);

    /**
     * Organisations of which a record of a type was decided in a span of days, both included; also where that is not what stands of the
     * record now.
     */
    List<Long> decided(String type, LocalDate from, LocalDate to);

    /** Organisations whose records changed after a position; with the position that this brings a reader to. */
    Changes changedSince(Position position);

    /** Current versions of one organisation for authorised readers: all types, shown or not, ended ones left out. */
    List<RecordVersion> currentOf(long organisationId);

    /**
     * Current version behind an address for authorised readers, also when the public does not see it or no longer; null
     * when there is none or it ended. What ended is found by {@link #history}.
     */
    @Nullable
    RecordVersion find(String address);

    /**
     * A record as it was known at a position: every version known then, and whether it had ended. For auditor, court and
     * the organisation itself, never on a public endpoint; the caller logs ground and file number.
     */
    Optional<RecordHistory> history(String address, Position knownAt);

    /** The last position up to an instant. */
    Position positionAt(Instant instant);

    /** The position itself, with its instant; the last one when there is none so late. */
    Position positionAt(long value);

    /**
     * Ends a record at once, in the transaction that gives it its position.
     *
     * @param documentNumber number of the document that ends it
     * @param statement public statement of reasons that clears the party (Penalty Law art. 48); for withdrawals
     */
    EndResult end(String address, Ending ending, String documentNumber, String statement, String actor);

    /** Withdraws (撤回) a record at once, in the transaction that gives it its position. */
    EndResult withdraw(String address, Withdrawal withdrawal, String actor);

    /** @param at monotone instant of the activation */
    record Position(long value, Instant at) {}

    record Changes(Position upTo, List<Long> organisations) {}

    /**
     * @param versions known at the position, oldest first; their own marks are those of today
     * @param ended null when the record stood
     * @param marks that stood at the position
     */
    record RecordHistory(
            List<RecordVersion> versions, @Nullable Ended ended, List<RecordMark> marks) {

        public RecordHistory {
            versions = List.copyOf(versions);
            marks = List.copyOf(marks);
        }

        /** @param ground of a withdrawal; null for the other endings */
        public record Ended(
                Ending ending, @Nullable String ground, String documentNumber, String statement, Position at) {}
    }

    /**
     * Why a record is withdrawn.
     *
     * @param ground value of the pack's code list {@code withdrawal-ground}
     * @param documentNumber number of the document that changed, revoked or quashed the decision
     * @param documentDate its date; null when it was not said
     * @param statement public statement of reasons that clears the party (Penalty Law art. 48)
     */
    record Withdrawal(
            String ground, String documentNumber, @Nullable LocalDate documentDate, String statement) {}

    /** What became of an ending. */
    sealed interface EndResult {
        record Ended(Position position) implements EndResult {}

        record AlreadyEnded(Ending ending) implements EndResult {}

        record NoSuchRecord() implements EndResult {}
    }
}
