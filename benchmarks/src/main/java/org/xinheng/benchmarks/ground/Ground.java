package org.xinheng.benchmarks.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.DatabaseAddress;
import org.xinheng.server.database.DatabaseAddress.Login;
import org.xinheng.server.database.PostgresSettings;

/**
 * A fresh folder with one embedded PostgreSQL in the product's own settings, fsync on: everything that a run compares works
 * on this server, each in a database of its own.
 */
public final class Ground implements AutoCloseable {

    private static final int FEW_CONNECTIONS = 2;

    private final Path folder;
    private final Database server;
    private final String address;

    private Ground(Path folder, Database server) {
        this.folder = folder;
        this.server = server;
        this.address = server.jdbcUrl().substring(0, server.jdbcUrl().lastIndexOf('/') + 1);
    }

    /** @throws Refused when the disk has less room than needed */
    public static Ground open(Path folder, DiskSpace need) throws IOException {
        Files.createDirectories(folder);
        need.require(folder);
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        return new Ground(folder, Database.embedded(PostgresSettings.of(folder.resolve("database")), FEW_CONNECTIONS));
    }

    public Path folder() {
        return folder;
    }

    /** A new database with the product's tables and nothing in them. */
    public DatabaseAddress migrated(String name) throws SQLException, IOException {
        var address = empty(name);
        Database.external(address, FEW_CONNECTIONS).close();
        return address;
    }

    /** A new database with nothing in it. */
    public DatabaseAddress empty(String name) throws SQLException, IOException {
        try (var superuser = superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER xinheng_owner TEMPLATE template0");
        }
        return existing(name);
    }

    /** One that was made before. */
    public DatabaseAddress existing(String name) throws IOException {
        return new DatabaseAddress(url(name), login("xinheng_owner"), login("xinheng_app"));
    }

    public String url(String name) {
        return address + name;
    }

    public void drop(String name) throws SQLException, IOException {
        try (var superuser = superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    /** Writes everything out, so that no measured part pays for the one before. */
    public void settle() throws SQLException, IOException {
        try (var superuser = superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** What PostgreSQL has used of the processors so far, in seconds. */
    public double cpuSeconds() throws IOException {
        var lines = Files.readAllLines(folder.resolve("database/postgres/data/postmaster.pid"));
        return CpuTime.ofFamily(Long.parseLong(lines.getFirst().strip()));
    }

    /** As superuser, in any of the databases. */
    public Connection superuser(String database) throws SQLException, IOException {
        return connect(address + database, login("postgres"));
    }

    public static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    /** The server keeps its generated passwords beside its data, for our user only. */
    private Login login(String role) throws IOException {
        var file = folder.resolve("database/postgres/passwords").resolve(role);
        return new Login(role, Files.readString(file).strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
