package org.xinheng.server.evaluation.given;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a feed as its reader takes it: the grade and where it comes from, and nothing of how it came about.
 *
 * @param act {@code GIVEN} or {@code ENDED}
 * @param ends number of the line that it ends; null for a grade that was given
 * @param code of the organisation; of an entry that became part of another one its own, under which the grade was given; null where it
 *     has none
 * @param grade null for an end, and while reads of the grant are used up
 * @param day as of which the organisation has the grade, or has not (Asia/Shanghai)
 * @param edition of the pack that has the rule
 * @param reason why it ended, an {@link Ended}; null for a grade that was given
 * @param withheld why the grade is not said; null where it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineView(
        String number,
        String act,
        @Nullable String ends,
        @Nullable String code,
        String name,
        String model,
        String modelTitle,
        @Nullable String grade,
        @Nullable String gradeTitle,
        LocalDate day,
        String rule,
        String edition,
        String basis,
        @Nullable String reason,
        @Nullable String reasonTitle,
        @Nullable String withheld,
        String notice) {}
