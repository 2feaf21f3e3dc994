package org.xinheng.server.evaluation.room;

import org.xinheng.server.web.Text;

/** Words of the model room. */
public enum RoomText implements Text {
    NAV,
    TITLE,
    LEAD,
    START_TITLE,
    START_HINT,
    START_PACK,
    START_MODEL,
    START,
    APPROVE,
    NONE,
    NONE_HINT,
    PACK,
    MODEL,
    DAY,
    STATE,
    STATE_WORKING,
    STATE_FINISHED,
    STATE_BROKEN_OFF,
    TRIAL_TITLE,
    EXPORT,
    GRADES,
    GRADE,
    BEFORE,
    AFTER,
    SHARE,
    OUTSIDE,
    NOT_RATED,
    MOVES,
    MOVES_NONE,
    FROM,
    TO,
    NUMBER,
    EXAMPLES,
    SUBJECT,
    CAUSES,
    INDICATORS,
    INDICATOR,
    FIRED,
    POINTS,
    NEVER,
    DOMINATES,
    GROUPS,
    GROUP,
    SIZE_NOT_STATED,
    MOVED,
    MOVED_SHARE,
    SPREAD,
    MEAN_BEFORE,
    MEAN_AFTER,
    MONOTONE,
    VIOLATED,
    PROBLEM_PACK,
    PROBLEM_MODEL,
    PROBLEM_MODEL_ADVICE,
    PROBLEM_TRIAL,
    PROBLEM_TRIAL_ADVICE;

    @Override
    public String bundle() {
        return "model-room";
    }
}
