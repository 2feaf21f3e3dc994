package org.xinheng.server.casework.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.TimerReading;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.Surroundings;
import org.xinheng.server.casework.page.DueSentence;
import org.xinheng.server.web.Words;

/**
 * A case as programs read it.
 *
 * @param seen number of the last step: to be sent back with the next one
 * @param actions ids of what the asker may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        String id,
        String number,
        String kind,
        @Nullable String record,
        String authority,
        @Nullable String ground,
        String state,
        boolean closed,
        boolean repeated,
        int seen,
        List<Period> periods,
        List<StepView> steps,
        List<String> actions) {

    /**
     * @param due absent while the period stands still
     * @param sentence how the due day comes about, with its source, in the language asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Period(
            String id,
            LocalDate start,
            @Nullable LocalDate due,
            boolean provisional,
            boolean ended,
            boolean missed,
            String basis,
            String sentence) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            int number,
            String action,
            String party,
            LocalDate day,
            Instant at,
            String reason,
            String documentNumber,
            @Nullable LocalDate documentDate,
            List<String> papers) {}

    static CaseView of(CaseFile file, CaseKind kind, List<CaseKind.Action> actions, Surroundings around, Words words) {
        DueSentence sentence = new DueSentence(words);
        var view = around.machine(kind).view(file.course());
        LocalDate today = around.today();
        return new CaseView(
                Long.toString(file.id()),
                file.number(),
                kind.id(),
                file.opening().record(),
                file.opening().authority(),
                file.opening().ground(),
                view.state().id(),
                file.closed(),
                file.opening().repeated(),
                file.steps().size(),
                view.timers().stream()
                        .map(timer -> period(timer, today, sentence.of(timer, file, kind)))
                        .toList(),
                file.steps().stream().map(CaseView::step).toList(),
                actions.stream().map(CaseKind.Action::id).toList());
    }

    private static Period period(TimerReading timer, LocalDate today, String sentence) {
        var due = timer.due();
        return new Period(
                timer.timer().id(),
                timer.start(),
                due == null ? null : due.date(),
                due != null && due.provisional(),
                timer.ended(),
                timer.missed(today),
                timer.rule().rule().basis().citation(),
                sentence);
    }

    private static StepView step(CaseFile.Taken taken) {
        return new StepView(
                taken.step().number(),
                taken.step().action(),
                taken.step().party().name().toLowerCase(java.util.Locale.ROOT),
                taken.step().day(),
                taken.step().at(),
                taken.said().reason(),
                taken.said().documentNumber(),
                taken.said().documentDate(),
                taken.papers());
    }
}
