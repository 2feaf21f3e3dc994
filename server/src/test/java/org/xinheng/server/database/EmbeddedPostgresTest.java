package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xinheng.server.database.DatabaseRefused.Reason;

class EmbeddedPostgresTest {

    private static final Path FOLDER = ServerFolder.empty("embedded");

    @BeforeAll
    static void makeATable() {
        try (var database = ServerFolder.open(FOLDER)) {
            owner(database).sql("CREATE TABLE public.word (word text)").update();
        }
    }

    @Test
    void keepsDataOverARestart() {
        try (var database = ServerFolder.open(FOLDER)) {
            write(database, "kept");
        }
        try (var database = ServerFolder.open(FOLDER)) {
            assertThat(words(database)).contains("kept");
        }
    }

    @Test
    void refusesASecondOwnerInOneSentence() {
        try (var _ = ServerFolder.open(FOLDER)) {
            var refused = catchThrowableOfType(DatabaseRefused.class, () -> ServerFolder.open(FOLDER));
            assertThat(refused.reason()).isEqualTo(Reason.FOLDER_IN_USE);
            assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE))
                    .contains("正被另一个信衡进程（进程号 " + ProcessHandle.current().pid() + "）使用")
                    .contains(FOLDER.toString());
        }
    }

    @Test
    void startsAKilledPostmasterAgainWithAllThatWasCommitted() throws IOException {
        try (var database = ServerFolder.open(FOLDER)) {
            write(database, "before the kill");
            var killed = ServerFolder.postmaster(FOLDER);
            assertThat(killed.destroyForcibly()).isTrue();
            killed.onExit().join();
            awaitReachable(database);
            assertThat(words(database)).contains("before the kill");
            assertThat(ServerFolder.postmaster(FOLDER).pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void startsAgainAlthoughABackendOfTheKilledPostmasterIsStillBusy() throws Exception {
        try (var database = ServerFolder.open(FOLDER);
                var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            var failure = CompletableFuture.supplyAsync(() ->
                    catchThrowable(() -> statement.execute("SELECT count(*) FROM generate_series(1, 1000000000000)")));
            Thread.sleep(300);
            assertThat(ServerFolder.postmaster(FOLDER).destroyForcibly()).isTrue();
            assertThat(failure).succeedsWithin(Duration.ofMinutes(1)).isInstanceOf(SQLException.class);
            awaitReachable(database);
        }
    }

    @Test
    void keepsTheStatementOfABackendThatDiesOutOfTheLog() throws Exception {
        try (var database = ServerFolder.open(FOLDER);
                var connection = database.owner().getConnection()) {
            var pid = connection.unwrap(PGConnection.class).getBackendPID();
            var failure = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> Roles.run(connection, "SELECT pg_sleep(60), 'planted word'")));
            Thread.sleep(300);
            assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
            assertThat(failure).succeedsWithin(Duration.ofMinutes(1)).isInstanceOf(SQLException.class);
            // The connection breaks before the postmaster has seen its child off.
            await(() -> log().contains("was terminated by signal 9"));
            assertThat(log()).doesNotContain("planted word");
            awaitReachable(database);
        }
    }

    @Test
    void saysWithinSecondsThatADeadDatabaseIsAway() throws IOException {
        try (var database = ServerFolder.open(FOLDER)) {
            var needed = FOLDER.resolve("postgres/data/global/pg_control");
            var aside = FOLDER.resolve("postgres/pg_control");
            Files.move(needed, aside);
            try {
                assertThat(ServerFolder.postmaster(FOLDER).destroyForcibly()).isTrue();
                await(() -> !answeredWithinFiveSeconds(database));
            } finally {
                Files.move(aside, needed);
            }
            awaitReachable(database);
        }
    }

    @Test
    void stopsTheServerOfAKilledRunAndTakesItsData() throws Exception {
        try (var server = RunningServer.start(FOLDER)) {
            var printed = server.awaitReady();
            assertThat(FOLDER.resolve("postgres/data/postmaster.pid"))
                    .as(() -> String.join("\n", printed))
                    .exists();
            var orphan = ServerFolder.postmaster(FOLDER);
            server.process().destroyForcibly();
            assertThat(server.endsWithin(5)).isTrue();
            assertThat(Postmaster.hasEnded(orphan)).isFalse();
            try (var database = ServerFolder.open(FOLDER)) {
                assertThat(Postmaster.hasEnded(orphan)).isTrue();
                write(database, "after the orphan");
                assertThat(words(database)).contains("after the orphan");
            }
        }
    }

    @Test
    void takesNoOtherProgramForItsPostmaster() throws IOException {
        Files.writeString(
                FOLDER.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + FOLDER + "\n0\n25432\n\n127.0.0.1\n0 0\nready\n");
        try (var database = ServerFolder.open(FOLDER)) {
            assertThat(database.isReachable()).isTrue();
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void beginsAnewAfterACreationThatWasKilled() throws IOException {
        var folder = ServerFolder.empty("killed-creation");
        Files.createDirectories(folder.resolve("postgres/data.unfinished/data/base"));
        Files.createDirectories(folder.resolve("postgres/bin-0.unfinished"));
        try (var database = ServerFolder.open(folder)) {
            assertThat(database.isReachable()).isTrue();
        }
        assertThat(folder.resolve("postgres/data.unfinished")).doesNotExist();
    }

    @Test
    void keepsPasswordsAndDataFromOtherUsers() throws IOException {
        try (var database = ServerFolder.open(FOLDER)) {
            for (var role : List.of("postgres", "xinheng_owner", "xinheng_app")) {
                assertThat(permissions("postgres/passwords/" + role)).isEqualTo("rw-------");
            }
            assertThat(permissions("postgres/passwords")).isEqualTo("rwx------");
            assertThat(permissions("postgres/data")).isEqualTo("rwx------");
            assertThat(permissions("postgres/postgresql.log")).isEqualTo("rw-------");
            assertThat(database.address().toString())
                    .doesNotContain(Files.readString(FOLDER.resolve("postgres/passwords/xinheng_app"))
                            .strip());
        }
    }

    @Test
    void listensOnTheLoopbackOnlyAndAsksForAPassword() throws IOException {
        try (var postgres = EmbeddedPostgres.open(ServerFolder.small(FOLDER))) {
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
            assertThat(setting(postgres, "server_encoding")).isEqualTo("UTF8");
            var refused = catchThrowableOfType(
                    SQLException.class,
                    () -> DriverManager.getConnection(postgres.jdbcUrl("xinheng"), "xinheng_app", "guessed"));
            assertThat(refused.getSQLState()).isEqualTo("28P01");
        }
    }

    @Test
    void refusesAFolderOfAnotherMajorVersion() throws IOException {
        var folder = ServerFolder.empty("older");
        Files.createDirectories(folder.resolve("postgres/data"));
        Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "17\n");
        var refused = catchThrowableOfType(DatabaseRefused.class, () -> ServerFolder.open(folder));
        assertThat(refused.reason()).isEqualTo(Reason.OTHER_MAJOR_VERSION);
        assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).contains("PostgreSQL 17", "PostgreSQL 18");
    }

    @Test
    void refusesAPlaceWhereNoFolderCanBe() throws IOException {
        var file = ServerFolder.empty("file").resolve("file");
        Files.writeString(file, "");
        for (var place : List.of(file, file.resolve("data"), Path.of("/proc/xinheng"))) {
            var refused = catchThrowableOfType(DatabaseRefused.class, () -> ServerFolder.open(place));
            assertThat(refused.reason()).isEqualTo(Reason.NO_PERMISSION);
            assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).contains(place.toString());
        }
    }

    @Test
    void refusesPasswordFilesThatAreNotThoseOfTheData() throws IOException {
        var folder = ServerFolder.empty("password");
        ServerFolder.open(folder).close();
        PasswordFiles.write(folder.resolve("postgres/passwords/postgres"), "another");
        var refused = catchThrowableOfType(DatabaseRefused.class, () -> ServerFolder.open(folder));
        assertThat(refused.reason()).isEqualTo(Reason.PASSWORD_LOST);
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesAMachineWithoutBinaries() {
        var refused =
                catchThrowableOfType(DatabaseRefused.class, () -> PostgresBinaries.archive("Mac OS X", "aarch64"));
        assertThat(refused.sentence(Locale.ENGLISH)).contains("Mac OS X aarch64", "--database-url");
    }

    @Test
    void namesItsProgramsByTheirVersion() throws IOException {
        var postgres = TestDatabase.folder().resolve("postgres/bin-" + PostgresBinaries.VERSION + "/bin/postgres");
        var run = ProgramRun.of(List.of(postgres.toString(), "--version"), Duration.ofSeconds(5));
        assertThat(run.output().strip() + ".0").isEqualTo("postgres (PostgreSQL) " + PostgresBinaries.VERSION);
        assertThat(PostgresBinaries.VERSION).startsWith(PostgresBinaries.MAJOR + ".");
    }

    @Test
    void tellsAFullDiskFromOtherFaults() {
        var cluster = new PostgresCluster(ServerFolder.small(FOLDER), new PostgresBinaries(FOLDER), RunAs.OURSELVES);
        assertThat(cluster.refused("FATAL:  could not write lock file: No space left on device")
                        .reason())
                .isEqualTo(Reason.DISK_FULL);
        assertThat(cluster.refused("x FATAL:  could not open file: Permission denied")
                        .reason())
                .isEqualTo(Reason.NO_PERMISSION);
        assertThat(cluster.refused("LOG:  begins\n1 FATAL:  is broken\nLOG:  ends")
                        .sentence(Locale.ENGLISH))
                .contains("did not start: is broken;");
    }

    private static boolean answeredWithinFiveSeconds(Database database) {
        var start = System.nanoTime();
        var reachable = database.isReachable();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
        return reachable;
    }

    /** A new connection needs a new postmaster; an idle one may live a moment longer than the killed postmaster. */
    private static void awaitReachable(Database database) {
        await(() -> {
            try (var connection = database.owner().getConnection()) {
                return connection.isValid(1) && database.isReachable();
            } catch (SQLException e) {
                return false;
            }
        });
    }

    private static String log() {
        try {
            return Files.readString(FOLDER.resolve("postgres/postgresql.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier fact) {
        var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static JdbcClient owner(Database database) {
        return JdbcClient.create(database.owner());
    }

    private static void write(Database database, String word) {
        owner(database).sql("INSERT INTO public.word VALUES (?)").param(word).update();
    }

    private static List<String> words(Database database) {
        return owner(database)
                .sql("SELECT word FROM public.word")
                .query(String.class)
                .list();
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws IOException {
        var login = postgres.superuser();
        return JdbcClient.create(
                        new DriverManagerDataSource(postgres.jdbcUrl("postgres"), login.user(), login.password()))
                .sql("SHOW " + name)
                .query(String.class)
                .single();
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve(file)));
    }
}
