package org.xinheng.server.administration.grant;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Grantees;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the administrator's pages. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {

    @Bean
    GrantDesk grantDesk(Grantees grantees, PolicyInForce inForce, AccessLog log) {
        return new GrantDesk(grantees, inForce, log);
    }

    @Bean
    NavigationEntry.Offer grantNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        580,
                        Place.HEADER,
                        Kind.ACCOUNT.path(),
                        words -> words.say(GrantText.NAV_ACCOUNTS),
                        Audience.ADMINISTRATORS),
                new NavigationEntry(
                        581,
                        Place.HEADER,
                        Kind.CLIENT.path(),
                        words -> words.say(GrantText.NAV_CLIENTS),
                        Audience.ADMINISTRATORS));
        return () -> entries;
    }
}
