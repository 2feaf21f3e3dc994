package org.xinheng.server.inspection.plan;

import java.util.List;

/** What became of a step; a refusal is a code with facts, its words stand in the messages. */
public sealed interface Outcome {

    record Done(Plan plan) implements Outcome {}

    record Refused(Reason reason, List<String> facts) implements Outcome {
        public Refused {
            facts = List.copyOf(facts);
        }
    }

    /** Why a step is not taken. */
    enum Reason {
        /** The pack in force says nothing of inspections, or has no ratios for the day. */
        NO_RULES,
        /** This step was taken before: each is taken once. */
        DONE_BEFORE,
        /** The plan would not be public long enough before the first visit; the fact is the earliest day. */
        TOO_SOON,
        /** No team of qualified inspectors without conflict; the facts are codes. */
        NO_TEAM,
        /** All are excluded, or nobody is to be drawn. */
        NOBODY_LEFT,
        /** A choice by hand and no draw; facts: the pack's smallest pool, and how many may be drawn. */
        POOL_TOO_SMALL,
        /** Codes that the register does not hold. */
        UNKNOWN_CODES,
        /** Items of the plan that the pack in force no longer has; the facts are their ids. */
        UNKNOWN_ITEMS,
        /** The pack in force no longer has the source that the plan names. */
        UNKNOWN_SOURCE,
        /** Inspectors or titles that cannot stand in a draw. */
        UNFIT,
        NOT_SEALED,
        /** The value that the plan names was out by the time of the commitment; facts: both instants. */
        SEED_TOO_OLD,
        /** The value that the plan names is not out yet; the fact is the instant. */
        SEED_IN_FUTURE,
        /** What is stored is not what was committed to. */
        CHANGED,
        NO_SUCH_VISIT,
        /** The day of a visit lies before the draw or in the future. */
        DAY_OUTSIDE
    }

    static Refused refused(Reason reason, String... facts) {
        return new Refused(reason, List.of(facts));
    }
}
