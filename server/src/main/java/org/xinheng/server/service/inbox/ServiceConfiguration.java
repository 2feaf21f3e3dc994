package org.xinheng.server.service.inbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Notifications;
import org.xinheng.server.web.NavigationEntry;
import org.xinheng.server.web.NavigationEntry.Audience;
import org.xinheng.server.web.NavigationEntry.Place;

/** Wires service of documents. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

    @Bean
    DocumentStore documentStore(JdbcClient sql) {
        return new DocumentStore(sql);
    }

    @Bean
    InboxService.Surroundings surroundingsOfService(
            Clock clock, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        return new InboxService.Surroundings(clock, new TransactionTemplate(transactions), events);
    }

    @Bean
    DocumentService documentService(
            DocumentStore store,
            PolicyInForce inForce,
            Organisations organisations,
            InboxService.Surroundings surroundings) {
        return new InboxService(store, inForce, organisations, surroundings);
    }

    @Bean
    Shelf shelfOfDocuments(
            DocumentStore store, PolicyInForce inForce, Organisations organisations, AccessLog log, Clock clock) {
        return new Shelf(store, inForce, organisations, log, clock);
    }

    /** An installation with gateways brings a bean of its own. */
    @Bean
    @ConditionalOnMissingBean
    Notifications notifications(@Value("${xinheng.data:data}") Path folder) {
        return new FileNotifications(folder.resolve("notifications"));
    }

    @Bean
    Announcing announcing(Notifications notifications) {
        return new Announcing(notifications);
    }

    @Bean
    NavigationEntry.Offer documentsNavigation() {
        return () -> List.of(
                new NavigationEntry(
                        500,
                        Place.HEADER,
                        DocumentsPage.PATH,
                        words -> words.say(ServiceText.NAV_INBOX),
                        Audience.ORGANISATIONS),
                new NavigationEntry(
                        560,
                        Place.MORE,
                        DocumentsPage.PATH,
                        words -> words.say(ServiceText.NAV_SERVED),
                        Audience.SOURCES_AND_OFFICE));
    }
}
