package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(FreshDatabase.class)
class RolesTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @BeforeAll
    static void makeAModule(Database database) {
        var owner = JdbcClient.create(database.owner());
        owner.sql("CREATE SCHEMA module").update();
        owner.sql("CREATE TABLE module.entry (id bigint PRIMARY KEY)").update();
        owner.sql("CREATE TABLE module.hidden (id bigint)").update();
        owner.sql("CREATE FUNCTION module.one() RETURNS int LANGUAGE sql RETURN 1")
                .update();
        owner.sql("GRANT USAGE ON SCHEMA module TO xinheng_app").update();
        owner.sql("GRANT SELECT, INSERT ON module.entry TO xinheng_app").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE public.t (id int)",
                "CREATE TABLE module.t (id int)",
                "CREATE SCHEMA other",
                "CREATE ROLE other",
                "CREATE DATABASE other",
                "ALTER TABLE module.entry ADD COLUMN more int",
                "DROP TABLE module.entry",
                "TRUNCATE module.entry",
                "UPDATE module.entry SET id = 0",
                "DELETE FROM module.entry",
                "SELECT * FROM module.hidden",
                "SELECT module.one()",
                "SELECT * FROM migration.flyway_schema_history",
                "SET ROLE xinheng_owner",
                "COPY module.entry TO '/tmp/xinheng-entry'"
            })
    void theAppRoleMayNot(String statement, Database database) throws SQLException {
        try (var connection = database.app().getConnection()) {
            var refused = catchThrowableOfType(SQLException.class, () -> Roles.run(connection, statement));
            assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE);
        }
    }

    @Test
    void theAppRoleMayWhatItWasGrantedAndUseTemporaryTables(JdbcClient sql) {
        sql.sql("INSERT INTO module.entry VALUES (7)").update();
        sql.sql("CREATE TEMPORARY TABLE probe AS SELECT id FROM module.entry").update();
        assertThat(sql.sql("SELECT count(*) FROM module.entry")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
