package org.xinheng.server.casework.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.CaseMachine;
import org.xinheng.core.casework.TimerReading;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.CaseEffects;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.desk.Surroundings;
import org.xinheng.server.service.Attachments;
import org.xinheng.server.web.Words;

/** Turns cases into what a reader sees of them. A kind that the pack in force no longer knows is not shown. */
public final class CaseReading {

    private final Surroundings around;
    private final Subjects subjects;
    private final Attachments attachments;

    public CaseReading(Surroundings around, Subjects subjects, Attachments attachments) {
        this.around = around;
        this.subjects = subjects;
        this.attachments = attachments;
    }

    /** What is due first comes first; what stands still or has no period comes last. */
    public List<CaseLine> lines(List<CaseFile> files) {
        Map<Long, String> names = subjects.names(
                files.stream().map(file -> file.opening().organisationId()).toList());
        List<CaseLine> lines = new ArrayList<>();
        files.forEach(file -> around.kind(file.opening().kind()).ifPresent(kind -> lines.add(line(file, kind, names))));
        lines.sort(Comparator.comparing(line -> line.due() == null ? LocalDate.MAX : line.due()));
        return lines;
    }

    public Optional<CaseLine> line(CaseFile file) {
        return around.kind(file.opening().kind()).map(kind -> line(file, kind, names(file)));
    }

    private Map<Long, String> names(CaseFile file) {
        return subjects.names(List.of(file.opening().organisationId()));
    }

    private CaseLine line(CaseFile file, CaseKind kind, Map<Long, String> names) {
        CaseMachine.View view = around.machine(kind).view(file.course());
        LocalDate due = view.next().map(TimerReading::due).map(DueDate::date).orElse(null);
        String party = names.getOrDefault(file.opening().organisationId(), "");
        return new CaseLine(
                file,
                kind.rule().title(),
                view.state().title(),
                party,
                body(file.opening().authority()),
                due,
                due != null && around.today().isAfter(due),
                view.suspended() && !view.state().closed());
    }

    private String body(String code) {
        return around.policy()
                .authority(code)
                .map(Authority::name)
                .map(Title::zh)
                .orElse(code);
    }

    public @Nullable RecordLine record(CaseFile file) {
        String record = file.opening().record();
        return record == null ? null : subjects.line(record);
    }

    /**
     * @param inCase whether the reader takes part in it, so that its attachments are theirs to see
     * @param form what the reader may do, with what was typed
     */
    public Optional<CasePage> page(CaseFile file, boolean inCase, CasePage.Form form, Words words) {
        return around.kind(file.opening().kind())
                .map(kind -> new CasePage(
                        line(file, kind, names(file)),
                        kind,
                        record(file),
                        periods(file, kind, words),
                        inCase ? attachments.ofCase(file.number()) : List.of(),
                        inCase,
                        form));
    }

    private List<CasePage.Period> periods(CaseFile file, CaseKind kind, Words words) {
        DueSentence sentence = new DueSentence(words);
        return around.machine(kind).view(file.course()).timers().stream()
                .map(timer -> new CasePage.Period(
                        title(timer), sentence.of(timer, file, kind), timer.ended(), timer.missed(around.today())))
                .toList();
    }

    private static Title title(TimerReading timer) {
        DeadlineRule rule = timer.rule();
        return rule.rule().title();
    }

    public CasePage.Form form(
            List<Action> actions, CaseForms forms, TypedStep typed, Map<String, String> faults, Words words) {
        boolean withdraws = actions.stream().anyMatch(action -> action.effects().contains(CaseKind.Effect.WITHDRAW));
        return new CasePage.Form(
                actions,
                withdraws ? forms.withdrawalGrounds(words) : Map.of(),
                CaseEffects.asked(around.policy(), actions),
                typed,
                faults);
    }
}
