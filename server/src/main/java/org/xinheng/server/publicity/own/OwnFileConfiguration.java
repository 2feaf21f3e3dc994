package org.xinheng.server.publicity.own;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Shows an organisation the way to its own file, before all its other rooms. */
@Configuration(proxyBeanMethods = false)
class OwnFileConfiguration {

    private static final int ORDER = 481;

    @Bean
    NavigationEntry.Offer ownFileNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                ORDER, Place.HEADER, OwnFilePage.PATH, words -> words.say(OwnFileText.NAV), Audience.ORGANISATIONS));
        return () -> entries;
    }
}
