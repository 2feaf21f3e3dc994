package org.xinheng.server.breach.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xinheng.server.breach.BreachNotices.Notice;
import org.xinheng.server.breach.BreachNotices.State;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/**
 * A notice in words.
 *
 * @param body name of the body or enterprise in breach
 * @param record type and day of the record
 * @param history what became of the notice, oldest first
 * @param open whether it waits to be acknowledged
 */
public record BreachView(
        String id,
        String number,
        String state,
        String body,
        String code,
        String record,
        String document,
        String superior,
        String written,
        String due,
        String basis,
        List<String> history,
        boolean open) {

    public BreachView {
        history = List.copyOf(history);
    }

    static BreachView of(BreachDesk.Told told, Words words) {
        Notice notice = told.notice();
        Formats formats = new Formats(words.language());
        return new BreachView(
                Long.toString(notice.id()),
                number(notice, words),
                words.say(BreachText.valueOf("STATE_" + told.state().name())),
                told.body(words),
                Objects.requireNonNullElse(told.code(), ""),
                told.recordType(words),
                notice.cause().documentNumber() + " "
                        + formats.day(notice.cause().decidedOn()),
                told.superior(words),
                formats.day(notice.writtenOn()),
                formats.day(notice.dueOn()),
                told.basis(),
                history(notice, formats, words),
                told.state() == State.WAITING || told.state() == State.OVERDUE);
    }

    static String number(Notice notice, Words words) {
        return words.say(BreachText.NUMBER, Integer.toString(notice.year()), Integer.toString(notice.number()));
    }

    private static List<String> history(Notice notice, Formats formats, Words words) {
        List<String> history = new ArrayList<>();
        if (notice.acknowledgedOn() != null) {
            history.add(words.say(BreachText.ACKNOWLEDGED_ON, formats.day(notice.acknowledgedOn())));
        }
        if (notice.withdrawal() != null) {
            history.add(words.say(
                    BreachText.valueOf("REASON_" + notice.withdrawal().reason().name()),
                    formats.day(notice.withdrawal().on())));
        }
        return history;
    }
}
