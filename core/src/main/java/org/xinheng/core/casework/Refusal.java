package org.xinheng.core.casework;

/** Why a step may not be taken (不予办理的原因). */
public enum Refusal {
    /** The kind knows no such action. */
    UNKNOWN_ACTION,
    /** Somebody else took a step meanwhile, or this very one was taken before: two officers at once, or a double click. */
    OVERTAKEN,
    /** The case stands elsewhere. */
    WRONG_STATE,
    /** It is not theirs to do: whoever made the finding decides. */
    WRONG_PARTY,
    /** The clock of the server lies before the last step. */
    CLOCK_SET_BACK,
    /** The day lies before the last step that periods count from, or the document is older than the case. */
    BACKDATED,
    /** The day, or the document's date, has not come. */
    FUTURE,
    /** Reasons are missing. */
    REASON_MISSING,
    /** The number or the date of the document is missing. */
    DOCUMENT_MISSING,
    /** No finding was named, or it was withdrawn, repaired or ended: what burdens hangs on one. */
    FINDING_MISSING,
    /** What was named is no finding of a kind that carries it: a grade, a merit, or another matter. */
    NO_FINDING,
    /** The finding has no document number. */
    FINDING_UNNUMBERED,
    /** The finding is disputed, in court, withheld, screened or not certified. */
    FINDING_UNUSABLE,
    /** No period that runs can be stopped. */
    NO_SUSPENSION,
    /** The periods stand still already. */
    SUSPENDED,
    /** The periods do not stand still. */
    NOT_SUSPENDED,
    /** No period that runs can be made longer. */
    NO_EXTENSION,
    /** It was made longer once. */
    EXTENDED,
    /** The period is over: what has ended is not made longer. */
    EXPIRED,
    /** The rule gives no length, and no later day was named. */
    UNTIL_MISSING,
    /** The period that would bring this about has not ended unused. */
    NOT_DUE
}
