package org.xinheng.server.casework.page;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.Explanation;
import org.xinheng.core.casework.TimerReading;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** A due day that explains itself in one sentence, with its source (期限说明). */
final class DueSentence {

    private final Words words;
    private final Formats formats;

    DueSentence(Words words) {
        this.words = words;
        this.formats = new Formats(words.language());
    }

    String of(TimerReading timer) {
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
                skipped(timer),
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
        return skipped.append(timer.extended() ? words.say(CaseText.DUE_EXTENDED) : "")
                .toString();
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
