package org.xinheng.server.organisation.quality;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.organisation.CodeQuality;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the queue of wrong and duplicate codes. */
@Configuration(proxyBeanMethods = false)
class CodesConfiguration {

    @Bean
    CodesDesk codesDesk(CodeQuality queue, PolicyInForce inForce, AccessLog log, Clock clock) {
        return new CodesDesk(queue, inForce, log, clock);
    }

    @Bean
    NavigationEntry.Offer codesNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                30, Place.WORK, CodesPage.PATH, words -> words.say(CodesText.NAV), Audience.SOURCES_AND_OFFICE));
        return () -> entries;
    }
}
