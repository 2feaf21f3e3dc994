package org.xinheng.server.evaluation.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advice in words.
 *
 * @param code null where the organisation has none
 * @param day of the evaluation; @param servedOn day of service (Asia/Shanghai)
 * @param reasons and {@code changes} by the result of today; null for the office, and where nothing is advised any more
 * @param answer null while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdviceView(
        String id,
        @Nullable String code,
        String name,
        String model,
        String modelTitle,
        String grade,
        String gradeTitle,
        LocalDate day,
        LocalDate servedOn,
        String documentId,
        boolean talk,
        List<CourseView> courses,
        @Nullable List<String> reasons,
        @Nullable List<String> changes,
        @Nullable Answer answer) {

    /** @param title with day and provider; @param chosen whether the last answer names it */
    public record CourseView(String id, String title, String text, boolean chosen) {}

    public record Answer(boolean talk, List<String> courses, String at) {}

    /** Whether the last answer wants the talk. */
    public boolean wantsTalk() {
        return answer != null && answer.talk();
    }
}
