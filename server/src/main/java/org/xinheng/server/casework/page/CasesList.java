package org.xinheng.server.casework.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what cases are looked for, ordered and taken home: by the kinds of the pack and the day. */
final class CasesList {

    /** Where the cases stand in which the end of a period waits for an answer. */
    static final String REMINDED_PATH = CasesPage.PATH + "?reminded=true";

    private static final String ALL = "all";
    private static final String REMINDED = "reminded";

    private CasesList() {}

    static ListPlan<CaseLine> plan(List<CaseKind> kinds, LocalDate today) {
        return new ListPlan<>(
                CasesPage.PATH,
                "due",
                "cases",
                CaseText.CASES_TITLE,
                List.of(
                        Column.by(
                                "number",
                                CaseText.CASES_NUMBER,
                                (line, _) -> line.file().number(),
                                line -> line.file().id()),
                        Column.text("kind", CaseText.CASE_KIND, (line, words) -> words.say(line.kind())),
                        Column.text("about", CaseText.CASES_ABOUT, (line, _) -> line.about()),
                        Column.text("state", CaseText.CASES_STATE, (line, words) -> words.say(line.state())),
                        Column.day("due", CaseText.CASES_DUE, CaseLine::due),
                        Column.by(
                                "late",
                                CaseText.CASES_LATE,
                                (line, words) -> line.late() ? words.say(CaseText.CASES_LATE) : "",
                                CaseLine::late),
                        Column.text("body", CaseText.CASES_BODY, (line, _) -> line.body())),
                List.of(
                        Filter.tab(ALL, Set.of("true", "false")),
                        Filter.words(line -> List.of(line.file().number(), line.about(), line.body())),
                        Filter.one(
                                "kind",
                                CaseText.CASE_KIND,
                                kinds.stream()
                                        .map(kind -> new Choice(
                                                kind.id(),
                                                words -> words.say(kind.rule().title())))
                                        .toList(),
                                line -> line.file().opening().kind()),
                        Filter.one(
                                "state",
                                CaseText.CASES_STATE,
                                kinds.stream()
                                        .flatMap(kind -> kind.states().stream())
                                        .map(CaseKind.State::title)
                                        .distinct()
                                        .map(state -> new Choice(state.zh(), words -> words.say(state)))
                                        .toList(),
                                line -> line.state().zh()),
                        Filter.one(
                                "age",
                                CaseText.CASES_AGE,
                                Arrays.stream(CaseAge.values())
                                        .map(age -> new Choice(age.id(), words -> words.say(age.title())))
                                        .toList(),
                                line -> CaseAge.of(line, today).id()),
                        Filter.one(
                                "late",
                                CaseText.CASES_DUE,
                                List.of(new Choice("true", words -> words.say(CaseText.CASES_LATE))),
                                line -> Boolean.toString(line.late())),
                        Filter.one(
                                REMINDED,
                                CaseText.CASES_REMINDED,
                                List.of(new Choice("true", words -> words.say(CaseText.CASES_REMINDED_YES))),
                                line -> Boolean.toString(line.reminded()))));
    }

    static boolean openOnly(ListAsk ask) {
        return !ask.typed(ALL).equals("true");
    }
}
