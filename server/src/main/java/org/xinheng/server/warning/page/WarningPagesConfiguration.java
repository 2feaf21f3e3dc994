package org.xinheng.server.warning.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.warning.Warnings;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires what subscribed bodies see of warnings. */
@Configuration(value = "warningPagesConfiguration", proxyBeanMethods = false)
class WarningPagesConfiguration {

    private static final int ORDER = 566;

    @Bean
    WarningDesk warningDesk(
            Warnings warnings, Archive archive, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        return new WarningDesk(warnings, archive, organisations, inForce, log);
    }

    @Bean
    NavigationEntry.Offer warningNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                ORDER, Place.HEADER, WarningsPage.PATH, words -> words.say(WarningText.NAV), Audience.INSPECTORS));
        return () -> entries;
    }
}
