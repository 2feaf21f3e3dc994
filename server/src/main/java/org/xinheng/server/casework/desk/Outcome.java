package org.xinheng.server.casework.desk;

import org.xinheng.core.casework.Refusal;
import org.xinheng.core.policy.Title;
import org.xinheng.server.casework.CaseFile;

/** What became of opening a case or taking a step. */
public sealed interface Outcome {

    /** @param file as it stands after it */
    record Done(CaseFile file) implements Outcome {}

    /** What is said is not looked into here; the organisation is told where (救济途径). */
    record Elsewhere(Title remedy) implements Outcome {}

    /** A case of that kind on it is open. */
    record AlreadyOpen(CaseFile file) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    record Not(Why why) implements Outcome {}

    enum Why {
        /** 未满最短公示期: a repair before the shortest period is over, or of a record that is not repaired. */
        TOO_EARLY,
        /** 曾提交虚假材料: after false material no repair on a commitment for the period of the pack. */
        BARRED,
        /** There is no such kind, case, record or organisation, or it is not theirs to know. */
        UNKNOWN,
        /** It is somebody else's. */
        FOREIGN,
        /** The record has ended meanwhile. */
        RECORD_ENDED,
        /** The ground is none of the kind's. */
        GROUND_UNKNOWN,
        /** A paper without which no case is opened is missing. */
        PAPERS_MISSING,
        /** The organisation for which the window would act has not presented itself. */
        NOT_PRESENTED,
        /** The record was not corrected since the case was opened. */
        NOT_CORRECTED,
        /** The record was not repaired. */
        NOT_REPAIRED,
        /** The ground of a withdrawal is missing. */
        WITHDRAWAL_GROUND
    }
}
