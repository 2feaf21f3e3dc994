package org.xinheng.server.publicity.lists;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the lists stand in the navigation; a place without lists of a nature has no column for them. */
@Configuration(proxyBeanMethods = false)
class ListsConfiguration {

    @Bean
    NavigationEntry.Offer listsNavigation(PolicyInForce inForce) {
        return new FromPolicy<>(inForce, ListsConfiguration::entries)::get;
    }

    private static List<NavigationEntry> entries(Policy policy) {
        List<NavigationEntry> entries = new ArrayList<>();
        entries.add(new NavigationEntry(
                10, Place.HEADER, ActsPage.PATH, words -> words.say(ListsText.NAV_ACTS), Audience.EVERYBODY));
        int order = 20;
        for (Shelf shelf : Shelf.values()) {
            if (!shelf.lists(policy).isEmpty()) {
                entries.add(new NavigationEntry(order++, Place.HEADER, shelf.path(), shelf::title, Audience.EVERYBODY));
            }
        }
        return List.copyOf(entries);
    }
}
