package org.xinheng.server.content;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.content.store.ContentStore;
import org.xinheng.server.organisation.NamesInText;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Wires the library. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    Naming contentNaming(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        return new Naming(records, organisations, inForce, clock);
    }

    @Bean
    ContentLibrary contentLibrary(
            JdbcClient sql,
            Naming naming,
            NamesInText names,
            Organisations organisations,
            PlatformTransactionManager transactions,
            Clock clock) {
        ContentStore store = new ContentStore(sql);
        return new ContentLibrary(
                store,
                new ContentLibrary.Reading(
                        new ContentCheck(new NamesCheck(names, organisations), naming),
                        new ContentSearch(store, organisations, naming),
                        naming),
                new TransactionTemplate(transactions),
                clock);
    }
}
