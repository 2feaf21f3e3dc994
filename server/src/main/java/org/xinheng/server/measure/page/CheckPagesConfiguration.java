package org.xinheng.server.measure.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.measure.batch.BatchChecks;
import org.xinheng.server.measure.batch.BatchSettings;
import org.xinheng.server.measure.batch.CodeLists;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Where the check stands in the navigation of those who may ask. */
@Configuration(proxyBeanMethods = false)
class CheckPagesConfiguration {

    private static final int ORDER = 300;

    @Bean
    BatchController.Desk batchDesk(CodeLists lists, BatchChecks checks, BatchSettings settings) {
        return new BatchController.Desk(lists, checks, settings);
    }

    @Bean
    NavigationEntry.Offer checkNavigation() {
        List<NavigationEntry> entries = List.of(new NavigationEntry(
                ORDER, Place.HEADER, CheckPage.PATH, words -> words.say(CheckPageText.NAV), Audience.CHECKERS));
        return () -> entries;
    }
}
