package org.xinheng.server.casework.page;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListColumn;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;

/**
 * By what cases are looked for, ordered and taken home. The day on which something is due follows from the steps and the rules,
 * so that the order is made here and not by the database.
 */
final class CasesList {

    static final String USUAL = "due";

    static final List<ListColumn<CaseLine>> COLUMNS = List.of(
            new ListColumn<>(
                    "number", CaseText.CASES_NUMBER, (line, _) -> line.file().number()),
            new ListColumn<>("kind", CaseText.CASE_KIND, (line, words) -> words.say(line.kind())),
            new ListColumn<>("about", CaseText.CASES_ABOUT, (line, _) -> line.about()),
            new ListColumn<>("state", CaseText.CASES_STATE, (line, words) -> words.say(line.state())),
            new ListColumn<>(
                    USUAL,
                    CaseText.CASES_DUE,
                    (line, _) -> line.due() == null ? "" : line.due().toString()),
            new ListColumn<>(
                    "late", CaseText.CASES_LATE, (line, words) -> line.late() ? words.say(CaseText.CASES_LATE) : ""),
            new ListColumn<>("body", CaseText.CASES_BODY, (line, _) -> line.body()));

    static final Set<String> FILTERS = Set.of("all", "q", "kind", "state", "age", "late");

    private static final Comparator<String> CHINESE = Collator.getInstance(Locale.SIMPLIFIED_CHINESE)::compare;

    private static final Map<String, Comparator<CaseLine>> ORDERS = Map.of(
            "number",
            Comparator.comparingLong(line -> line.file().id()),
            "about",
            Comparator.comparing(CaseLine::about, CHINESE),
            "state",
            Comparator.comparing(line -> line.state().zh(), CHINESE),
            USUAL,
            Comparator.comparing(line -> line.due() == null ? LocalDate.MAX : line.due()),
            "body",
            Comparator.comparing(CaseLine::body, CHINESE));

    static final Set<String> ORDERED = ORDERS.keySet();

    private CasesList() {}

    static boolean openOnly(ListAsk ask) {
        return !ask.typed("all").equals("true");
    }

    /** Those that are looked for, in the order that was asked for. */
    static List<CaseLine> chosen(ListAsk ask, List<CaseLine> lines, LocalDate today) {
        Comparator<CaseLine> order = ORDERS.getOrDefault(
                ask.sort(), Comparator.comparingLong(line -> line.file().id()));
        return lines.stream()
                .filter(line -> wanted(ask, line, today))
                .sorted(ask.falling() ? order.reversed() : order)
                .toList();
    }

    private static boolean wanted(ListAsk ask, CaseLine line, LocalDate today) {
        String words = ask.typed("q").toLowerCase(Locale.ROOT);
        String kind = ask.typed("kind");
        return (kind.isEmpty() || kind.equals(line.file().opening().kind()))
                && (ask.typed("state").isEmpty()
                        || ask.typed("state").equals(line.state().zh()))
                && (ask.typed("age").isEmpty()
                        || ask.typed("age").equals(CaseAge.of(line, today).id()))
                && (line.late() || ask.typed("late").isEmpty())
                && (words.isEmpty()
                        || List.of(line.file().number(), line.about(), line.body()).stream()
                                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words)));
    }

    static List<ListFilter> filters(List<CaseKind> kinds) {
        return List.of(
                new ListFilter("q", CaseText.CASES_WORDS, List.of()),
                new ListFilter(
                        "kind",
                        CaseText.CASE_KIND,
                        kinds.stream()
                                .map(kind -> new Choice(
                                        kind.id(),
                                        words -> words.say(kind.rule().title())))
                                .toList()),
                new ListFilter(
                        "state",
                        CaseText.CASES_STATE,
                        kinds.stream()
                                .flatMap(kind -> kind.states().stream())
                                .map(CaseKind.State::title)
                                .distinct()
                                .map(state -> new Choice(state.zh(), words -> words.say(state)))
                                .toList()),
                new ListFilter(
                        "age",
                        CaseText.CASES_AGE,
                        Arrays.stream(CaseAge.values())
                                .map(age -> new Choice(age.id(), words -> words.say(age.title())))
                                .toList()),
                new ListFilter(
                        "late",
                        CaseText.CASES_DUE,
                        List.of(new Choice("true", words -> words.say(CaseText.CASES_LATE)))));
    }
}
