package org.xinheng.server.intake;

import org.jspecify.annotations.Nullable;

/**
 * Why a row got its answer. The order is the number kept with the receipts: append only.
 *
 * <p>The code is that of the finding that explains it to people; null where the answer says it all.
 */
public enum RowCause {
    /** No such row, or no answer yet. */
    NONE(null, null),
    NEW(RowOutcome.ACCEPTED, null),
    CORRECTION(RowOutcome.ACCEPTED, null),
    /** The same authority used the document number for another organisation before. */
    NUMBER_ELSEWHERE(RowOutcome.ACCEPTED, "row.number-elsewhere"),
    SAME_AS_ARCHIVE(RowOutcome.UNCHANGED, null),
    /** Identical with an earlier row of the delivery. */
    TWIN(RowOutcome.UNCHANGED, "row.twin"),
    NO_CODE(RowOutcome.WAITING, "row.no-code"),
    CHECK_CHARACTER(RowOutcome.WAITING, "row.check-character"),
    /** A name unlike every name that the organisation of the code ever held. */
    NAME_UNLIKE(RowOutcome.WAITING, "row.name-unlike"),
    /** The checks of form and meaning found something. */
    CHECKS(RowOutcome.REFUSED, null),
    /** Another row of the delivery has the same key and says something else. */
    CONFLICT(RowOutcome.REFUSED, "row.conflict"),
    /** The record was withdrawn or repaired. */
    ENDED(RowOutcome.REFUSED, "row.record-ended"),
    PERSON(RowOutcome.OUT_OF_SCOPE, null),
    REGISTER_WAITING(RowOutcome.WAITING, null),
    REGISTER_REFUSED(RowOutcome.REFUSED, null),
    REGISTER_ACCEPTED_WITH_FINDINGS(RowOutcome.ACCEPTED, null);

    private final @Nullable RowOutcome outcome;
    private final @Nullable String code;

    RowCause(@Nullable RowOutcome outcome, @Nullable String code) {
        this.outcome = outcome;
        this.code = code;
    }

    /** @throws IllegalStateException for {@link #NONE} */
    public RowOutcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("a row without an answer");
        }
        return outcome;
    }

    public @Nullable String code() {
        return code;
    }
}
