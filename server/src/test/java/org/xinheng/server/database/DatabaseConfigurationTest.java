package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
class DatabaseConfigurationTest {

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Test
    void thereIsOneOfEachBesideSpringBootsOwnWiring() {
        assertThat(context.getBeanNamesForType(DataSource.class)).containsExactly("dataSource");
        assertThat(context.getBeanNamesForType(Flyway.class)).containsExactly("flyway");
        assertThat(context.getBeanNamesForType(JdbcClient.class)).containsExactly("jdbcClient");
        assertThat(context.getBeanNamesForType(PlatformTransactionManager.class))
                .containsExactly("transactionManager");
    }

    @Test
    void theServerWorksAsTheAppRoleOnAMigratedDatabase() {
        var sql = context.getBean(JdbcClient.class);
        assertThat(sql.sql("SELECT current_user").query(String.class).single()).isEqualTo("xinheng_app");
        assertThat(context.getBean(Flyway.class).info().pending()).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
                "org.springframework.modulith.events.config.EventPublicationAutoConfiguration"
            })
    @Import(DatabaseConfiguration.class)
    static class Wiring {}
}
