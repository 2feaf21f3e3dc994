package org.xinheng.server.intake.timeliness;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.intake.ReportingTimeliness;
import org.xinheng.server.intake.store.TimelinessStore;
import org.xinheng.server.policy.Activations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the figures of timeliness. */
@Configuration(proxyBeanMethods = false)
class TimelinessConfiguration {

    @Bean
    ReportingTimeliness reportingTimeliness(
            JdbcClient sql, Holdings holdings, PolicyInForce inForce, Activations activations, Clock clock) {
        return new TimelinessOfSources(new TimelinessStore(sql), holdings, inForce, activations, clock);
    }

    @Bean
    TimelinessDesk timelinessDesk(ReportingTimeliness timeliness, PolicyInForce inForce, AccessLog log, Clock clock) {
        return new TimelinessDesk(timeliness, inForce, log, clock);
    }

    @Bean
    NavigationEntry.Offer timelinessNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                560,
                Place.HEADER,
                TimelinessPage.PATH,
                words -> words.say(TimelinessText.NAV),
                Audience.SOURCES_AND_OFFICE));
        return () -> entries;
    }
}
