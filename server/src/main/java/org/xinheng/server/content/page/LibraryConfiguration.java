package org.xinheng.server.content.page;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.content.ContentLibrary;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.publicity.ColumnOfHomePage;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the library stands in the navigation and on the first page. */
@Configuration(proxyBeanMethods = false)
class LibraryConfiguration {

    private static final int ON_HOME = 6;

    @Bean
    NavigationEntry.Offer libraryNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        30,
                        Place.HEADER,
                        LibraryPage.WARNINGS,
                        words -> words.say(ContentText.NAV_WARNINGS),
                        Audience.EVERYBODY),
                new NavigationEntry(
                        50, Place.HEADER, LibraryPage.PATH, words -> words.say(ContentText.NAV), Audience.EVERYBODY));
        return () -> entries;
    }

    /** The first page is indexed: titles that name somebody through an adverse record stay off it. */
    @Bean
    ColumnOfHomePage libraryOnHome(ContentLibrary library) {
        return words -> {
            List<ColumnOfHomePage.Item> items =
                    Shown.lines(library.list(null, "", Long.MAX_VALUE, 2 * ON_HOME), library.naming(), words).stream()
                            .filter(line -> !line.adverse())
                            .limit(ON_HOME)
                            .map(line -> new ColumnOfHomePage.Item(
                                    line.title(), line.item().path(), line.day()))
                            .toList();
            return items.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new ColumnOfHomePage.Column(words.say(ContentText.HOME_LATEST), items, LibraryPage.PATH));
        };
    }
}
