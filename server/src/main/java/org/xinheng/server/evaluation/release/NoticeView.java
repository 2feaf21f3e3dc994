package org.xinheng.server.evaluation.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Words;

/**
 * A notice in words.
 *
 * @param code null where the organisation has none
 * @param grade id of the grade; its words in {@code gradeTitle}
 * @param answerBy last day to answer (Asia/Shanghai)
 * @param state a {@link Notice.State}; its words in {@code stateTitle}
 * @param answer null while there is none
 * @param reasons of the decision; null while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeView(
        String id,
        @Nullable String code,
        String name,
        String model,
        String modelTitle,
        String grade,
        String gradeTitle,
        LocalDate day,
        String servedAt,
        LocalDate answerBy,
        String documentId,
        String state,
        String stateTitle,
        @Nullable String answer,
        @Nullable String reasons) {

    static NoticeView of(
            Notice notice, Organisation organisation, List<EvaluationModel> models, LocalDate today, Words words) {
        EvaluationModel model = models.stream()
                .filter(one -> one.id().equals(notice.matter().model()))
                .findFirst()
                .orElse(null);
        String grade = notice.matter().grade();
        Notice.State state = notice.state(today);
        return new NoticeView(
                Long.toString(notice.id()),
                organisation.code(),
                organisation.name(),
                notice.matter().model(),
                model == null ? notice.matter().model() : words.say(model.rule().title()),
                grade,
                model == null ? grade : title(model, grade, words),
                notice.matter().day(),
                notice.servedAt().toString(),
                notice.answerBy(),
                Long.toString(notice.documentId()),
                state.name(),
                words.say(NoticeText.valueOf("STATE_" + state.name())),
                notice.answer() == null ? null : notice.answer().text(),
                notice.decision() == null ? null : notice.decision().reasons());
    }

    private static String title(EvaluationModel model, String grade, Words words) {
        return model.grades().stream()
                .filter(one -> one.id().equals(grade))
                .findFirst()
                .map(one -> words.say(one.title()))
                .orElse(grade);
    }

    /** Whether the office may decide, or the organisation answer. */
    public boolean isOpen() {
        return state.equals(Notice.State.WAITING.name())
                || state.equals(Notice.State.ANSWERED.name())
                || state.equals(Notice.State.UNANSWERED.name());
    }

    public boolean mayBeAnswered() {
        return isOpen() && answer == null;
    }
}
