package org.xinheng.server.publicity.rules;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the rule book stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    NavigationEntry.Offer rulesNavigation() {
        NavigationEntry entry = new NavigationEntry(
                70, Place.FOOTER, "/rules", words -> words.say(RulesText.NAV_RULES), Audience.EVERYBODY);
        return () -> List.of(entry);
    }
}
