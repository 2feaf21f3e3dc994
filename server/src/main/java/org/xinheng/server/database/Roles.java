package org.xinheng.server.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.xinheng.server.database.DatabaseAddress.Login;
import org.xinheng.server.database.DatabaseRefused.Reason;

/** The two roles, made in the embedded PostgreSQL; an outside one brings them along. */
final class Roles {

    /** Owns every object and runs the migrations. */
    static final String OWNER = "xinheng_owner";

    /** What the running server works as; migrations grant it what it may do, table by table. */
    static final String APP = "xinheng_app";

    /** SQLSTATE invalid_password. */
    static final String INVALID_PASSWORD = "28P01";

    /** SQLSTATE insufficient_privilege. */
    static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Roles() {}

    /** Makes the roles and the database where they are missing, and sets the passwords to those of the files. */
    static void prepare(EmbeddedPostgres postgres, String database) throws IOException {
        try (var connection = superuser(postgres)) {
            for (var role : List.of(OWNER, APP)) {
                if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
                    run(connection, "CREATE ROLE " + role);
                }
                var password = postgres.passwords().login(role).password();
                run(connection, "ALTER ROLE " + role + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
                create(connection, database, "template0");
            }
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                throw new DatabaseRefused(
                        e, Reason.PASSWORD_LOST, postgres.passwords().folder());
            }
            throw new IOException("the roles of the embedded PostgreSQL could not be prepared", e);
        }
    }

    static Connection superuser(EmbeddedPostgres postgres) throws IOException, SQLException {
        return connect(postgres.jdbcUrl("postgres"), postgres.superuser());
    }

    static Connection connect(String url, Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        return DriverManager.getConnection(url, properties);
    }

    /** A database of the owner's, closed to everybody but the two roles. */
    static void create(Connection superuser, String database, String template) throws SQLException {
        run(superuser, "CREATE DATABASE " + database + " OWNER " + OWNER + " TEMPLATE " + template);
        run(superuser, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        run(superuser, "GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + APP);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
