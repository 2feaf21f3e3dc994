package org.xinheng.server.policy.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.policy.Activations;
import org.xinheng.server.policy.PackImpact;
import org.xinheng.server.policy.PackShelf;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.EndingDays;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the pages of the rule packs. */
@Configuration(proxyBeanMethods = false)
class PackPagesConfiguration {

    @Bean
    PacksDesk packsDesk(
            PolicyInForce inForce, PackShelf shelf, Activations activations, PackImpact impact, AccessLog log) {
        return new PacksDesk(inForce, shelf, activations, impact, log);
    }

    @Bean
    EndingDays endingDays(PolicyInForce inForce) {
        return () -> inForce.policy().place().rooms().endingDays();
    }

    @Bean
    NavigationEntry.Offer packsNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                586, Place.MORE, PacksPage.PATH, words -> words.say(PacksText.NAV), Audience.OFFICE));
        return () -> entries;
    }
}
