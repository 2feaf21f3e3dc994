package org.xinheng.server.publicity.window;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the window stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class WindowConfiguration {

    @Bean
    NavigationEntry.Offer windowNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                530, Place.HEADER, WindowPage.PATH, words -> words.say(WindowText.NAV), Audience.WINDOWS));
        return () -> entries;
    }
}
