package org.xinheng.server.intake.timeliness;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.Field;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.Holdings.Brought;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.intake.ReportingTimeliness.Line;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.intake.TimelinessFigures;
import org.xinheng.server.intake.timeliness.TimelinessApi.Asked;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Timeliness on pages: all sources, one source, its rows. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class TimelinessController {

    private static final int LINES = 50;

    private final TimelinessDesk desk;
    private final Holdings holdings;
    private final Organisations organisations;
    private final CurrentActor current;

    TimelinessController(TimelinessDesk desk, Holdings holdings, Organisations organisations, CurrentActor current) {
        this.desk = desk;
        this.holdings = holdings;
        this.organisations = organisations;
        this.current = current;
    }

    @GetMapping(TimelinessPage.PATH)
    TimelinessPage sources(Asked asked, HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        Period period = desk.period(asked.from(), asked.to(), asked.type(), check, words);
        if (check.failed()) {
            return new TimelinessPage(asTyped(asked, check), TimelinessFigures.NONE, List.of());
        }
        List<Line> lines = desk.lines(actor(), period);
        return new TimelinessPage(
                PeriodForm.of(period, desk.types()),
                lines.stream().map(Line::figures).reduce(TimelinessFigures.NONE, TimelinessFigures::plus),
                lines.stream()
                        .map(line -> new TimelinessPage.Entry(
                                line, desk.nameOf(line.source(), words), desk.titleOf(line.type(), words)))
                        .toList());
    }

    private PeriodForm asTyped(Asked asked, FormCheck check) {
        return new PeriodForm(
                typed(asked.from()), typed(asked.to()), typed(asked.type()), desk.types(), check.faults());
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    @GetMapping(TimelinessPage.PATH + "/{source}")
    Answer source(
            @PathVariable String source,
            Asked asked,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        Words words = words(request);
        String code = desk.code(source);
        if (!desk.seen(actor()).covers(code)) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        FormCheck check = desk.check(words);
        Period period = desk.period(asked.from(), asked.to(), asked.type(), check, words);
        if (check.failed()) {
            return new TimelinessPage(asTyped(asked, check), TimelinessFigures.NONE, List.of());
        }
        var page = desk.groups(actor(), code, period, late, after, LINES);
        return new SourcePage(
                PeriodForm.of(period, desk.types()),
                code,
                desk.nameOf(code, words),
                late,
                page.groups().stream()
                        .map(group -> new SourcePage.Entry(group, desk.titleOf(group.type(), words)))
                        .toList(),
                page.next(),
                after == null);
    }

    @GetMapping(TimelinessPage.PATH + "/{source}/rows")
    Answer rows(
            @PathVariable String source,
            @RequestParam long act,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decided,
            @RequestParam(defaultValue = "0") int after,
            HttpServletRequest request) {
        String code = desk.code(source);
        SourceScope scope = desk.seen(actor());
        if (!scope.covers(code)) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        desk.note(actor(), scope);
        Slice<Brought> page = Slice.of(LINES, many -> holdings.broughtBy(act, decided, after, many));
        List<Brought> shown = page.rows().stream()
                .filter(one -> one.version().sourceCode().equals(code))
                .toList();
        Map<Long, OrganisationLabel> parties = organisations.labels(
                shown.stream().map(one -> one.version().organisationId()).toList());
        return new RowsPage(
                code,
                desk.nameOf(code, words(request)),
                act,
                decided,
                shown.stream()
                        .map(one -> new RowsPage.Entry(
                                one.row(),
                                one.version(),
                                number(one.version()),
                                parties.get(one.version().organisationId())))
                        .toList(),
                page.next(Brought::row));
    }

    private @Nullable String number(RecordVersion version) {
        return desk.policy()
                .recordType(version.type())
                .flatMap(type -> type.field(Field.Role.DOCUMENT_NUMBER))
                .map(field -> version.values().get(field.name()))
                .orElse(null);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
