package org.xinheng.server.casework.page;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.Explanation;
import org.xinheng.core.casework.TimerReading;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** A due day that explains itself in one sentence, with its source (期限说明). */
public final class DueSentence {

    private final Words words;
    private final Formats formats;

    public DueSentence(Words words) {
        this.words = words;
        this.formats = new Formats(words.language());
    }

    /** @param file the case of the period, whose steps say why it was made longer */
    public String of(TimerReading timer, CaseFile file, CaseKind kind) {
        DeadlineRule rule = timer.rule();
        String source = rule.rule().basis().citation();
        DueDate due = timer.due();
        if (due == null) {
            return words.say(CaseText.DUE_STOPPED, source);
        }
        boolean working = rule.unit() == DeadlineRule.Unit.WORKING_DAYS;
        boolean same = rule.counting().firstDay() == DeadlineRule.FirstDay.SAME_DAY;
        return words.say(
                CaseText.DUE_SENTENCE,
                formats.day(timer.start()),
                words.say(same ? CaseText.DUE_SAME_DAY : CaseText.DUE_NEXT_DAY),
                words.say(working ? CaseText.DUE_WORKING : CaseText.DUE_CALENDAR, rule.days()),
                skipped(timer) + extended(timer, file, kind),
                formats.day(due.date()) + (due.provisional() ? provisional(timer.why()) : ""),
                source);
    }

    private String skipped(TimerReading timer) {
        StringBuilder skipped = new StringBuilder();
        Explanation why = timer.why();
        if (why != null && why.plainWeekendDays() > 0) {
            skipped.append(words.say(CaseText.DUE_WEEKENDS, why.plainWeekendDays()));
        }
        if (why != null) {
            why.holidays()
                    .forEach(holiday -> skipped.append(words.say(
                            CaseText.DUE_HOLIDAYS,
                            holiday.name(),
                            holiday.last().toEpochDay() - holiday.first().toEpochDay() + 1)));
        }
        if (why != null && !why.makeUpDays().isEmpty()) {
            skipped.append(words.say(CaseText.DUE_MAKE_UP, why.makeUpDays().size()));
        }
        timer.pauses()
                .forEach(pause -> skipped.append(
                        words.say(CaseText.DUE_PAUSED, formats.day(pause.first()), formats.day(pause.last()))));
        return skipped.toString();
    }

    /** With the reasons of the step that made it longer, the last one where there were several; nothing where the pack names it no more. */
    private String extended(TimerReading timer, CaseFile file, CaseKind kind) {
        if (!timer.extended()) {
            return "";
        }
        return file.steps().stream()
                .skip(timer.startedBy())
                .filter(taken -> kind.action(taken.step().action())
                        .filter(action -> action.needs().clockwork() == CaseKind.Clockwork.EXTEND)
                        .isPresent())
                .reduce((_, later) -> later)
                .map(taken -> words.say(
                        CaseText.DUE_EXTENDED,
                        taken.said().reason().replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]+$", "")))
                .orElse("");
    }

    private String provisional(@Nullable Explanation why) {
        String years = why == null
                ? ""
                : String.join(
                        "、",
                        why.yearsWithoutNotice().stream().map(String::valueOf).toList());
        return words.say(CaseText.DUE_PROVISIONAL, years);
    }
}
