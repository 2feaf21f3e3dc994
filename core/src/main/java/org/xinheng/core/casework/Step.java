package org.xinheng.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CaseKind.Party;

/**
 * One thing that was done in a case (办理步骤); steps are only ever added.
 *
 * @param number 1 for the one that opened the case, without gaps
 * @param day the day from which periods count it (Asia/Shanghai): that of the application for one that came by a push
 * @param at when it was taken down
 * @param until last day of an extension whose length the rule does not give; else null
 */
public record Step(
        int number,
        String action,
        Party party,
        LocalDate day,
        Instant at,
        @Nullable LocalDate until) {}
