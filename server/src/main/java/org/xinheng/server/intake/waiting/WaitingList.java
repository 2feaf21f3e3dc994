package org.xinheng.server.intake.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.waiting.WaitingPage.Line;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what the queue of waiting rows is looked through, ordered and taken home. */
final class WaitingList {

    static final String STATE = "state";

    private WaitingList() {}

    /** @param sources code → name of those that the reader sees */
    static ListPlan<Line> plan(Map<String, String> sources) {
        return new ListPlan<>(
                WaitingPage.PATH,
                "received",
                "waiting-rows",
                WaitingText.TITLE,
                List.of(
                        Column.by(
                                "received",
                                WaitingText.RECEIVED,
                                (line, _) -> Formats.minute(line.row().receivedAt()),
                                line -> line.row().receivedAt()),
                        Column.text(
                                "name",
                                WaitingText.NAME,
                                (line, _) -> line.row().name()),
                        Column.text(
                                "code",
                                WaitingText.CODE,
                                (line, _) -> line.row().code()),
                        Column.text("number", WaitingText.NUMBER, (line, _) -> line.number()),
                        Column.text(
                                "source",
                                WaitingText.SOURCE,
                                (line, _) -> sources.getOrDefault(
                                        line.row().source(), line.row().source())),
                        Column.text("reason", WaitingText.REASON, (line, _) -> line.reason())),
                List.of(
                        Filter.words(WaitingList::texts),
                        Filter.one(
                                "source",
                                WaitingText.SOURCE,
                                sources.entrySet().stream()
                                        .map(source -> new Choice(source.getKey(), _ -> source.getValue()))
                                        .toList(),
                                line -> line.row().source()),
                        Filter.tab(STATE, State.class)));
    }

    private static List<String> texts(Line line) {
        List<String> texts =
                new ArrayList<>(List.of(line.row().name(), line.row().id().toString()));
        if (line.row().code() != null) {
            texts.add(line.row().code());
        }
        if (line.number() != null) {
            texts.add(line.number());
        }
        return texts;
    }
}
