package org.xinheng.server.publicity.download;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the downloads stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DownloadConfiguration {

    @Bean
    NavigationEntry.Offer downloadNavigation() {
        NavigationEntry entry = new NavigationEntry(
                78, Place.FOOTER, DownloadsPage.PATH, words -> words.say(DownloadText.NAV), Audience.EVERYBODY);
        return () -> List.of(entry);
    }
}
