package org.xinheng.server.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded PostgreSQL of a running server, watched from outside with its superuser's password. */
final class WatchedPostgres {

    private static final int CONNECTION_ATTEMPTS = 120;
    private static final Duration PROBE_PAUSE = Duration.ofMillis(10);
    private static final Duration CONNECTION_PAUSE = Duration.ofMillis(250);

    private static final Pattern RECOVERY = Pattern.compile("automatic recovery in progress");
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final Path folder;

    WatchedPostgres(Path folder) {
        this.folder = folder;
    }

    private List<String> pidFile() throws IOException {
        var file = folder.resolve("postgres/data/postmaster.pid");
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }

    boolean isReady() throws IOException {
        var lines = pidFile();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    Optional<ProcessHandle> postmaster() throws IOException {
        var lines = pidFile();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    /** SIGKILL, and its proof: that very process was alive, and is gone. */
    long kill() throws IOException, InterruptedException {
        var victim = postmaster().orElseThrow(() -> new AssertionError("there is no postmaster to kill"));
        if (!victim.destroyForcibly()) {
            throw new AssertionError("the postmaster could not be killed");
        }
        // It is a child of the server, which reaps it.
        for (int i = 0; i < 1000 && isRunning(victim); i++) {
            Thread.sleep(5);
        }
        if (isRunning(victim)) {
            throw new AssertionError("the postmaster survived SIGKILL");
        }
        return victim.pid();
    }

    private static boolean isRunning(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    /** How often PostgreSQL found at its start that it had been killed. */
    int recoveries() throws IOException {
        return (int) RECOVERY.matcher(log()).results().count();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("postgres/postgresql.log"));
    }

    Connection open() throws IOException, SQLException {
        return DriverManager.getConnection(url(), "postgres", password());
    }

    /** A connection of its own for each statement; a postmaster that is just coming back is waited for. */
    JdbcClient sql() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(url(), "postgres", password()) {
            @Override
            public Connection getConnection() throws SQLException {
                for (int attempt = 1; ; attempt++) {
                    try {
                        return super.getConnection();
                    } catch (SQLException away) {
                        if (attempt == CONNECTION_ATTEMPTS) {
                            throw away;
                        }
                        LockSupport.parkNanos(CONNECTION_PAUSE.toNanos());
                    }
                }
            }
        });
    }

    private String url() throws IOException {
        for (int attempt = 1; pidFile().size() <= PORT_LINE && attempt < CONNECTION_ATTEMPTS; attempt++) {
            LockSupport.parkNanos(CONNECTION_PAUSE.toNanos());
        }
        return "jdbc:postgresql://127.0.0.1:" + pidFile().get(PORT_LINE).strip() + "/xinheng?connectTimeout=5";
    }

    private String password() throws IOException {
        return Files.readString(folder.resolve("postgres/passwords/postgres")).strip();
    }

    /** Commits then reach the disk and are not answered: nobody gets to see them, nor to hear of them. */
    void holdCommits() throws Exception {
        sql().sql("ALTER SYSTEM SET synchronous_standby_names = 'nobody'").update();
        reload();
        // The setting takes effect when the checkpointer has read it: a commit of our own is held from then on.
        while (!isProbeHeld()) {
            probe();
            Thread.sleep(PROBE_PAUSE.toMillis());
        }
    }

    private boolean isProbeHeld() throws IOException {
        return sql().sql(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query LIKE '%held probe%'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A commit that nobody waits for; it ends with the postmaster, or when commits are let go. */
    private void probe() throws IOException {
        var postgres = sql();
        Thread.ofVirtual().start(() -> {
            try {
                postgres.sql("SELECT pg_logical_emit_message(true, 'held probe', '')")
                        .query((_, _) -> true)
                        .list();
            } catch (DataAccessException ended) {
                // Its connection was killed with the postmaster: that was the purpose.
            }
        });
    }

    /** Lets go of held commits; from a server that will be killed, by taking the setting away before its next start. */
    void letCommitsGo() throws IOException {
        Files.writeString(folder.resolve("postgres/data/postgresql.auto.conf"), "");
    }

    void reload() throws IOException {
        sql().sql("SELECT pg_reload_conf()").query(Boolean.class).single();
    }
}
