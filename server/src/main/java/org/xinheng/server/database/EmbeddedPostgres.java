package org.xinheng.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.server.database.DatabaseAddress.Login;

/**
 * The real PostgreSQL, started and watched by us, with its data kept under {@code DIR/postgres}.
 *
 * <p>Its life: the folder is locked for one owner, programs are unpacked and the cluster is created once; a server
 * that a killed run left behind is stopped; the server is started on a free port of 127.0.0.1 and started again on the
 * same port whenever it ends without our word, while connections fail; {@link #close()} stops it within 15 seconds.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Below the range from which Linux serves outgoing connections, so that nobody takes it during a restart. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;
    private static final int START_ATTEMPTS = 100;
    private static final int ATTEMPTS_BEFORE_ENDING_SURVIVORS = 10;
    private static final long PAUSE_MILLIS = 200;

    private final FolderLock lock;
    private final PostgresCluster cluster;
    private final PasswordFiles passwords;
    private final int port;
    private final Thread watch;
    private volatile Postmaster postmaster;
    private volatile boolean closing;

    private EmbeddedPostgres(FolderLock lock, PostgresCluster cluster, PasswordFiles passwords)
            throws IOException, InterruptedException {
        this.lock = lock;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = freePort();
        this.postmaster = started();
        this.watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    }

    /** @throws DatabaseRefused when the folder is in use, full, forbidden or made by another major version */
    public static EmbeddedPostgres open(PostgresSettings settings) {
        return open(settings, null);
    }

    static EmbeddedPostgres open(PostgresSettings settings, @org.jspecify.annotations.Nullable RunAs way) {
        var lock = FolderLock.take(settings.folder());
        try {
            var opened = open(lock, settings, way == null ? RunAs.found() : way);
            opened.watch.start();
            return opened;
        } catch (IOException e) {
            lock.close();
            throw FolderLock.refused(settings.folder(), e);
        } catch (InterruptedException e) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres open(FolderLock lock, PostgresSettings settings, RunAs runAs)
            throws IOException, InterruptedException {
        var home = PostgresCluster.home(settings);
        Files.createDirectories(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        runAs.checkReach(home);
        var cluster = new PostgresCluster(settings, PostgresBinaries.unpackedIn(home), runAs);
        var passwords = new PasswordFiles(home.resolve("passwords"));
        var left = Postmaster.left(cluster);
        if (left.isPresent()) {
            LOG.warn(
                    "Stopping PostgreSQL (process {}) left behind by an earlier run",
                    left.get().pid());
            left.get().stop();
        }
        cluster.prepare(passwords.login(SUPERUSER));
        return new EmbeddedPostgres(lock, cluster, passwords);
    }

    /** The address of a database of ours; both roles get their generated password. */
    DatabaseAddress address(String database) throws IOException {
        return new DatabaseAddress(jdbcUrl(database), passwords.login(Roles.OWNER), passwords.login(Roles.APP));
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Login superuser() throws IOException {
        return passwords.login(SUPERUSER);
    }

    PasswordFiles passwords() {
        return passwords;
    }

    /** Process id of the postmaster, also the first line of {@code DIR/postgres/data/postmaster.pid}. */
    public long pid() {
        return postmaster.pid();
    }

    private static int freePort() throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        for (var attempt = 0; attempt < START_ATTEMPTS; attempt++) {
            var candidate = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (var _ = new ServerSocket(candidate, 1, loopback)) {
                return candidate;
            } catch (java.net.BindException e) {
                LOG.debug("Port {} is taken", candidate);
            }
        }
        throw new IOException("no free port on 127.0.0.1");
    }

    /** Tries for some 20 seconds: the backends of a killed postmaster need a moment to let go of the memory. */
    private Postmaster started() throws IOException, InterruptedException {
        for (var attempt = 1; true; attempt++) {
            Postmaster.removeStalePidFile(cluster);
            var starting = Postmaster.start(cluster, port);
            postmaster = starting;
            if (isReady(starting)) {
                return starting;
            }
            var output = starting.output();
            if (!output.contains("shared memory block") || attempt == START_ATTEMPTS) {
                throw cluster.refused(output);
            }
            if (attempt > ATTEMPTS_BEFORE_ENDING_SURVIVORS) {
                Postmaster.endSurvivors(cluster);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** A server that is not waited for any longer must not stay behind. */
    private static boolean isReady(Postmaster starting) throws IOException, InterruptedException {
        var ready = false;
        try {
            ready = starting.awaitReady();
        } finally {
            if (!ready) {
                starting.stop();
            }
        }
        return ready;
    }

    private void watch() {
        try {
            while (!closing) {
                postmaster.awaitEnd();
                if (!closing) {
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The watch over PostgreSQL ends");
        }
    }

    private void startAgain() throws InterruptedException {
        LOG.warn("PostgreSQL (process {}) ended without our word; starting it again", pid());
        try {
            started();
            LOG.info("PostgreSQL runs again (process {})", pid());
        } catch (IOException | DatabaseRefused e) {
            LOG.error("PostgreSQL did not start, the next attempt follows", e);
            Thread.sleep(PAUSE_MILLIS * ATTEMPTS_BEFORE_ENDING_SURVIVORS);
        }
    }

    /** Stops PostgreSQL within 15 seconds and gives the folder free. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        // An interrupted caller must not cut the orderly stop short.
        var interrupted = Thread.interrupted();
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        postmaster.stop();
        lock.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
