package org.xinheng.server.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Opens the database before anything that asks for a {@code DataSource}: the bean {@link Database} is started and
 * migrated when it exists, so no other ordering is needed. Closing the context stops an embedded PostgreSQL.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(DatabaseProperties properties, @Value("${xinheng.data:data}") Path folder) {
        var url = properties.url();
        if (url != null && !url.isBlank()) {
            return Database.external(properties.address(url), properties.poolSize());
        }
        var sharedBuffers = properties.sharedBuffers();
        var settings = PostgresSettings.of(folder);
        return Database.embedded(
                sharedBuffers == null
                        ? settings
                        : settings.withSharedBuffersMegabytes((int) sharedBuffers.toMegabytes()),
                properties.poolSize());
    }

    @Bean(destroyMethod = "")
    @Primary
    DataSource dataSource(Database database) {
        return database.app();
    }

    /** Shown by the actuator; its presence keeps Spring Boot from running migrations as the lesser role. */
    @Bean
    Flyway flyway(Database database) {
        return database.migrations();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }
}
