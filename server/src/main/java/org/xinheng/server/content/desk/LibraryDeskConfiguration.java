package org.xinheng.server.content.desk;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the desk of the library stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class LibraryDeskConfiguration {

    @Bean
    NavigationEntry.Offer libraryDeskNavigation() {
        NavigationEntry entry = new NavigationEntry(
                580, Place.MORE, DeskPage.PATH, words -> words.say(ContentText.NAV_DESK), Audience.EDITORS);
        return () -> List.of(entry);
    }
}
