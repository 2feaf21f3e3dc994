package org.xinheng.server.archive.held;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.HeldRecords;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.EndingOffer;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;
import org.xinheng.server.web.TodayOffer;

/** Wires the queue of held records. */
@Configuration(proxyBeanMethods = false)
class HeldConfiguration {

    @Bean
    HeldDesk heldDesk(
            HeldRecords records, PolicyInForce inForce, Organisations organisations, AccessLog log, Clock clock) {
        return new HeldDesk(records, inForce, organisations, log, clock);
    }

    @Bean
    TodayOffer heldToday(HeldDesk desk) {
        return desk::queues;
    }

    @Bean
    EndingOffer publicationsEnding(HeldDesk desk) {
        return desk::endings;
    }

    @Bean
    NavigationEntry.Offer heldNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                20, Place.WORK, HeldPage.PATH, words -> words.say(HeldText.NAV), Audience.SOURCES_AND_OFFICE));
        return () -> entries;
    }
}
