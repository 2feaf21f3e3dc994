package org.xinheng.server.publicity.guide;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the explaining pages stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    @Bean
    NavigationEntry.Offer guideNavigation() {
        List<NavigationEntry> entries = List.of(
                entry(900, Place.HEADER, "/about", GuideText.NAV_ABOUT),
                entry(10, Place.FOOTER, "/objection", GuideText.NAV_OBJECTION),
                entry(20, Place.FOOTER, "/repair", GuideText.NAV_REPAIR),
                entry(80, Place.FOOTER, "/developers", GuideText.NAV_API),
                entry(90, Place.FOOTER, "/accessibility", GuideText.NAV_ACCESSIBILITY));
        return () -> entries;
    }

    private static NavigationEntry entry(int order, Place place, String path, GuideText text) {
        return new NavigationEntry(order, place, path, words -> words.say(text), Audience.EVERYBODY);
    }
}
