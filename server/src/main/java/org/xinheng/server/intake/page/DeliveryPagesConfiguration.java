package org.xinheng.server.intake.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.intake.desk.Desk;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the pages about deliveries and their place in the navigation. */
@Configuration(proxyBeanMethods = false)
class DeliveryPagesConfiguration {

    @Bean
    Overview overviewOfDeliveries(Desk desk, PolicyInForce inForce) {
        return new Overview(desk, inForce);
    }

    @Bean
    NavigationEntry.Offer deliveryNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                480, Place.HEADER, "/deliveries", words -> words.say(DeliveryText.NAV), Audience.SOURCES));
        return () -> entries;
    }
}
