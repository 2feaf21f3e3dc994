package org.xinheng.packs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.core.calendar.Deadline;
import org.xinheng.core.calendar.Explanation;
import org.xinheng.core.calendar.SpecialDay;

/** Says to a person why a deadline falls on its day. */
final class DeadlineWords {

    private final Words words;

    DeadlineWords(Words words) {
        this.words = words;
    }

    List<String> lines(Deadline deadline) {
        Explanation why = deadline.explanation();
        List<String> lines = new ArrayList<>();
        lines.add(words.say("days.deadline", deadline.start(), deadline.workingDays(), deadline.date()));
        if (why.plainWeekendDays() > 0) {
            lines.add(words.say("days.weekends", why.plainWeekendDays()));
        }
        for (Explanation.Holiday holiday : why.holidays()) {
            lines.add(
                    holiday.first().equals(holiday.last())
                            ? words.say("days.holiday", holiday.name(), holiday.first())
                            : words.say("days.holidays", holiday.name(), holiday.first(), holiday.last()));
        }
        if (!why.makeUpDays().isEmpty()) {
            lines.add(words.say(
                    "days.make-up",
                    why.makeUpDays().stream().map(day -> day.date().toString()).collect(Collectors.joining(", "))));
        }
        sources(why).forEach(source -> lines.add(words.say("days.source", source)));
        if (deadline.provisional()) {
            lines.add(words.say(
                    "days.provisional",
                    why.yearsWithoutNotice().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private static Stream<String> sources(Explanation why) {
        return Stream.concat(
                        why.holidays().stream().map(Explanation.Holiday::source),
                        why.makeUpDays().stream().map(SpecialDay::source))
                .distinct();
    }
}
