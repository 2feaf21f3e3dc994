package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.database.DatabaseAddress.Login;
import org.xinheng.server.database.DatabaseRefused.Reason;

class ExternalPostgresTest {

    @Test
    void opensByUrlAndMigrates() throws IOException, SQLException {
        try (var superuser = Roles.superuser(TestDatabase.server())) {
            Roles.create(superuser, "test_external", "template0");
        }
        try (var database = Database.external(TestDatabase.server().address("test_external"), 2)) {
            assertThat(JdbcClient.create(database.app())
                            .sql("SELECT current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("xinheng_app");
            assertThat(database.migrations().info().pending()).isEmpty();
        }
    }

    @Test
    void aSingleLoginStepsDownToTheAppRole() throws IOException {
        var superuser = TestDatabase.server().superuser();
        var address = new DatabaseAddress(TestDatabase.freshAddress().jdbcUrl(), superuser, superuser);
        try (var database = Database.external(address, 2)) {
            assertThat(JdbcClient.create(database.app())
                            .sql("SELECT current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("xinheng_app");
        }
    }

    @Test
    void refusesAWrongPassword() {
        var address = TestDatabase.freshAddress();
        var wrong = new DatabaseAddress(address.jdbcUrl(), address.owner(), new Login("xinheng_app", "guessed"));
        var refused = refused(wrong);
        assertThat(refused.reason()).isEqualTo(Reason.WRONG_PASSWORD);
        assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE))
                .contains("xinheng_app")
                .doesNotContain("guessed");
    }

    @Test
    void refusesAnAddressWithoutServer() {
        var login = new Login("xinheng_app", "any");
        assertThat(refused(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/xinheng", login, login))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void refusesALoginThatIsNoMemberOfTheAppRole() throws IOException, SQLException {
        try (var superuser = Roles.superuser(TestDatabase.server())) {
            Roles.run(superuser, "DROP ROLE IF EXISTS test_stranger");
            Roles.run(superuser, "CREATE ROLE test_stranger LOGIN PASSWORD 'strange'");
        }
        var address = TestDatabase.server().address("postgres");
        var stranger = new DatabaseAddress(address.jdbcUrl(), address.owner(), new Login("test_stranger", "strange"));
        var refused = refused(stranger);
        assertThat(refused.reason()).isEqualTo(Reason.ROLES_MISSING);
        assertThat(refused.sentence(Locale.ENGLISH)).contains("GRANT xinheng_app TO test_stranger");
    }

    @Test
    void refusesAnotherEncoding() throws IOException, SQLException {
        try (var superuser = Roles.superuser(TestDatabase.server())) {
            Roles.run(
                    superuser,
                    "CREATE DATABASE test_ascii OWNER xinheng_owner TEMPLATE template0 ENCODING SQL_ASCII"
                            + " LOCALE_PROVIDER libc LOCALE 'C'");
        }
        assertThat(refused(TestDatabase.server().address("test_ascii")).reason())
                .isEqualTo(Reason.NOT_UTF8);
    }

    /** A database whose sessions log every statement with its parameters. */
    private static DatabaseAddress talkative() throws IOException, SQLException {
        var address = TestDatabase.freshAddress();
        var name = address.jdbcUrl().substring(address.jdbcUrl().lastIndexOf('/') + 1);
        try (var superuser = Roles.superuser(TestDatabase.server())) {
            Roles.run(superuser, "ALTER DATABASE " + name + " SET log_statement = 'all'");
            Roles.run(superuser, "ALTER DATABASE " + name + " SET log_parameter_max_length = -1");
        }
        return address;
    }

    @Test
    void refusesAServerWithoutTheChineseDictionary() throws IOException, SQLException {
        var address = TestDatabase.freshAddress();
        try (var superuser =
                Roles.connect(address.jdbcUrl(), TestDatabase.server().superuser())) {
            Roles.run(superuser, "DROP COLLATION pg_catalog.\"zh-x-icu\"");
        }
        var refused = refused(address);
        assertThat(refused.reason()).isEqualTo(Reason.NO_DICTIONARY);
        assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).contains("zh-x-icu", "ICU");
    }

    @Test
    void refusesALogThatWouldHoldRowContent() throws IOException, SQLException {
        var refused = refused(talkative());
        assertThat(refused.reason()).isEqualTo(Reason.LOGS_CONTENT);
        assertThat(refused.sentence(Locale.ENGLISH))
                .contains("log_statement = all", "ALTER ROLE xinheng_app SET log_parameter_max_length = 0");
    }

    @Test
    void turnsTheLogDownForItsSessionsWhereItMay() throws IOException, SQLException {
        var talkative = talkative();
        var superuser = TestDatabase.server().superuser();
        try (var database = Database.external(new DatabaseAddress(talkative.jdbcUrl(), superuser, superuser), 2)) {
            var app = JdbcClient.create(database.app());
            assertThat(app.sql("SHOW log_statement").query(String.class).single())
                    .isEqualTo("none");
            assertThat(app.sql("SHOW log_parameter_max_length")
                            .query(String.class)
                            .single())
                    .isEqualTo("0");
            assertThat(app.sql("SELECT current_user").query(String.class).single())
                    .isEqualTo("xinheng_app");
        }
    }

    @Test
    void aLogThatCutsParametersOffIsNoReasonToRefuse() throws IOException, SQLException {
        var talkative = talkative();
        var name = talkative.jdbcUrl().substring(talkative.jdbcUrl().lastIndexOf('/') + 1);
        try (var superuser = Roles.superuser(TestDatabase.server())) {
            Roles.run(superuser, "ALTER DATABASE " + name + " SET log_parameter_max_length = 0");
        }
        try (var database = Database.external(talkative, 2)) {
            assertThat(database.isReachable()).isTrue();
        }
    }

    @Test
    void refusesDataOfANewerProgram() throws SQLException {
        var address = TestDatabase.freshAddress();
        try (var owner = Roles.connect(address.jdbcUrl(), address.owner())) {
            Roles.run(owner, """
                    INSERT INTO migration.flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    VALUES (9999, '9999', 'future', 'SQL', 'V9999__future.sql', 'xinheng_owner', 1, true)
                    """);
        }
        assertThat(refused(address).reason()).isEqualTo(Reason.MIGRATIONS_DIFFER);
    }

    private static DatabaseRefused refused(DatabaseAddress address) {
        return catchThrowableOfType(DatabaseRefused.class, () -> Database.external(address, 2));
    }
}
