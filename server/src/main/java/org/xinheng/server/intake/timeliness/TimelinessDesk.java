package org.xinheng.server.intake.timeliness;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.intake.ReportingTimeliness;
import org.xinheng.server.intake.ReportingTimeliness.Counted;
import org.xinheng.server.intake.ReportingTimeliness.Delivered;
import org.xinheng.server.intake.ReportingTimeliness.Line;
import org.xinheng.server.intake.ReportingTimeliness.Owed;
import org.xinheng.server.intake.ReportingTimeliness.Page;
import org.xinheng.server.intake.ReportingTimeliness.Period;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What API and pages share: whose figures an actor sees, and for which days. */
final class TimelinessDesk {

    private final ReportingTimeliness timeliness;
    private final PolicyInForce inForce;
    private final AccessLog log;
    private final Clock clock;

    TimelinessDesk(ReportingTimeliness timeliness, PolicyInForce inForce, AccessLog log, Clock clock) {
        this.timeliness = timeliness;
        this.inForce = inForce;
        this.log = log;
        this.clock = clock;
    }

    FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
    }

    /** This year until today, where nothing else was asked; meaningful only when the check has not failed. */
    Period period(@Nullable String from, @Nullable String to, @Nullable String type, FormCheck check, Words words) {
        LocalDate last = check.day("to", to);
        LocalDate first = check.day("from", from);
        LocalDate until = last == null ? today() : last;
        LocalDate since = first == null ? until.withDayOfYear(1) : first;
        if (since.isAfter(until)) {
            check.wrong("from", words.say(TimelinessText.PERIOD_WRONG));
        }
        return new Period(since, until, type == null || type.isBlank() ? null : type.strip());
    }

    SourceScope seen(Actor actor) {
        return SourceScope.toSee(actor, inForce.policy(), today());
    }

    List<Line> lines(Actor actor, Period period) {
        SourceScope scope = seen(actor);
        note(actor, scope);
        return timeliness.lines(period, scope);
    }

    /** As {@link #lines}, as part of a paper of its own name, which is what is logged. */
    List<Line> lines(Actor actor, Period period, String paper) {
        SourceScope scope = seen(actor);
        log.read(actor, paper, null, ReadingPurpose.of(scope.all()).code());
        return timeliness.lines(period, scope);
    }

    /** Figures alone, of each month by itself; one look, which is logged once. */
    List<List<Counted>> figures(Actor actor, List<YearMonth> months) {
        SourceScope scope = seen(actor);
        note(actor, scope);
        return months.stream()
                .map(month -> timeliness.figures(new Period(month.atDay(1), month.atEndOfMonth(), null), scope))
                .toList();
    }

    /** Cycles in which sources that the actor sees had to be heard; the caller logs the look. */
    List<Owed> owed(Actor actor, Period period) {
        return timeliness.owed(period, seen(actor));
    }

    /** The same, as a paper of its own name, which is what is logged. */
    List<Owed> owed(Actor actor, Period period, String paper) {
        log.read(actor, paper, null, ReadingPurpose.of(seen(actor).all()).code());
        return owed(actor, period);
    }

    /** As {@link ReportingTimeliness#begins}. */
    LocalDate reportingBegins() {
        return timeliness.begins();
    }

    /** Rows delivered, of the sources that the actor sees. */
    List<Delivered> delivered(Actor actor, Period period) {
        return timeliness.delivered(period, seen(actor));
    }

    /** For a source that the actor sees. */
    Page groups(Actor actor, String source, Period period, boolean lateOnly, @Nullable String after, int size) {
        note(actor, seen(actor));
        return timeliness.groups(source, period, lateOnly, after, size);
    }

    void note(Actor actor, SourceScope scope) {
        log.read(actor, "timeliness", null, ReadingPurpose.of(scope.all()).code());
    }

    /** Code of a source, which may be asked for by its id too. */
    String code(String codeOrId) {
        return inForce.policy().authority(codeOrId).map(Authority::code).orElse(codeOrId);
    }

    String nameOf(String source, Words words) {
        return inForce.policy()
                .authority(source)
                .map(authority -> words.say(authority.name()))
                .orElse(source);
    }

    String titleOf(String type, Words words) {
        return inForce.policy()
                .recordType(type)
                .map(known -> words.say(known.title()))
                .orElse(type);
    }

    /** Types that deliveries can have, for a filter. */
    List<RecordType> types() {
        return List.copyOf(policy().recordTypes().values());
    }

    Policy policy() {
        return inForce.policy();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
