package org.xinheng.server.archive.held;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what the queue of held records is looked through, ordered and taken home. */
final class HeldList {

    static final String KIND = "kind";

    private HeldList() {}

    static ListPlan<HeldLine> plan(Policy policy) {
        return new ListPlan<>(
                HeldPage.PATH,
                "-decided",
                "held-records",
                HeldText.TITLE,
                List.of(
                        Column.text(
                                "address",
                                HeldText.ADDRESS,
                                (line, _) -> line.record().address()),
                        Column.text(
                                "what",
                                HeldText.WHAT,
                                (line, _) -> line.record().what()),
                        Column.text("party", HeldText.PARTY, (line, _) -> party(line)),
                        Column.text(
                                "number",
                                HeldText.NUMBER,
                                (line, _) -> line.record().number()),
                        Column.day(
                                "decided",
                                HeldText.DECIDED,
                                line -> line.record().version().decidedOn()),
                        Column.text(
                                "source",
                                HeldText.SOURCE,
                                (line, _) -> line.record().source()),
                        Column.text("why", HeldText.WHY, (line, _) -> String.join("\n", line.why()))),
                List.of(
                        Filter.words(HeldList::texts),
                        Filter.one(
                                "type",
                                HeldText.TYPE,
                                policy.recordTypes().values().stream()
                                        .map(type -> new Choice(type.id(), words -> words.say(type.title())))
                                        .toList(),
                                line -> line.record().version().type()),
                        Filter.tab(KIND, Kind.class)));
    }

    private static String party(HeldLine line) {
        var party = line.record().party();
        return party == null ? "" : party.name();
    }

    private static List<String> texts(HeldLine line) {
        RecordLine record = line.record();
        List<String> texts = new ArrayList<>(List.of(record.what(), party(line), record.source(), record.address()));
        if (record.number() != null) {
            texts.add(record.number());
        }
        return texts;
    }
}
