package org.xinheng.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.xinheng.server.database.DatabaseRefused.Reason;

/**
 * A real, migrated, empty database for a test class, in some 0.1 s: one PostgreSQL per test JVM lives in
 * {@code target/test-postgres}, is kept between runs, and copies a template that is migrated when migrations change.
 *
 * <pre>{@code
 * @ExtendWith(FreshDatabase.class)                       // one database per top-level test class, dropped after it
 * class ArchiveTest {
 *     @BeforeEach void open(Database database) {}        // Database, JdbcClient and DataSource (app role) are injected
 *     @Test void keepsVersions(JdbcClient sql) {}        // as parameters of constructors, @BeforeAll, @BeforeEach, tests
 * }
 * @SpringBootTest class ServerTest {                     // with Spring: one database per context
 *     @DynamicPropertySource static void database(DynamicPropertyRegistry registry) { TestDatabase.register(registry); }
 * }
 * try (var database = TestDatabase.fresh()) {}           // or by hand; database.owner() may do what the app role may not
 * }</pre>
 */
public final class TestDatabase {

    private static final int POOL_SIZE = 4;
    private static final int LOCK_ATTEMPTS = 600;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestDatabase SHARED = opened();

    private final EmbeddedPostgres postgres;
    private final String template;

    private TestDatabase(EmbeddedPostgres postgres, String template) {
        this.postgres = postgres;
        this.template = template;
    }

    /** A migrated database without rows; close it, or leave it to the next run. */
    public static Database fresh() {
        return Database.alreadyMigrated(SHARED.create(), POOL_SIZE);
    }

    /** Points a Spring context at a fresh database of its own. */
    public static void register(DynamicPropertyRegistry registry) {
        register(registry, url -> url);
    }

    /** @param way what becomes of the address: a test may lay a wire of its own */
    public static void register(DynamicPropertyRegistry registry, UnaryOperator<String> way) {
        var address = SHARED.create();
        registry.add("xinheng.database.url", () -> way.apply(address.jdbcUrl()));
        registry.add("xinheng.database.user", () -> address.app().user());
        registry.add("xinheng.database.password", () -> address.app().password());
        registry.add("xinheng.database.owner-user", () -> address.owner().user());
        registry.add("xinheng.database.owner-password", () -> address.owner().password());
        registry.add("xinheng.database.pool-size", () -> POOL_SIZE);
    }

    /** What a test does while its database is away. */
    @FunctionalInterface
    public interface WhileAway {
        void run() throws Exception;
    }

    /** Throws everybody out of a database and lets nobody in until the end of what is done meanwhile. */
    public static void away(Database database, WhileAway meanwhile) throws Exception {
        var url = database.jdbcUrl();
        var name = url.substring(url.lastIndexOf('/') + 1);
        try (var superuser = Roles.superuser(SHARED.postgres)) {
            Roles.run(superuser, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
            Roles.run(
                    superuser,
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name + "'");
            try {
                meanwhile.run();
            } finally {
                Roles.run(superuser, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
            }
        }
    }

    /** A fresh database's address, for tests that connect by themselves. */
    static DatabaseAddress freshAddress() {
        return SHARED.create();
    }

    /** The shared server, for tests of servers and roles themselves. */
    static EmbeddedPostgres server() {
        return SHARED.postgres;
    }

    static Path folder() {
        return Path.of(System.getProperty("basedir", "."), "target", "test-postgres")
                .toAbsolutePath();
    }

    private DatabaseAddress create() {
        var name = "test_" + NUMBER.incrementAndGet();
        try (var superuser = Roles.superuser(postgres)) {
            Roles.create(superuser, name, template);
            return postgres.address(name);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("no fresh database", e);
        }
    }

    private static TestDatabase opened() {
        var postgres = shared();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        try {
            Roles.prepare(postgres, "postgres_of_tests");
            return new TestDatabase(postgres, template(postgres));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the test database could not be prepared", e);
        }
    }

    /** Another test JVM of the same folder may still be stopping. */
    private static EmbeddedPostgres shared() {
        for (var attempt = 1; true; attempt++) {
            try {
                return EmbeddedPostgres.open(new PostgresSettings(folder(), 128, 1024, 200));
            } catch (DatabaseRefused e) {
                if (e.reason() != Reason.FOLDER_IN_USE || attempt == LOCK_ATTEMPTS) {
                    throw e;
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String template(EmbeddedPostgres postgres) throws SQLException, IOException {
        var template = "template_" + Long.toHexString(checksumOfMigrations());
        try (var superuser = Roles.superuser(postgres)) {
            var databases = databases(superuser);
            for (var old : databases) {
                if (!old.equals(template)) {
                    Roles.run(superuser, "DROP DATABASE " + old + " WITH (FORCE)");
                }
            }
            if (!databases.contains(template)) {
                Roles.create(superuser, "test_template", "template0");
                migrate(postgres.address("test_template"));
                Roles.run(superuser, "ALTER DATABASE test_template RENAME TO " + template);
            }
        }
        return template;
    }

    private static void migrate(DatabaseAddress address) {
        try (var database = Database.alreadyMigrated(address, 1)) {
            var _ = database.migrations().migrate();
        }
    }

    private static List<String> databases(Connection superuser) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname ~ '^(test|template)_'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static long checksumOfMigrations() throws IOException {
        var migrations = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
        var checksum = new CRC32C();
        List.of(migrations).stream()
                .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                .forEach(resource -> {
                    try (InputStream content = resource.getInputStream()) {
                        checksum.update(String.valueOf(resource.getFilename()).getBytes(StandardCharsets.UTF_8));
                        checksum.update(content.readAllBytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return checksum.getValue();
    }
}
