package org.xinheng.server.intake.waiting;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.LinkReversal;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.intake.WaitingRows;
import org.xinheng.server.intake.store.TimelinessStore;
import org.xinheng.server.intake.store.WaitingQueue;
import org.xinheng.server.intake.store.WaitingStore;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;
import org.xinheng.server.web.ShellText;
import org.xinheng.server.web.TodayOffer;

/** Wires the queue of waiting rows. */
@Configuration(proxyBeanMethods = false)
public class WaitingConfiguration {

    @Bean
    RowAttachment.Archive archiveOfLinks(RecordLoading loading, Holdings holdings) {
        return new RowAttachment.Archive(loading, holdings);
    }

    @Bean
    RowDecisions.Setting settingOfDecisions(
            PolicyInForce inForce, Clock clock, PlatformTransactionManager transactions) {
        return new RowDecisions.Setting(inForce, clock, new TransactionTemplate(transactions));
    }

    @Bean
    WaitingRows waitingRows(
            JdbcClient sql,
            Organisations organisations,
            RowAttachment.Archive archive,
            LinkReversal reversal,
            RowDecisions.Setting setting) {
        var rows = new WaitingStore(sql);
        var attachment = new RowAttachment(rows, new TimelinessStore(sql), archive, setting.inForce(), setting.clock());
        return new QueueOfRows(
                rows,
                new WaitingQueue(sql),
                organisations,
                archive.holdings(),
                new RowDecisions(rows, organisations, attachment, reversal, setting));
    }

    @Bean
    RowDesk rowDesk(WaitingRows rows, PolicyInForce inForce, AccessLog log, Clock clock) {
        return new RowDesk(rows, inForce, log, clock);
    }

    /** The first of the queues stands for all of them in the header. */
    @Bean
    TodayOffer waitingToday(RowDesk desk) {
        return actor ->
                actor.may(Permission.OVERSEE) || actor.may(Permission.DELIVER) || actor.may(Permission.DELIVER_FOR_ALL)
                        ? List.of(TodayOffer.Queue.of(
                                WaitingText.TITLE, WaitingPage.PATH, desk.rows().waiting(desk.seen(actor))))
                        : List.of();
    }

    @Bean
    NavigationEntry.Offer waitingNavigation() {
        List<NavigationEntry> entries = List.of(
                new NavigationEntry(
                        540,
                        Place.HEADER,
                        WaitingPage.PATH,
                        words -> words.say(ShellText.NAV_WORK),
                        Audience.SOURCES_AND_OFFICE),
                new NavigationEntry(
                        10,
                        Place.WORK,
                        WaitingPage.PATH,
                        words -> words.say(WaitingText.NAV),
                        Audience.SOURCES_AND_OFFICE));
        return () -> entries;
    }
}
