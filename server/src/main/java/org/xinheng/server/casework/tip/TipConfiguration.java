package org.xinheng.server.casework.tip;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where tip-offs stand in the navigation of everybody. */
@Configuration(proxyBeanMethods = false)
class TipConfiguration {

    private static final int ORDER = 25;

    @Bean
    NavigationEntry.Offer tipNavigation(CaseDesk desk, PolicyInForce inForce) {
        FromPolicy<Boolean> offered =
                new FromPolicy<>(inForce, _ -> desk.openToAnybody().isPresent());
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                ORDER, Place.FOOTER, TipPage.PATH, words -> words.say(TipText.NAV), Audience.EVERYBODY));
        return () -> offered.get() ? entries : List.of();
    }
}
