package org.xinheng.core.measure.use;

/** Why a measure may not be applied, or is off. Each has its sentence in the message bundles under {@code refusal.<name>}. */
public enum Reason {
    /** Measures touch organisations only. */
    NATURAL_PERSON(0),
    /** Outside the list no measure is lawful (国办发〔2020〕49号). */
    NOT_IN_CATALOGUE(1),
    /** The catalogue has it from a later day on. */
    MEASURE_NOT_BEGUN(1),
    /** The catalogue had it until an earlier day. */
    MEASURE_ENDED(1),
    /** It is attached to other matters. */
    OTHER_MATTER(1),
    /** The matter itself is not in force. */
    MATTER_NOT_IN_FORCE(1),
    /** Whoever states it belongs to no body that exists on the day. */
    NO_SUCH_BODY(0),
    /** The law gives it to other bodies. */
    NO_REMIT(1),
    /** It may not touch this kind of subject. */
    SUBJECT_KIND(0),
    /** The decision that applies it has no number. */
    NO_DECISION_NUMBER(0),
    /** Nothing is on record that could be its ground. */
    NO_GROUND(0),
    /** The ground is another's. */
    OTHERS_GROUND(0),
    /** Grades, risk classes, watch tags and numbers of penalties restrict nobody. */
    JUDGEMENT(0),
    /** The finding has no document number. */
    NO_DOCUMENT_NUMBER(0),
    /** The finding is not verified. */
    GROUND_HELD(0),
    /** The organisation objected and nobody has answered yet. */
    GROUND_DISPUTED(0),
    /** The finding may not be used for the time being. */
    GROUND_SUSPENDED(0),
    /** The finding is repaired: its measures end with it (Order 58, art. 5). */
    GROUND_REPAIRED(0),
    /** The finding was withdrawn or revoked, or the organisation taken off the list. */
    GROUND_WITHDRAWN(0),
    /** The authority says that the finding no longer holds. */
    GROUND_INVALID(0),
    /** The finding is none that the law attaches the measure to. */
    NOT_THE_TRIGGER(0),
    /** The finding has effect from a later day on. */
    GROUND_NOT_BEGUN(1),
    /** The term that the law gives is over. */
    GROUND_EXPIRED(1);

    private final int facts;

    Reason(int facts) {
        this.facts = facts;
    }

    /** Number of facts that its sentence quotes. */
    public int facts() {
        return facts;
    }

    /** Whether what is off for this reason may come on again by itself. */
    public boolean passing() {
        return this == GROUND_SUSPENDED || this == GROUND_HELD;
    }
}
