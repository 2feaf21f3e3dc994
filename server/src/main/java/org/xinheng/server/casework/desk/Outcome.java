package org.xinheng.server.casework.desk;

import java.util.List;
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

    /** @param named what or who it is about, such as the papers that are missing or the body that may; often nothing */
    record Not(Why why, List<Title> named) implements Outcome {
        public Not {
            named = List.copyOf(named);
        }

        public Not(Why why) {
            this(why, List.of());
        }
    }

    enum Why {
        /** 未满最短公示期: a repair before the shortest period is over, or of a record that is not repaired. */
        TOO_EARLY,
        /** A push names a day of application before the decision, whose day is named. */
        APPLIED_TOO_EARLY,
        /** 曾提交虚假材料: after false material no repair on a commitment for the period of the pack. */
        BARRED,
        /** There is no such kind, case, record or organisation, or it is not theirs to know. */
        UNKNOWN,
        /** It is somebody else's. */
        FOREIGN,
        /** 名单由认定单位移出: the record is a listing, ended only by the body that decided it, which is named. */
        NOT_THE_AUTHORITY,
        /** It was decided here: only its own proceeding ends it. */
        OWN_PROCEEDING,
        /** The record has ended meanwhile. */
        RECORD_ENDED,
        /** The ground is none of the kind's. */
        GROUND_UNKNOWN,
        /** The ground is not for subjects of this kind. */
        GROUND_SUBJECT,
        /** 非牵头单位: other bodies lead what the ground names; they are named. */
        GROUND_LED,
        /** Papers without which no case is opened are missing: those named. */
        PAPERS_MISSING,
        /** The organisation for which the window would act has not presented itself. */
        NOT_PRESENTED,
        /** The record was not corrected since the case was opened. */
        NOT_CORRECTED,
        /** A field of the document that is served with the step is missing. */
        DOCUMENT_INCOMPLETE,
        /** The record was not repaired. */
        NOT_REPAIRED,
        /** The ground of a withdrawal is missing. */
        WITHDRAWAL_GROUND
    }
}
