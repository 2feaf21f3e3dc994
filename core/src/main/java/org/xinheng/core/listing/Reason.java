package org.xinheng.core.listing;

/** Why an act is refused. Each has its sentence in the message bundles under {@code refusal.<name>}. */
public enum Reason {
    /** No such proceeding, or not for this body. */
    UNKNOWN(0),
    /** The pack knows no such list. */
    NO_SUCH_LIST(0),
    /** The list's procedure is another's: its listings are delivered with their documents. */
    DECIDED_ELSEWHERE(1),
    /** The pack gives this body no say about the list. */
    NO_REMIT(1),
    /** The act belongs to another post. */
    OTHER_POST(0),
    /** Consent, and the word that nothing will be added, are the organisation's own. */
    OWN_WORD(0),
    /** Another body conducts the proceeding. */
    OTHER_AUTHORITY(0),
    /** The list does not hold subjects of this kind. */
    SUBJECT_KIND(1),
    /** The ground is none of the list's, or was not in force. */
    NO_SUCH_GROUND(0),
    /** The kind is none that stands for the list. */
    NO_SUCH_KIND(0),
    /** Facts, law, measures, reasons, minutes or proof are missing. */
    NOT_SAID(1),
    /** The document has no number. */
    NO_DOCUMENT_NUMBER(0),
    /** The act may not follow here. */
    WRONG_STAGE(0),
    /** Somebody acted meanwhile. */
    OVERTAKEN(1),
    /** The server's clock stands before the last step. */
    CLOCK_SET_BACK(1),
    /** The day lies in the future. */
    FUTURE(1),
    /** The day lies before what must come first. */
    BACKDATED(1),
    /** What is proposed, served or signed here bears the day on which that is done. */
    NOT_TODAY(1),
    /** Without notice there is no decision. */
    NOT_NOTIFIED(0),
    /** The time to answer has not run out. */
    TIME_TO_ANSWER(1),
    /** A hearing was asked for and not held. */
    HEARING_OWED(0),
    /** Nobody asked for a hearing. */
    NO_HEARING_ASKED(0),
    /** A hearing is asked for within the time to answer. */
    HEARING_ASKED_LATE(1),
    /** The organisation has to be told of the hearing in time. */
    HEARING_TOO_SOON(1),
    /** The organisation was not told of the hearing. */
    HEARING_NOT_CALLED(0),
    /** The hearing was called for another day. */
    HEARING_OTHER_DAY(1),
    /** The organisation did not agree that the honour is shown. */
    NO_CONSENT(0),
    /** Whoever proposed or asked does not decide. */
    SAME_OFFICER(0),
    /** The decision names no last day. */
    NO_END(0),
    /** The last day lies before the decision. */
    END_FIRST(1),
    /** The term is longer than the list allows. */
    TERM_TOO_LONG(1),
    /** The list knows no early removal. */
    NO_EARLY_REMOVAL(0),
    /** The earliest day has not come. */
    TOO_EARLY(1),
    /** Not every condition was shown. */
    CONDITIONS_OPEN(1),
    /** The organisation stands on the list, or a proceeding towards it goes on. */
    GOES_ON(0),
    /** The listing cannot become a record that may be shown. */
    RECORD_UNFIT(1);

    private final int facts;

    Reason(int facts) {
        this.facts = facts;
    }

    /** Number of facts that its sentence quotes. */
    public int facts() {
        return facts;
    }
}
