package org.xinheng.server.measure.desk;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.xinheng.core.policy.Measure;
import org.xinheng.server.measure.applied.AppliedState;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListColumn;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;

/** By what applied measures are looked for, ordered and taken home. Whether one is on follows from its ground, not from a column. */
final class AppliedList {

    static final String USUAL = "-id";

    static final List<ListColumn<AppliedLine>> COLUMNS = List.of(
            new ListColumn<>("organisation", MeasureText.ORGANISATION, (line, _) -> line.organisation()),
            new ListColumn<>("code", MeasureText.FORM_CODE, (line, _) -> line.code() == null ? "" : line.code()),
            new ListColumn<>("measure", MeasureText.MEASURE, (line, _) -> line.title()),
            new ListColumn<>(
                    "effect",
                    MeasureText.EFFECT,
                    (line, words) -> words.say(MeasureText.of(line.measure().effect()))),
            new ListColumn<>("matter", MeasureText.MATTER, (line, _) -> line.matter()),
            new ListColumn<>(
                    "decision",
                    MeasureText.DECISION,
                    (line, _) -> line.measure().decision()),
            new ListColumn<>("body", MeasureText.BODY, (line, _) -> line.body()),
            new ListColumn<>(
                    "applied",
                    MeasureText.APPLIED_ON,
                    (line, _) -> line.measure().appliedOn().toString()),
            new ListColumn<>(
                    "until",
                    MeasureText.UNTIL,
                    (line, _) -> line.measure().until().toString()),
            new ListColumn<>("state", MeasureText.STATE, (line, _) -> line.state()),
            new ListColumn<>("why", MeasureText.WHY, (line, _) -> line.why()));

    static final Set<String> FILTERS = Set.of("q", "state", "effect");

    private static final Comparator<String> CHINESE = Collator.getInstance(Locale.SIMPLIFIED_CHINESE)::compare;

    private static final Map<String, Comparator<AppliedLine>> ORDERS = Map.of(
            "id", Comparator.comparingLong(line -> line.measure().id()),
            "organisation", Comparator.comparing(AppliedLine::organisation, CHINESE),
            "measure", Comparator.comparing(AppliedLine::title, CHINESE),
            "body", Comparator.comparing(AppliedLine::body, CHINESE),
            "until", Comparator.comparing(line -> line.measure().until()),
            "state", Comparator.comparing(AppliedLine::kind));

    static final Set<String> ORDERED = ORDERS.keySet();

    private AppliedList() {}

    static List<AppliedLine> chosen(ListAsk ask, List<AppliedLine> lines) {
        Comparator<AppliedLine> order = ORDERS.getOrDefault(
                ask.sort(), Comparator.comparingLong(line -> line.measure().id()));
        return lines.stream()
                .filter(line -> wanted(ask, line))
                .sorted(ask.falling() ? order.reversed() : order)
                .toList();
    }

    private static boolean wanted(ListAsk ask, AppliedLine line) {
        String words = ask.typed("q").toLowerCase(Locale.ROOT);
        return is(ask.typed("state"), line.kind())
                && is(ask.typed("effect"), line.measure().effect())
                && Stream.of(
                                line.organisation(),
                                line.code() == null ? "" : line.code(),
                                line.title(),
                                line.measure().decision())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }

    private static boolean is(String typed, Enum<?> constant) {
        return typed.isEmpty() || typed.equals(lower(constant));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<ListFilter> filters() {
        return List.of(
                new ListFilter("q", MeasureText.WORDS, List.of()),
                new ListFilter(
                        "state",
                        MeasureText.STATE,
                        Stream.of(AppliedState.Kind.values())
                                .map(kind -> new Choice(lower(kind), words -> MeasureText.of(kind, words)))
                                .toList()),
                new ListFilter(
                        "effect",
                        MeasureText.EFFECT,
                        Stream.of(Measure.Effect.values())
                                .map(effect -> new Choice(lower(effect), words -> words.say(MeasureText.of(effect))))
                                .toList()));
    }
}
