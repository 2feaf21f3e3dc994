package org.xinheng.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xinheng.server.database.DatabaseRefused.Reason;

/**
 * The open, migrated database with its two roles; closing it closes the pool and stops an embedded server.
 *
 * <p>A dead database is known within three seconds: {@link #app()} then throws
 * {@link java.sql.SQLTransientConnectionException}, for which the faces answer 503.
 */
public final class Database implements AutoCloseable {

    /** Connections of {@link #app()} unless told otherwise. */
    public static final int USUAL_POOL_SIZE = 16;

    static final String NAME = "xinheng";

    private static final int CONNECTION_PATIENCE_MILLIS = 2500;
    private static final int VALIDATION_PATIENCE_SECONDS = 2;
    private static final int IDLE_CONNECTIONS = 4;

    private final DatabaseAddress address;
    private final DataSource owner;
    private final HikariDataSource app;
    private final DataSource patient;
    private final Flyway migrations;
    private final AutoCloseable server;

    /** @param quiet what each connection says first, still as the login itself */
    private Database(DatabaseAddress address, int poolSize, List<String> quiet, AutoCloseable server) {
        this.address = address;
        this.server = server;
        this.owner = ownerSource(address);
        this.migrations = Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true)
                .load();
        this.app = appPool(address, poolSize, quiet);
        this.patient = new Patience.Connections(app);
    }

    /** Starts the embedded PostgreSQL of a data folder and brings it to the newest migration. */
    public static Database embedded(PostgresSettings settings, int poolSize) {
        var postgres = EmbeddedPostgres.open(settings);
        try {
            Roles.prepare(postgres, NAME);
            return new Database(postgres.address(NAME), poolSize, List.of(), postgres).migrated();
        } catch (IOException e) {
            postgres.close();
            throw FolderLock.refused(settings.folder(), e);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** Opens a PostgreSQL run by others, version 16 or later, and brings it to the newest migration. */
    public static Database external(DatabaseAddress address, int poolSize) {
        var quiet = ExternalPostgres.check(address);
        return new Database(address, poolSize, quiet, () -> {}).migrated();
    }

    /** A database known to be migrated and served by somebody else. */
    static Database alreadyMigrated(DatabaseAddress address, int poolSize) {
        return new Database(address, poolSize, List.of(), () -> {});
    }

    private static DataSource ownerSource(DatabaseAddress address) {
        var properties = new Properties();
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("connectTimeout", Integer.toString(VALIDATION_PATIENCE_SECONDS));
        var source = new DriverManagerDataSource(
                address.jdbcUrl(), address.owner().user(), address.owner().password());
        source.setConnectionProperties(properties);
        return source;
    }

    private static HikariDataSource appPool(DatabaseAddress address, int poolSize, List<String> quiet) {
        var config = new HikariConfig();
        config.setPoolName("xinheng-app");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.app().user());
        config.setPassword(address.app().password());
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(IDLE_CONNECTIONS, poolSize));
        config.setConnectionTimeout(CONNECTION_PATIENCE_MILLIS);
        config.setValidationTimeout(VALIDATION_PATIENCE_SECONDS * 1000L);
        config.addDataSourceProperty("connectTimeout", VALIDATION_PATIENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("ApplicationName", "xinheng");
        // A DETAIL quotes keys and rows, and exceptions end in logs.
        config.addDataSourceProperty("logServerErrorDetail", false);
        var first = new ArrayList<>(quiet);
        if (address.app().user().equals(address.owner().user())) {
            first.add("SET ROLE " + Roles.APP);
        }
        if (!first.isEmpty()) {
            config.setConnectionInitSql(String.join("; ", first));
        }
        return new HikariDataSource(config);
    }

    private Database migrated() {
        try {
            var _ = migrations.migrate();
            return this;
        } catch (FlywayValidateException e) {
            app.close();
            throw new DatabaseRefused(
                    e,
                    Reason.MIGRATIONS_DIFFER,
                    String.join(" ", String.valueOf(e.getMessage()).lines().toList()));
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    /** Owner of all objects: for migrations and maintenance, unpooled. */
    public DataSource owner() {
        return owner;
    }

    /**
     * The role of the running server, pooled: no DDL, and of each table only what its migration granted. Minds {@link Patience}.
     */
    public DataSource app() {
        return patient;
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    DatabaseAddress address() {
        return address;
    }

    /** The migrations as they were applied when this database was opened. */
    Flyway migrations() {
        return migrations;
    }

    /** Whether the running server can work with it now; false within five seconds when it cannot. */
    public boolean isReachable() {
        try (var connection = app.getConnection()) {
            return connection.isValid(VALIDATION_PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        for (var part : List.of(app, server)) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("the database could not be closed", e);
            }
        }
    }
}
