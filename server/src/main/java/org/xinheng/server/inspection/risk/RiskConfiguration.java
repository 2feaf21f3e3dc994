package org.xinheng.server.inspection.risk;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires risk classes. */
@Configuration(value = "riskConfiguration", proxyBeanMethods = false)
class RiskConfiguration {

    private static final int ORDER = 563;

    @Bean
    RiskClasses riskClasses(Archive archive, Organisations organisations, PolicyInForce inForce, Clock clock) {
        return new ArchiveRiskClasses(archive, organisations, inForce, clock);
    }

    @Bean
    RiskDesk riskDesk(
            RiskClasses classes, Organisations organisations, PolicyInForce inForce, AccessLog log, Clock clock) {
        return new RiskDesk(classes, organisations, inForce, log, clock);
    }

    @Bean
    NavigationEntry.Offer riskNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                ORDER, Place.MORE, RiskPage.PATH, words -> words.say(RiskText.NAV), Audience.INSPECTORS));
        return () -> entries;
    }
}
