package org.xinheng.server.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server process of PostgreSQL, ours or one that an earlier run of ours left behind. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /** Crash recovery replays at most the write-ahead log of one checkpoint interval; it must not be cut short. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(10);

    private static final Duration FAST_STOP = Duration.ofSeconds(10);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(3);
    private static final Duration SIGNAL_PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 20;
    private static final long LOG_KEPT = 10L << 20;
    private static final int STATUS_LINE = 7;

    private final PostgresCluster cluster;
    private final ProcessHandle process;
    private final long logStart;

    private Postmaster(PostgresCluster cluster, ProcessHandle process, long logStart) {
        this.cluster = cluster;
        this.process = process;
        this.logStart = logStart;
    }

    /** Starts the process and returns at once. */
    static Postmaster start(PostgresCluster cluster, int port) throws IOException {
        var log = cluster.log();
        if (Files.exists(log) && Files.size(log) > LOG_KEPT) {
            Files.move(log, log.resolveSibling("postgresql.log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.notExists(log)) {
            PasswordFiles.write(log, "");
        }
        var logStart = Files.size(log);
        var builder = new ProcessBuilder(command(cluster, port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        ProgramRun.plain(builder.environment());
        return new Postmaster(cluster, builder.start().toHandle(), logStart);
    }

    private static List<String> command(PostgresCluster cluster, int port) {
        var command = new ArrayList<>(cluster.runAs()
                .command(List.of(
                        cluster.binaries().program("postgres").toString(),
                        "-D",
                        cluster.data().toString(),
                        "-p",
                        Integer.toString(port))));
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // Ctrl-C goes to the whole process group: PostgreSQL must outlive the server's own last transactions.
            command.addFirst("/usr/bin/setsid");
        }
        return command;
    }

    /** The process that a run which was killed has left in the data folder. */
    static Optional<Postmaster> left(PostgresCluster cluster) throws IOException {
        var lines = pidFile(cluster);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> serves(process, cluster.data()))
                .map(process -> new Postmaster(cluster, process, 0));
    }

    /** A process id is soon given to another program, so the command line must name our data folder. */
    private static boolean serves(ProcessHandle process, Path data) {
        try {
            var words = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return List.of(words.split("\0")).contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> pidFile(PostgresCluster cluster) throws IOException {
        var file = cluster.data().resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
    }

    /** True when it accepts connections, false when it ended instead; {@link #output()} tells why. */
    boolean awaitReady() throws IOException, InterruptedException {
        var patience = System.nanoTime() + START_PATIENCE.toNanos();
        while (!hasEnded() && System.nanoTime() < patience) {
            var lines = pidFile(cluster);
            if (lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready")) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    /** What the log says since this process was started. */
    String output() throws IOException {
        try (var log = new RandomAccessFile(cluster.log().toFile(), "r")) {
            log.seek(Math.min(logStart, log.length()));
            var bytes = new byte[(int) Math.min(log.length() - log.getFilePointer(), 1 << 16)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits by looking: {@link ProcessHandle#onExit()} needs a thread of the common pool, which others may hold. */
    void awaitEnd() throws InterruptedException {
        while (!hasEnded()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean hasEnded() {
        return hasEnded(process);
    }

    /** An orphan that nobody reaps stays in the process table as a zombie. */
    static boolean hasEnded(ProcessHandle process) {
        if (!process.isAlive()) {
            return true;
        }
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return !process.isAlive();
        }
    }

    /**
     * Ends it within 15 seconds: fast (rolls back what is open, writes a checkpoint), else immediate (recovery at the
     * next start), else by force. Committed data is safe in all three.
     */
    void stop() {
        if (hasEnded()) {
            return;
        }
        if (endedAfter("INT", FAST_STOP) || endedAfter("QUIT", IMMEDIATE_STOP)) {
            return;
        }
        LOG.warn("PostgreSQL (process {}) did not stop; it is killed and recovers at the next start", pid());
        process.destroyForcibly();
        ended(IMMEDIATE_STOP);
    }

    private boolean endedAfter(String signal, Duration patience) {
        try {
            signal(cluster, pid(), signal);
        } catch (IOException e) {
            LOG.warn("PostgreSQL (process {}) could not be sent {}", pid(), signal, e);
            return false;
        }
        return ended(patience);
    }

    private boolean ended(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            while (!hasEnded() && System.nanoTime() < end) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return hasEnded();
    }

    private static void signal(PostgresCluster cluster, long pid, String signal) throws IOException {
        var pgCtl = cluster.binaries().program("pg_ctl").toString();
        var command = cluster.runAs().command(List.of(pgCtl, "kill", signal, Long.toString(pid)));
        var run = ProgramRun.of(command, SIGNAL_PATIENCE);
        if (!run.succeeded()) {
            LOG.debug("pg_ctl kill {} {}: {}", signal, pid, run.output());
        }
    }

    /**
     * Ends the backends of a postmaster that was killed. They end by themselves as soon as they wait for anything, but
     * a long query would hold the shared memory, and no new postmaster starts while they do.
     */
    static void endSurvivors(PostgresCluster cluster) throws IOException {
        for (var process : ProcessHandle.allProcesses()
                .filter(p -> worksIn(p, cluster.data()))
                .toList()) {
            signal(cluster, process.pid(), "QUIT");
        }
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** A pid file whose number now belongs to another program would make PostgreSQL refuse to start. */
    static void removeStalePidFile(PostgresCluster cluster) throws IOException {
        if (left(cluster).isEmpty()) {
            Files.deleteIfExists(cluster.data().resolve("postmaster.pid"));
        }
    }
}
