package org.xinheng.core.commitment;

/** Why an act is refused; the sentence belongs to the messages. */
public enum Reason {
    /** No such matter in the published list, or not on this day. */
    NO_SUCH_ITEM,
    /** Commitments are never taken for this matter. */
    EXCLUDED,
    /** This kind of subject cannot give it. */
    NOT_FOR_SUBJECT,
    /** The body does not accept commitments in this matter. */
    NO_BODY,
    /** The organisation stands on a severe list. */
    SEVERE_RECORD,
    /** A breach was found, is not repaired and not over. */
    EARLIER_BREACH,
    /** One for the same matter goes on. */
    GOES_ON,
    /** The papers named cannot follow in this matter, or none is named. */
    PAPERS,
    /** The last day lies before today. */
    END_FIRST,
    /** Words are missing. */
    NOT_SAID,
    /** The act may not follow here. */
    WRONG_STAGE,
    /** Only the organisation itself signs and withdraws; only a head decides. */
    OTHER_POST,
    /** The word that nothing will be added is the organisation's own. */
    OWN_WORD,
    /** It is another body's, or another organisation's. */
    OTHER_AUTHORITY,
    /** The server's clock stands before the last step. */
    CLOCK_SET_BACK,
    /** The period to supply papers has not run out. */
    NOT_YET_LAPSED,
    /** What a review found lacking is not withdrawn from. */
    FOUND_LACKING,
    /** No review since found that anything lacks. */
    NO_FINDING,
    /** The time to answer has not run out. */
    TIME_TO_ANSWER,
    /** Who proposed the breach does not sign the decision. */
    SAME_OFFICER,
    /** No record can be made of it, or its record takes no further version. */
    RECORD_UNFIT,
    /** Somebody acted meanwhile. */
    OVERTAKEN
}
