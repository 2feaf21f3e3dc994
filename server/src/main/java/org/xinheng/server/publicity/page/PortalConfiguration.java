package org.xinheng.server.publicity.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.core.policy.Title;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Masthead;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;
import org.xinheng.server.web.ShellText;

/** What the portal gives to the shell: whose platform it is and where its pages are. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    @Bean
    Masthead masthead(PolicyInForce inForce) {
        return new Masthead() {
            @Override
            public Title platform() {
                return inForce.policy().place().platform();
            }

            @Override
            public Title leadAuthority() {
                return inForce.policy().place().leadAuthority();
            }

            @Override
            public Title place() {
                return inForce.policy().place().name();
            }
        };
    }

    @Bean
    NavigationEntry.Offer portalNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(0, Place.HEADER, "/", words -> words.say(ShellText.NAV_HOME), Audience.EVERYBODY),
                new NavigationEntry(
                        40, Place.HEADER, "/lists", words -> words.say(PortalText.NAV_DIRECTORY), Audience.EVERYBODY));
        return () -> entries;
    }
}
