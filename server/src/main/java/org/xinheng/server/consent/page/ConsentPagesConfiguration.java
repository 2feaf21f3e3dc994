package org.xinheng.server.consent.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where consent stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class ConsentPagesConfiguration {

    @Bean
    NavigationEntry.Offer consentNavigation() {
        List<NavigationEntry> entries = List.of(
                entry(519, Place.HEADER, ConsentsPage.OWN, ConsentText.NAV_OWN, Audience.ORGANISATIONS),
                entry(521, Place.HEADER, ConsentsPage.GRANTED, ConsentText.NAV_READER, Audience.CONSENTED_READERS),
                entry(40, Place.FOOTER, ScenesPage.PATH, ConsentText.NAV_SCENES, Audience.EVERYBODY));
        return () -> entries;
    }

    private static NavigationEntry entry(int order, Place place, String path, ConsentText text, Audience audience) {
        return new NavigationEntry(order, place, path, words -> words.say(text), audience);
    }
}
