package org.xinheng.server.administration.reading;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Shows the way to the log of reads. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    NavigationEntry.Offer readingNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        460,
                        Place.HEADER,
                        ReadingController.ALL,
                        words -> words.say(ReadingText.NAV),
                        Audience.AUDITORS),
                new NavigationEntry(
                        590, Place.MORE, ReadingController.ALL, words -> words.say(ReadingText.NAV), Audience.OFFICE),
                new NavigationEntry(
                        591,
                        Place.MORE,
                        ReadingController.OWN,
                        words -> words.say(ReadingText.NAV_OWN),
                        Audience.SOURCES));
        return () -> entries;
    }
}
