package org.xinheng.server.listing.page;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.listing.Listings;
import org.xinheng.server.listing.Underlying;
import org.xinheng.server.listing.Warnings;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the pages of proceedings and the chapter of listings on an organisation's page. */
@Configuration(proxyBeanMethods = false)
class ProceedingPagesConfiguration {

    private static final int ORDER = 541;

    @Bean
    ProceedingDesk proceedingDesk(
            Listings listings,
            Warnings warnings,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log,
            Clock clock) {
        return new ProceedingDesk(listings, warnings, organisations, inForce, log, clock);
    }

    @Bean
    ProceedingViews proceedingViews(ProceedingDesk desk, DocumentService documents) {
        return new ProceedingViews(desk, documents);
    }

    @Bean
    Proposals listingProposals(ProceedingDesk desk, Underlying underlying) {
        return new Proposals(desk, underlying);
    }

    @Bean
    ListingChapter chapterOfListings(PolicyInForce inForce) {
        return new ListingChapter(inForce);
    }

    @Bean
    ChapterOfOwnFile ownListings(ListingChapter chapterOfListings, ProceedingDesk desk, ProceedingViews views) {
        return new OwnListings(chapterOfListings, desk, views);
    }

    @Bean
    NavigationEntry.Offer proceedingsNavigation() {
        return () -> List.of(
                new NavigationEntry(
                        ORDER,
                        Place.HEADER,
                        ProceedingsPage.PATH,
                        words -> words.say(ListingText.NAV),
                        Audience.AUTHORITIES),
                new NavigationEntry(
                        ORDER,
                        Place.HEADER,
                        ProceedingsPage.PATH,
                        words -> words.say(ListingText.NAV),
                        Audience.ORGANISATIONS));
    }
}
