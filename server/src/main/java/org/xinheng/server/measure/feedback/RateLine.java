package org.xinheng.server.measure.feedback;

/**
 * The two rates of a body in a matter (核查率、奖惩反馈率).
 *
 * @param decisions delivered decisions of the period; none where the pack names no record type as which they come
 * @param checked those of them with a receipt before them
 * @param hits checks of the period in which measures applied
 * @param answered those of them of which every measure was answered
 */
public record RateLine(String body, String matter, long decisions, long checked, long hits, long answered) {

    private static final int WHOLE = 100;

    /** In per cent, rounded down; -1 when nothing was decided. */
    public long checkRate() {
        return decisions == 0 ? -1 : checked * WHOLE / decisions;
    }

    /** In per cent, rounded down; -1 when there was nothing to answer. */
    public long feedbackRate() {
        return hits == 0 ? -1 : answered * WHOLE / hits;
    }
}
