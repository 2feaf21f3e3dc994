package org.xinheng.server.measure.column;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.xinheng.core.policy.CodeList;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListColumn;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;

/** By what bans are looked for, ordered and taken home. */
final class BansList {

    static final String USUAL = "-first";

    static final List<ListColumn<BanLine>> COLUMNS = List.of(
            new ListColumn<>("subject", ColumnText.BANS_SUBJECT, (line, _) -> line.subject()),
            new ListColumn<>("code", ColumnText.BANS_CODE, (line, _) -> line.code() == null ? "" : line.code()),
            new ListColumn<>("kind", ColumnText.BANS_KIND, (line, _) -> line.kind()),
            new ListColumn<>("scope", ColumnText.BANS_SCOPE, (line, _) -> line.scope()),
            new ListColumn<>("law", ColumnText.BANS_LAW, (line, _) -> line.law()),
            new ListColumn<>("authority", ColumnText.BANS_AUTHORITY, (line, _) -> line.authority()),
            new ListColumn<>("number", ColumnText.BANS_NUMBER, (line, _) -> line.number()),
            new ListColumn<>(
                    "first", ColumnText.BANS_FIRST, (line, _) -> line.first().toString()),
            new ListColumn<>(
                    "last",
                    ColumnText.BANS_LAST,
                    (line, words) -> line.last() == null
                            ? words.say(ColumnText.BANS_FOR_GOOD)
                            : line.last().toString()));

    static final Set<String> FILTERS = Set.of("q", "kind");

    private static final Comparator<String> CHINESE = Collator.getInstance(Locale.SIMPLIFIED_CHINESE)::compare;

    private static final Map<String, Comparator<BanLine>> ORDERS = Map.of(
            "subject",
            Comparator.comparing(BanLine::subject, CHINESE),
            "authority",
            Comparator.comparing(BanLine::authority, CHINESE),
            "first",
            Comparator.comparing(BanLine::first),
            "last",
            Comparator.comparing(line -> line.last() == null ? LocalDate.MAX : line.last()));

    static final Set<String> ORDERED = ORDERS.keySet();

    private BansList() {}

    static List<BanLine> chosen(ListAsk ask, List<BanLine> lines) {
        Comparator<BanLine> order = ORDERS.getOrDefault(ask.sort(), Comparator.comparing(BanLine::first));
        String words = ask.typed("q").toLowerCase(Locale.ROOT);
        return lines.stream()
                .filter(line -> ask.typed("kind").isEmpty() || ask.typed("kind").equals(line.kind()))
                .filter(line -> Stream.of(
                                line.subject(),
                                line.code() == null ? "" : line.code(),
                                line.scope(),
                                line.authority(),
                                line.number())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words)))
                .sorted(ask.falling() ? order.reversed() : order)
                .toList();
    }

    static List<ListFilter> filters(CodeList kinds) {
        return List.of(
                new ListFilter("q", ColumnText.BANS_WORDS, List.of()),
                new ListFilter(
                        "kind",
                        ColumnText.BANS_KIND,
                        kinds.values().entrySet().stream()
                                .map(kind -> new Choice(kind.getKey(), words -> words.say(kind.getValue())))
                                .toList()));
    }
}
