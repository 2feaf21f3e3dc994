package org.xinheng.server.readings;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the readings of an organisation. */
@Configuration(proxyBeanMethods = false)
class ReadingsConfiguration {

    private static final int ORDER = 526;

    @Bean
    OwnReadingsController.Seeing readingsSeeing(CurrentActor current, AccessLog log, Clock clock) {
        return new OwnReadingsController.Seeing(current, log, clock);
    }

    @Bean
    NavigationEntry.Offer readingsNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                ORDER,
                Place.HEADER,
                OwnReadingsPage.PATH,
                words -> words.say(ReadingText.NAV_OWN),
                Audience.ORGANISATIONS));
        return () -> entries;
    }
}
