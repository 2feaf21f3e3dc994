package org.xinheng.server.intake.timeliness;

import org.xinheng.server.web.Text;

/** Words of the score sheet. */
enum ScoreText implements Text {
    TITLE,
    LEAD,
    SOURCE,
    ASSESSMENT,
    ITEM,
    POINTS,
    FIGURE,
    SCORE,
    SUM,
    BY_HAND,
    NO_FIGURE,
    FIGURE_LATE,
    FIGURE_USABLE,
    FIGURE_UNREPORTED,
    NO_SCORE,
    FROM,
    TO,
    PERIOD_WRONG,
    PERIOD_WRONG_ADVICE,
    UNREPORTED_TITLE,
    UNREPORTED_LEAD,
    UNREPORTED_FROM,
    UNREPORTED_TO,
    UNREPORTED_TYPE,
    UNREPORTED_BEGUN,
    UNREPORTED_DUE,
    UNREPORTED_STATE,
    UNREPORTED_MISSED,
    UNREPORTED_PROVISIONAL,
    UNREPORTED_COUNTED,
    UNREPORTED_NONE_DUE,
    UNREPORTED_NONE_DUE_HINT,
    UNREPORTED_NONE_MISSED,
    UNREPORTED_NONE_MISSED_HINT;

    @Override
    public String bundle() {
        return "scores";
    }
}
