package org.xinheng.server.commitment.page;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.commitment.Commitments;
import org.xinheng.server.commitment.Warnings;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.web.EndingOffer;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires the pages of commitments and their chapter on an organisation's page. */
@Configuration(proxyBeanMethods = false)
class CommitmentPagesConfiguration {

    private static final int ORDER = 550;

    @Bean
    CommitmentDesk commitmentDesk(
            Commitments commitments,
            Warnings warnings,
            Organisations organisations,
            PolicyInForce inForce,
            AccessLog log,
            Clock clock) {
        return new CommitmentDesk(commitments, warnings, organisations, inForce, log, clock);
    }

    @Bean
    CommitmentViews commitmentViews(CommitmentDesk desk, DocumentService documents) {
        return new CommitmentViews(desk, documents);
    }

    @Bean
    ChapterOfOrganisationPage chapterOfCommitments(CommitmentDesk desk) {
        return new CommitmentChapter(desk);
    }

    @Bean
    ChapterOfOwnFile ownCommitments(CommitmentDesk desk) {
        return new OwnCommitments(desk);
    }

    @Bean
    EndingOffer commitmentsEnding(CommitmentDesk desk, CommitmentViews views) {
        return new CommitmentsEnding(desk, views);
    }

    @Bean
    NavigationEntry.Offer commitmentNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        ORDER,
                        Place.FOOTER,
                        ColumnPage.PATH,
                        words -> words.say(CommitmentText.NAV),
                        Audience.EVERYBODY),
                new NavigationEntry(
                        ORDER,
                        Place.HEADER,
                        PromisesPage.PATH,
                        words -> words.say(CommitmentText.NAV_WORK),
                        Audience.AUTHORITIES),
                new NavigationEntry(
                        ORDER,
                        Place.HEADER,
                        PromisesPage.PATH,
                        words -> words.say(CommitmentText.NAV_OWN),
                        Audience.ORGANISATIONS));
        return () -> entries;
    }
}
