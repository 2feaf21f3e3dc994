package org.xinheng.server.voluntary.page;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.organisation.NamesAmong;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.voluntary.FactSearch;
import org.xinheng.server.voluntary.VoluntaryFacts;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;
import org.xinheng.server.web.TodayOffer;
import org.xinheng.server.web.TodayOffer.Queue;

/** Wires facts that organisations file, their pages and chapters. */
@Configuration(proxyBeanMethods = false)
class VoluntaryConfiguration {

    private static final int ORDER = 506;
    private static final int QUEUE = 45;

    @Bean
    VoluntaryFacts voluntaryFacts(JdbcClient sql) {
        return new VoluntaryFacts(sql);
    }

    @Bean
    VoluntaryDesk voluntaryDesk(
            VoluntaryFacts facts, Organisations organisations, PolicyInForce inForce, AccessLog log, Clock clock) {
        return new VoluntaryDesk(facts, organisations, inForce, log, clock);
    }

    @Bean
    FactLists factLists(VoluntaryDesk desk, JdbcClient sql, NamesAmong names) {
        return new FactLists(desk, new FactSearch(sql), names);
    }

    @Bean
    ChapterOfOwnFile ownVoluntaryFacts(VoluntaryDesk desk) {
        FactChapters chapters = new FactChapters(desk);
        return (_, own, _, words) -> chapters.own(own, words);
    }

    @Bean
    ChapterOfOrganisationPage chapterOfVoluntaryFacts(VoluntaryDesk desk) {
        FactChapters chapters = new FactChapters(desk);
        return chapters::open;
    }

    @Bean
    TodayOffer voluntaryToday(VoluntaryDesk desk) {
        return actor -> {
            List<String> kinds = desk.toVerify(actor);
            return kinds.isEmpty()
                    ? List.of()
                    : List.of(Queue.of(
                            VoluntaryText.NAV_WORK,
                            FactPage.LIST + "?stage=DECLARED",
                            desk.facts().waiting(kinds)));
        };
    }

    @Bean
    NavigationEntry.Offer voluntaryNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER,
                        Place.HEADER,
                        FactPage.LIST,
                        words -> words.say(VoluntaryText.NAV),
                        Audience.ORGANISATIONS),
                new NavigationEntry(
                        QUEUE,
                        Place.WORK,
                        FactPage.LIST,
                        words -> words.say(VoluntaryText.NAV_WORK),
                        Audience.SOURCES_AND_OFFICE));
        return () -> entries;
    }
}
