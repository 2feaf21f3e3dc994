package org.xinheng.server.archive.withdrawal;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.MayEnd;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires withdrawals and the list that leads to them. */
@Configuration(proxyBeanMethods = false)
class WithdrawalConfiguration {

    @Bean
    Withdrawals withdrawals(
            Archive archive,
            MayEnd mayEnd,
            PolicyInForce inForce,
            DocumentService documents,
            PlatformTransactionManager transactions,
            AccessLog log,
            Clock clock) {
        return new Withdrawals(archive, mayEnd, inForce, new WithdrawalNotices(documents, transactions), log, clock);
    }

    @Bean
    OwnRecordsController.Reading readingOfOwnRecords(
            PolicyInForce inForce, Organisations organisations, MayEnd mayEnd) {
        return new OwnRecordsController.Reading(inForce, organisations, mayEnd);
    }

    @Bean
    NavigationEntry.Offer ownRecordsNavigation() {
        var entry = new NavigationEntry(
                520, Place.HEADER, OwnRecordsPage.PATH, words -> words.say(WithdrawalText.OWN_NAV), Audience.SOURCES);
        return () -> List.of(entry);
    }
}
