package org.xinheng.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.server.cli.PagePlace;

/**
 * Every page of the server's own list of endpoints, by everybody who may read it, in both languages: no fault in the window, no page
 * wider than the screen, nothing serious or critical by axe-core, and the same words with JavaScript off. Addresses with an id are
 * found where people find them: on the pages. By default each page is looked at for one of those who read it, and axe sees it in one
 * of the languages, in turn; with {@code -Dxinheng.long=true} for all of them, and axe in both.
 */
class EveryPageBrowserTest extends CityServer {

    private static final boolean LONG = Boolean.getBoolean("xinheng.long");

    /** The main part as text, without what scripts draw into it. */
    private static final String WORDS = """
            () => {
              const main = document.querySelector('main').cloneNode(true);
              main.querySelectorAll('.secret,script,.chart,canvas,time,template').forEach(drawn => drawn.remove());
              return main.textContent.replace(/\\s+/g, ' ').trim();
            }
            """;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** Characters of a page before its first line. */
    private static final int HEAD = 50;

    /** Pages on which each look at them is a further line. */
    private static final Set<String> GROWING = Set.of("/readings", "/own-readings");

    private final Set<String> looked = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyPageIsAccessibleInBothLanguagesAndSaysTheSameWithoutScripts() {
        List<PagePlace> places = PagePlace.all(requestMappingHandlerMapping);
        assertThat(places).hasSizeGreaterThan(60);
        try (Watched window = window(Watched.DESK, true);
                Watched plain = window(Watched.DESK, false)) {
            walk(window, plain, places.stream().filter(PagePlace::open).toList());
        }
        new java.util.TreeMap<>(ROOMS).forEach((account, role) -> {
            try (Watched window = room(account, Watched.DESK, true);
                    Watched plain = room(account, Watched.DESK, false)) {
                walk(
                        window,
                        plain,
                        places.stream().filter(place -> place.admits(role)).toList());
            }
        });
        assertThat(faults).isEmpty();
        Set<String> unseen = new TreeSet<>();
        places.stream()
                .map(PagePlace::text)
                .filter(pattern -> !looked.contains(pattern))
                .forEach(unseen::add);
        System.out.println(looked.size() + " pages looked at; not found in the made-up city: " + unseen);
        assertThat(looked).hasSizeGreaterThan(60);
    }

    private void walk(Watched window, Watched plain, List<PagePlace> places) {
        Deque<String> waiting = new ArrayDeque<>();
        Set<PagePlace> known = new HashSet<>();
        for (PagePlace place : places) {
            if (place.fixed() && (LONG || !looked.contains(place.text())) && known.add(place)) {
                waiting.add(place.text());
            }
        }
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            for (String link : look(
                    window,
                    plain,
                    path,
                    PagePlace.of(path, places).orElseThrow().text())) {
                PagePlace.of(link, places)
                        .filter(place -> LONG || !looked.contains(place.text()))
                        .filter(known::add)
                        .ifPresent(_ -> waiting.add(link));
            }
        }
    }

    /** @return addresses on the page, without language */
    private List<String> look(Watched window, Watched plain, String path, String pattern) {
        boolean first = looked.add(pattern);
        boolean chineseFirst = looked.size() % 2 == 0;
        List<String> links = open(window, path);
        try {
            window.isSound();
            if (first && (LONG || chineseFirst)) {
                window.isAccessible();
            }
            if (first) {
                saysTheSame(window, plain, path, pattern);
                open(window, "/en" + (path.equals("/") ? "" : path));
                window.isSound();
                if (LONG || !chineseFirst) {
                    window.isAccessible();
                }
            }
        } catch (AssertionError fault) {
            faults.add(path + ": " + fault.getMessage());
        }
        return links;
    }

    /** A page that says when it was made is looked at again where the minute went by in between. */
    private void saysTheSame(Watched window, Watched plain, String path, String pattern) {
        String words = words(window);
        open(plain, path);
        String plainWords = words(plain);
        if (GROWING.contains(pattern)) {
            assertThat(plainWords).as("words of %s without scripts", path).startsWith(words.substring(0, HEAD));
            return;
        }
        if (!plainWords.equals(words)) {
            open(window, path);
            words = words(window);
        }
        if (!plainWords.equals(words)) {
            open(plain, path);
            plainWords = words(plain);
        }
        assertThat(plainWords).as("words of %s without scripts", path).isEqualTo(words);
    }

    private static String words(Watched window) {
        return (String) window.page().evaluate(WORDS);
    }

    private List<String> open(Watched window, String path) {
        Response answer = window.answer(path);
        if (answer.status() >= 500) {
            faults.add(path + " answered " + answer.status());
        }
        @SuppressWarnings("unchecked")
        List<String> links = (List<String>)
                window.page().evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.href)");
        String root = URI.create(window.page().url()).resolve("/").toString();
        return links.stream()
                .filter(link -> link.startsWith(root))
                .map(link -> link.substring(root.length() - 1).replaceFirst("^/en(?=/|$)", ""))
                .filter(link -> !link.isEmpty())
                .toList();
    }
}
