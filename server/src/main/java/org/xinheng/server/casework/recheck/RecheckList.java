package org.xinheng.server.casework.recheck;

import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.server.casework.recheck.RecheckPage.Entry;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** By what re-checks are looked for, ordered and taken home; those with something wrong stand first. */
final class RecheckList {

    static final ListPlan<Entry> PLAN = new ListPlan<>(
            RecheckPage.PATH,
            "due",
            "rechecks",
            RecheckText.TITLE,
            List.of(
                    Column.text("case", RecheckText.CASE, (entry, _) -> entry.number()),
                    Column.text(
                            "party",
                            RecheckText.PARTY,
                            (entry, _) -> entry.line().party()),
                    Column.day("granted", RecheckText.GRANTED, Entry::granted),
                    Column.day("due", RecheckText.DUE, Entry::due),
                    Column.text("found", RecheckText.FOUND, RecheckList::found),
                    Column.text("result", RecheckText.RESULT, RecheckList::result)),
            List.of(
                    Filter.words(entry -> List.of(entry.number(), entry.line().party())),
                    Filter.one(
                            "state",
                            RecheckText.STATE,
                            List.of(
                                    new Choice("open", words -> words.say(RecheckText.STATE_OPEN)),
                                    new Choice("done", words -> words.say(RecheckText.STATE_DONE))),
                            entry -> entry.line().open() ? "open" : "done")));

    private RecheckList() {}

    private static String found(Entry entry, Words words) {
        List<Text> faults = entry.faults();
        return faults.isEmpty()
                ? words.say(RecheckText.FOUND_NOTHING)
                : faults.stream().map(words::say).collect(Collectors.joining("; "));
    }

    private static String result(Entry entry, Words words) {
        Text result = entry.result();
        return result == null ? "" : (words.say(result) + " " + entry.note()).strip();
    }
}
