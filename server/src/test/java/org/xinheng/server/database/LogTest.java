package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No log, ours or PostgreSQL's, carries row content. */
@ExtendWith(FreshDatabase.class)
class LogTest {

    private static final String PLANTED = "王小明110105194912310028";

    @BeforeAll
    static void makeATable(Database database) throws SQLException {
        try (var connection = database.owner().getConnection()) {
            Roles.run(connection, "CREATE TABLE public.person (name text PRIMARY KEY, born date)");
            Roles.run(connection, "INSERT INTO public.person VALUES ('" + PLANTED + "')");
        }
    }

    @Test
    void staysSilentAboutAnUniqueViolation(Database database) throws SQLException, IOException {
        try (var connection = database.owner().getConnection()) {
            assertSilent(connection, "INSERT INTO public.person VALUES ('" + PLANTED + "')", "23505");
            assertSilentWithParameter(connection, "INSERT INTO public.person VALUES (?)", "23505");
        }
    }

    @Test
    void staysSilentAboutATypeError(Database database) throws SQLException, IOException {
        try (var connection = database.owner().getConnection()) {
            assertSilent(connection, "INSERT INTO public.person VALUES ('x', '" + PLANTED + "')", "22007");
            assertSilentWithParameter(connection, "INSERT INTO public.person VALUES ('x', ?::text::date)", "22007");
            assertSilent(connection, "DO $$ BEGIN RAISE EXCEPTION '" + PLANTED + "'; END $$", "P0001");
        }
    }

    @Test
    void exceptionsForOurOwnLogDoNotQuoteKeys(Database database) throws SQLException {
        try (var connection = database.owner().getConnection();
                var insert = connection.prepareStatement("INSERT INTO public.person VALUES (?)")) {
            insert.setString(1, PLANTED);
            insert.addBatch();
            insert.addBatch();
            var refused = catchThrowableOfType(SQLException.class, insert::executeBatch);
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(PLANTED);
            }
        }
    }

    private static void assertSilent(Connection connection, String statement, String state) throws IOException {
        var refused = catchThrowableOfType(SQLException.class, () -> Roles.run(connection, statement));
        assertThat(refused.getSQLState()).isEqualTo(state);
        assertThat(log()).doesNotContain(PLANTED);
    }

    private static void assertSilentWithParameter(Connection connection, String statement, String state)
            throws IOException, SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, PLANTED);
            var refused = catchThrowableOfType(SQLException.class, prepared::execute);
            assertThat(refused.getSQLState()).isEqualTo(state);
        }
        assertThat(log()).doesNotContain(PLANTED);
    }

    private static String log() throws IOException {
        return Files.readString(TestDatabase.folder().resolve("postgres/postgresql.log"));
    }
}
