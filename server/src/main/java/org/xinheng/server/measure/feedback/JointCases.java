package org.xinheng.server.measure.feedback;

import org.xinheng.core.policy.Measure;

/**
 * Joint-measure cases (联合奖惩案例) of a body and month, out of its feedback.
 *
 * @param body id of the body; blank for askers of none
 * @param month as 2026-06 (Asia/Shanghai), in which it was said
 * @param cases measures that were applied after a check
 * @param organisations to whom
 */
public record JointCases(
        String body, String month, String measure, Measure.Effect effect, long cases, long organisations) {}
