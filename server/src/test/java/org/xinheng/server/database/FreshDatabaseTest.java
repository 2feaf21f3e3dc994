package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(FreshDatabase.class)
class FreshDatabaseTest {

    @Test
    void isMigratedAndWorksAsTheAppRole(JdbcClient sql, Database database) {
        assertThat(sql.sql("SELECT current_user").query(String.class).single()).isEqualTo("xinheng_app");
        assertThat(JdbcClient.create(database.owner())
                        .sql("SELECT count(*) FROM migration.flyway_schema_history WHERE success")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void isAnotherDatabaseThanThatOfTheNext() {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        }
    }

    @Test
    void keepsCommittedDataAsInEarnest(JdbcClient sql) {
        assertThat(sql.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
        assertThat(sql.sql("SHOW synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }
}
