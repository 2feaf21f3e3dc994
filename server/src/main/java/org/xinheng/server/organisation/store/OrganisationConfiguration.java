package org.xinheng.server.organisation.store;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinheng.server.organisation.store.RegisterSession.Tools;

/** Puts together what an import of the register works with. */
@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

    @Bean
    Tools registerTools(DataSource dataSource, RegisterReads reads, OrganisationIds ids, NameWriter names) {
        return new Tools(reads, ids, position -> new RegisterWriter(dataSource, names, position));
    }
}
