package org.xinheng.server.breach.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires what readers see of notices of breaches. */
@Configuration(value = "breachPagesConfiguration", proxyBeanMethods = false)
class BreachPagesConfiguration {

    private static final int ORDER = 67;
    private static final int OWN_ORDER = 568;

    @Bean
    BreachDesk breachDesk(BreachNotices notices, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        return new BreachDesk(notices, organisations, inForce, log);
    }

    @Bean
    NavigationEntry.Offer breachNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        OWN_ORDER, Place.MORE, BreachesPage.PATH, words -> words.say(BreachText.NAV), Audience.SOURCES),
                new NavigationEntry(
                        ORDER, Place.WORK, BreachesPage.ALL, words -> words.say(BreachText.NAV_ALL), Audience.OFFICE));
        return () -> entries;
    }
}
