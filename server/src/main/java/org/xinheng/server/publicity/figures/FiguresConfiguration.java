package org.xinheng.server.publicity.figures;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the figures stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

    @Bean
    NavigationEntry.Offer figuresNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        76, Place.FOOTER, FiguresPage.PATH, words -> words.say(FiguresText.NAV), Audience.EVERYBODY),
                new NavigationEntry(
                        588,
                        Place.MORE,
                        FiguresPage.OFFICE_PATH,
                        words -> words.say(FiguresText.NAV_OFFICE),
                        Audience.OFFICE));
        return () -> entries;
    }
}
