package org.xinheng.server.organisation.quality;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Permission;
import org.xinheng.server.organisation.CodeQuality;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;
import org.xinheng.server.web.TodayOffer;

/** Wires the queue of wrong and duplicate codes. */
@Configuration(proxyBeanMethods = false)
class CodesConfiguration {

    @Bean
    CodesDesk codesDesk(CodeQuality queue, PolicyInForce inForce, AccessLog log, Clock clock) {
        return new CodesDesk(queue, inForce, log, clock);
    }

    @Bean
    TodayOffer codesToday(CodesDesk desk) {
        return actor ->
                actor.may(Permission.OVERSEE) || actor.may(Permission.DELIVER) || actor.may(Permission.DELIVER_FOR_ALL)
                        ? List.of(TodayOffer.Queue.of(
                                CodesText.TITLE,
                                CodesPage.PATH,
                                desk.queue().open(desk.seen(actor)).values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()))
                        : List.of();
    }

    @Bean
    NavigationEntry.Offer codesNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                30, Place.WORK, CodesPage.PATH, words -> words.say(CodesText.NAV), Audience.SOURCES_AND_OFFICE));
        return () -> entries;
    }
}
