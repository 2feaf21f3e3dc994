package org.xinheng.server.intake.timeliness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.ReportingTimeliness.Feed;
import org.xinheng.server.intake.ReportingTimeliness.Group;
import org.xinheng.server.intake.ReportingTimeliness.Line;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.intake.TimelinessFigures;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Timeliness for programs: a source its own, who oversees all. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class TimelinessApi {

    private static final int MOST = 500;

    private final TimelinessDesk desk;
    private final CurrentActor current;

    TimelinessApi(TimelinessDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** What is asked; days are those of first receipt. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String type) {}

    record Report(LocalDate from, LocalDate to, Figures total, List<SourceView> sources) {}

    /**
     * Counts; rates are shares of 1 to four digits, absent where there is nothing to divide by.
     *
     * @param rated those for which the pack sets a period
     * @param provisional counted over a year without notice of holidays
     * @param averagePlatformDays working days from first receipt until in force: the platform's own time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(
            int records,
            int rated,
            int onTime,
            int late,
            @Nullable BigDecimal lateRate,
            int provisional,
            int shown,
            @Nullable BigDecimal averagePlatformDays,
            long longestPlatformDays,
            int repairNotices,
            @Nullable BigDecimal repairNoticeShare) {

        static Figures of(TimelinessFigures figures) {
            return new Figures(
                    figures.records(),
                    figures.rated(),
                    figures.onTime(),
                    figures.late(),
                    figures.lateRate(),
                    figures.provisional(),
                    figures.shown(),
                    figures.averagePlatformDays(),
                    figures.longestPlatformDays(),
                    figures.repairNotices(),
                    figures.repairNoticeShare());
        }
    }

    /** @param historical backlog, outside every rate */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceView(
            String source,
            String name,
            String type,
            Figures figures,
            long historical,
            @Nullable Feed feed) {}

    @GetMapping("/api/v1/timeliness")
    Report report(
            Asked asked,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Period period = period(asked, words);
        List<Line> lines = desk.lines(current.find().orElseThrow(), period);
        TimelinessFigures total =
                lines.stream().map(Line::figures).reduce(TimelinessFigures.NONE, TimelinessFigures::plus);
        return new Report(
                period.from(),
                period.to(),
                Figures.of(total),
                lines.stream()
                        .map(line -> new SourceView(
                                line.source(),
                                desk.nameOf(line.source(), words),
                                line.type(),
                                Figures.of(line.figures()),
                                line.historical(),
                                line.feed()))
                        .toList());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Groups(
            String source,
            LocalDate from,
            LocalDate to,
            List<GroupView> groups,
            @Nullable String next) {}

    /** @param timeliness absent where the pack sets no period; @param act id of the delivery or link that brought them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupView(
            String act,
            String type,
            LocalDate decidedOn,
            LocalDate receivedOn,
            LocalDate publishedOn,
            int records,
            org.xinheng.core.record.@Nullable Timeliness timeliness) {
        static GroupView of(Group group) {
            return new GroupView(
                    Long.toString(group.act()),
                    group.type(),
                    group.decidedOn(),
                    group.receivedOn(),
                    group.publishedOn(),
                    group.records(),
                    group.timeliness());
        }
    }

    @GetMapping("/api/v1/timeliness/{source}")
    Groups groups(
            @PathVariable String source,
            Asked asked,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Period period = period(asked, words);
        var actor = current.find().orElseThrow();
        String code = desk.code(source);
        if (!desk.seen(actor).covers(code)) {
            throw ApiProblem.of(
                    HttpStatus.FORBIDDEN,
                    "timeliness.foreign",
                    words.say(TimelinessText.PROBLEM_SOURCE),
                    words.say(TimelinessText.PROBLEM_SOURCE_ADVICE));
        }
        var page = desk.groups(actor, code, period, late, after, Math.clamp(size, 1, MOST));
        return new Groups(
                code,
                period.from(),
                period.to(),
                page.groups().stream().map(GroupView::of).toList(),
                page.next());
    }

    private Period period(Asked asked, Words words) {
        FormCheck check = desk.check(words);
        Period period = desk.period(asked.from(), asked.to(), asked.type(), check, words);
        if (check.failed()) {
            throw check.problem();
        }
        return period;
    }
}
