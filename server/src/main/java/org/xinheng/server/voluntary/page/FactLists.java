package org.xinheng.server.voluntary.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.xinheng.server.access.Actor;
import org.xinheng.server.organisation.NamesAmong;
import org.xinheng.server.voluntary.FactSearch;
import org.xinheng.server.voluntary.FactSearch.Key;
import org.xinheng.server.voluntary.FactSearch.Order;
import org.xinheng.server.voluntary.FactSearch.Scope;
import org.xinheng.server.voluntary.FactSearch.Wanted;
import org.xinheng.server.voluntary.VoluntaryFact;
import org.xinheng.server.voluntary.VoluntaryFact.Stage;
import org.xinheng.server.voluntary.page.VoluntaryList.Line;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListFile;
import org.xinheng.server.web.ListFormat;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListRefused;
import org.xinheng.server.web.ListText;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.Words;

/**
 * Lists of facts as their addresses ask for them: the database is asked by keys; names that rules give are put into order here, those of organisations where the
 * register keeps them.
 */
final class FactLists {

    private static final Words CHINESE = Words.in(Language.CHINESE);

    private final VoluntaryDesk desk;
    private final FactSearch search;
    private final NamesAmong names;

    FactLists(VoluntaryDesk desk, FactSearch search, NamesAmong names) {
        this.desk = desk;
        this.search = search;
        this.names = names;
    }

    /** One page. @param list what stands around it */
    record Page(ListView list, List<Line> lines) {}

    /** All of it as the file that is asked for; the page where none is, or it is too much for one. */
    Answer answer(Actor actor, ListAsk ask, Words words, Function<Page, Answer> page) {
        Scope scope = desk.scope(actor);
        Wanted wanted = wanted(ask, scope, words);
        long total = search.count(scope, wanted);
        ListFormat file = total <= ListAsk.EXPORTED ? ask.export() : null;
        desk.looked(actor, file != null);
        if (file != null) {
            return ListFile.of(
                    "voluntary-facts",
                    VoluntaryText.TITLE,
                    file,
                    VoluntaryList.COLUMNS,
                    lines(scope, wanted, ask, 0, ListAsk.EXPORTED, words),
                    words);
        }
        ListView list = new ListView(ask.within(total), VoluntaryList.FILTERS, total);
        return page.apply(
                new Page(list, lines(scope, wanted, list.ask(), list.ask().offset(), ListAsk.SHOWN, words)));
    }

    private List<Line> lines(Scope scope, Wanted wanted, ListAsk ask, long offset, int limit, Words words) {
        List<VoluntaryFact> facts = search.page(scope, wanted, order(ask, scope, wanted), offset, limit);
        var labels = desk.organisations()
                .labels(facts.stream()
                        .map(VoluntaryFact::organisation)
                        .distinct()
                        .toList());
        return facts.stream()
                .map(fact -> {
                    var label = labels.get(fact.organisation());
                    return new Line(
                            fact,
                            desk.titleOf(fact.content().kind(), words),
                            label == null ? "" : label.name(),
                            words.say(desk.body(desk.bodyOf(fact))));
                })
                .toList();
    }

    private Wanted wanted(ListAsk ask, Scope scope, Words words) {
        String typed = ask.typed(VoluntaryList.STAGE);
        Stage stage = typed.isEmpty() ? null : stage(typed);
        String text = ask.typed(VoluntaryList.WORDS);
        if (text.isEmpty()) {
            return new Wanted(stage, null, Map.of());
        }
        Map<Key, List<String>> named = new EnumMap<>(Key.class);
        for (Key key : List.of(Key.KIND, Key.BODY)) {
            named.put(
                    key,
                    search.keys(key, scope, Wanted.ALL).stream()
                            .filter(id -> lower(name(key, id, words)).contains(lower(text)))
                            .toList());
        }
        named.put(
                Key.PARTY,
                names.holding(text, parties(scope, Wanted.ALL)).stream()
                        .map(String::valueOf)
                        .toList());
        return new Wanted(stage, text, named);
    }

    private static Stage stage(String typed) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new ListRefused(ListText.LIST_REFUSED_FILTER));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private List<Long> parties(Scope scope, Wanted wanted) {
        return search.keys(Key.PARTY, scope, wanted).stream().map(Long::valueOf).toList();
    }

    private Order order(ListAsk ask, Scope scope, Wanted wanted) {
        return switch (ask.sort()) {
            case "title" -> new Order.ByTitle(ask.falling());
            case "valid" -> new Order.ByLastDay(ask.falling());
            case "filed" -> new Order.ByFiling(ask.falling());
            default -> {
                Key key = Key.valueOf(ask.sort().toUpperCase(Locale.ROOT));
                yield new Order.ByKey(key, places(key, scope, wanted), ask.falling());
            }
        };
    }

    /** Keys of the same name share a place, so that what is equal comes as it was filed, on every page alike. */
    private Map<String, Integer> places(Key key, Scope scope, Wanted wanted) {
        Map<String, Integer> places = new HashMap<>();
        if (key == Key.PARTY) {
            names.places(parties(scope, wanted)).forEach((id, place) -> places.put(Long.toString(id), place));
            return places;
        }
        Map<String, List<String>> byName = new TreeMap<>(ListPlan.DICTIONARY);
        for (String id : search.keys(key, scope, wanted)) {
            byName.computeIfAbsent(name(key, id, CHINESE), _ -> new ArrayList<>())
                    .add(id);
        }
        int place = 0;
        for (List<String> ids : byName.values()) {
            place++;
            for (String id : ids) {
                places.put(id, place);
            }
        }
        return places;
    }

    /** What a key is called in the rules; the names of organisations stand in the register. */
    private String name(Key key, String id, Words words) {
        return switch (key) {
            case KIND -> desk.titleOf(id, words);
            case BODY -> words.say(desk.body(id.isEmpty() ? null : id));
            case STAGE -> words.say(VoluntaryText.of(Stage.valueOf(id)));
            case PARTY -> throw new IllegalArgumentException(id);
        };
    }
}
