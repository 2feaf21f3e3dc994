package org.xinheng.server.measure.column;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the public columns of measures. */
@Configuration(proxyBeanMethods = false)
class ColumnConfiguration {

    private static final int ORDER = 545;

    @Bean
    ColumnSources measureColumns(
            PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        return new ColumnSources(records, organisations, inForce, clock);
    }

    @Bean
    NavigationEntry.Offer measureColumnNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER,
                        Place.FOOTER,
                        MeasuresPage.PATH,
                        words -> words.say(ColumnText.NAV_MEASURES),
                        Audience.EVERYBODY),
                new NavigationEntry(
                        ORDER + 1,
                        Place.FOOTER,
                        BansPage.PATH,
                        words -> words.say(ColumnText.NAV_BANS),
                        Audience.EVERYBODY));
        return () -> entries;
    }
}
