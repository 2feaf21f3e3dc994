package org.xinheng.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.xinheng.server.database.DatabaseAddress.Login;
import org.xinheng.server.database.DatabaseRefused.Reason;

/** What a PostgreSQL run by others must bring: version 16, UTF8, the order of the Chinese dictionary, our roles, and a log without row content. */
final class ExternalPostgres {

    private static final int LEAST_VERSION = 16;

    private ExternalPostgres() {}

    /**
     * Each fault is one sentence, before Flyway or the pool fail on it in theirs.
     *
     * @return statements by which each connection of the pool keeps row content out of the server's log
     */
    static List<String> check(DatabaseAddress address) {
        List<String> quiet;
        try (var connection = connect(address, address.app())) {
            check(connection, address);
            quiet = LogSettings.turnDown(connection, address);
        } catch (SQLException e) {
            throw unreachable(address, e);
        }
        try (var _ = connect(address, address.owner())) {
            return quiet;
        } catch (SQLException e) {
            throw unreachable(address, e);
        }
    }

    private static void check(Connection connection, DatabaseAddress address) throws SQLException {
        var major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < LEAST_VERSION) {
            throw new DatabaseRefused(Reason.TOO_OLD, address.jdbcUrl(), major, LEAST_VERSION);
        }
        var encoding = word(connection, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new DatabaseRefused(Reason.NOT_UTF8, address.jdbcUrl(), encoding);
        }
        if (word(
                        connection,
                        "SELECT count(*) FROM pg_collation WHERE collnamespace = 'pg_catalog'::regnamespace AND collname = '"
                                + Dictionary.NAME + "'")
                .equals("0")) {
            throw new DatabaseRefused(Reason.NO_DICTIONARY, address.jdbcUrl(), Dictionary.NAME);
        }
        if (!isInAppRole(connection)) {
            throw new DatabaseRefused(
                    Reason.ROLES_MISSING, address.jdbcUrl(), address.app().user());
        }
    }

    private static Connection connect(DatabaseAddress address, Login login) throws SQLException {
        try {
            return Roles.connect(address.jdbcUrl(), login);
        } catch (SQLException e) {
            if (Roles.INVALID_PASSWORD.equals(e.getSQLState())) {
                throw new DatabaseRefused(e, Reason.WRONG_PASSWORD, address.jdbcUrl(), login.user());
            }
            throw e;
        }
    }

    private static DatabaseRefused unreachable(DatabaseAddress address, SQLException e) {
        return new DatabaseRefused(e, Reason.UNREACHABLE, address.jdbcUrl(), String.valueOf(e.getMessage()));
    }

    /** A single login that may make roles gets its lesser half made; pooled connections then step down to it. */
    private static boolean isInAppRole(Connection connection) throws SQLException {
        if (word(connection, "SELECT count(*) FROM pg_roles WHERE rolname = 'xinheng_app'")
                        .equals("0")
                && word(connection, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
                        .equals("t")) {
            Roles.run(connection, "CREATE ROLE " + Roles.APP);
            Roles.run(connection, "GRANT " + Roles.APP + " TO CURRENT_USER");
        }
        return word(
                        connection,
                        "SELECT count(*) FROM pg_roles WHERE rolname = 'xinheng_app'"
                                + " AND pg_has_role(current_user, oid, 'MEMBER')")
                .equals("1");
    }

    private static String word(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
