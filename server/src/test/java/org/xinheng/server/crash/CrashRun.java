package org.xinheng.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.crash.Kill.Target;

/** A running server with deliveries on their way into it, and somebody who kills. */
final class CrashRun implements AutoCloseable {

    static final String TYPE = "administrative-penalty";

    private static final int MOST_ATTEMPTS = 12;

    private final Path folder;
    private final Random random;
    private final WatchedPostgres postgres;
    private final Department department;
    private final Map<Long, Long> positions = new HashMap<>();
    private final List<Hit> hits = new ArrayList<>();
    private ServerProcess server;
    private long loadMillis = 400;
    private int kills;
    private int killsOfPostmaster;

    CrashRun(Path folder, Authority source, LocalDate today, Random random) throws Exception {
        this.folder = folder;
        this.random = random;
        department = new Department(source, TYPE, today);
        postgres = new WatchedPostgres(folder);
        server = ServerProcess.startForAll(folder);
        department.enter(server.awaitReady(), postgres.sql());
    }

    Department department() {
        return department;
    }

    WatchedPostgres postgres() {
        return postgres;
    }

    List<Hit> hits() {
        return hits;
    }

    /** All kills, those that came too late included. */
    int kills() {
        return kills;
    }

    int killsOfPostmaster() {
        return killsOfPostmaster;
    }

    /** Delivers one in peace, and learns how long that takes. */
    void deliver() throws Exception {
        var delivery = department.next();
        department.send(delivery);
        var begun = System.nanoTime();
        department.settle(delivery);
        loadMillis = Math.max(200, (System.nanoTime() - begun) / 1_000_000);
    }

    /** Ends orderly and starts again. */
    void restart() throws Exception {
        server.stop();
        assertThat(postgres.postmaster())
                .as("postmaster of a server that was stopped")
                .isEmpty();
        begin();
    }

    private void begin() throws IOException, InterruptedException {
        server = ServerProcess.start(folder);
        department.goTo(server.awaitReady());
    }

    /** One kill at its moment; when the delivery was faster, another delivery and another kill. */
    void strike(Kill kill) throws Exception {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            var hit = strikeOnce(kill, attempt);
            new ArchiveAudit(postgres.sql(), positions).always();
            if (hit != null) {
                hits.add(hit);
                System.out.printf("%3d %s%n", hits.size(), hit);
                return;
            }
        }
        throw new AssertionError("no delivery was under way at " + MOST_ATTEMPTS + " kills of " + kill);
    }

    private @Nullable Hit strikeOnce(Kill kill, int attempt) throws Exception {
        var strike = new Strike(kill, department.next());
        switch (kill.moment()) {
            case UPLOAD -> strike.duringUpload();
            case CHECKS -> strike.duringChecks();
            case RECEIPT -> strike.atReceipt();
            // A server grows faster while it runs: whoever came too late hurries.
            case LOADING -> strike.duringLoading(loadMillis / attempt);
            case CLOSING -> strike.duringClosing();
            case COMMIT -> strike.atCommit();
            case BETWEEN -> strike.between();
            case RESUMPTION -> strike.duringResumption();
        }
        return strike.proof();
    }

    /** One SIGKILL and what is done about it. */
    private final class Strike {

        private final Kill kill;
        private NumberedDelivery delivery;
        private String state = "";
        private boolean inFlight;
        private long pid;
        private Instant goneAt = Instant.MAX;

        Strike(Kill kill, NumberedDelivery delivery) {
            this.kill = kill;
            this.delivery = delivery;
        }

        void duringUpload() throws Exception {
            var file = new GatedFile(delivery.file());
            var answer = department.upload(delivery, file);
            int part = (int) (file.size() * (0.05 + 0.9 * random.nextDouble()));
            file.letThrough(part);
            // Of the first blocks nothing is on the disk yet.
            Await.until("a part that is sent", () -> file.sent() == part);
            pause(300);
            inFlight = !answer.isDone() && file.sent() < file.size();
            state = "sending %d of %d".formatted(file.sent(), file.size());
            strike();
            file.letThrough(file.size());
            end(answer, file);
        }

        void duringChecks() throws Exception {
            var file = new GatedFile(delivery.file());
            var answer = department.upload(delivery, file);
            file.letThrough(file.size() - 1);
            awaitUnfinishedFile();
            file.letThrough(file.size());
            pause(25);
            inFlight = !answer.isDone();
            state = answer.isDone() ? "answered" : "sent";
            strike();
            end(answer, file);
        }

        /** The database's word on the receipt is on the disk, but nobody gets it. */
        void atReceipt() throws Exception {
            var file = new GatedFile(delivery.file());
            var answer = department.upload(delivery, file);
            file.letThrough(file.size() - 1);
            awaitUnfinishedFile();
            postgres.holdCommits();
            file.letThrough(file.size());
            Await.until("a held receipt", () -> isHeld("INSERT INTO intake.delivery%"));
            inFlight = !answer.isDone();
            state = "unanswered";
            strikeWithHeldCommits();
            end(answer, file);
        }

        void duringLoading(long mostMillis) throws Exception {
            department.send(delivery);
            state = "received";
            pause(mostMillis);
            strike();
        }

        void duringClosing() throws Exception {
            try (var lock = postgres.open()) {
                lock(lock, random.nextBoolean() ? "intake.receipts" : "archive.act");
                department.send(delivery);
                Await.until("a delivery that waits for the lock", CrashRun.this::isAnybodyWaiting);
                pause(50);
                state = "closing";
                strike();
            }
        }

        void atCommit() throws Exception {
            try (var lock = postgres.open()) {
                lock(lock, "archive.act");
                department.send(delivery);
                Await.until("a delivery that waits for the lock", CrashRun.this::isAnybodyWaiting);
                postgres.holdCommits();
                lock.rollback();
                Await.until("a held commit", () -> isHeld("COMMIT%"));
                state = "committed, not heard of";
                // In force from the moment at which the commit is on the disk: there is no later one to compare with.
                inFlight = true;
                strikeWithHeldCommits();
            }
        }

        void between() throws Exception {
            var before = delivery;
            delivery = department.next();
            department.send(before);
            department.send(delivery);
            try (var watch = postgres.open();
                    var query = watch.prepareStatement(
                            "SELECT count(*) FROM intake.delivery WHERE idempotency_key = ? AND state = 'CLOSED'")) {
                query.setString(1, before.key());
                Await.until("the delivery before", () -> {
                    try (var found = query.executeQuery()) {
                        return found.next() && found.getInt(1) == 1;
                    }
                });
            }
            pause(15);
            state = "behind " + before.key();
            strike();
            department.settle(before);
        }

        /** A server that was killed before is killed again while it takes up what it finds. */
        void duringResumption() throws Exception {
            department.send(delivery);
            server.kill();
            kills++;
            server = ServerProcess.start(folder);
            Await.until("the next postmaster", postgres::isReady);
            pause(2500);
            state = "taken up again";
            strike();
        }

        private void strikeWithHeldCommits() throws Exception {
            // Whoever starts PostgreSQL next must not find the setting: after the postmaster that follows at once.
            if (kill.target() == Target.POSTMASTER) {
                postgres.letCommitsGo();
                kill();
            } else {
                kill();
                postgres.letCommitsGo();
            }
            goOn();
        }

        private void strike() throws Exception {
            kill();
            goOn();
        }

        private void kill() throws Exception {
            kills++;
            switch (kill.target()) {
                case SERVER -> {
                    pid = server.pid();
                    server.kill();
                }
                case POSTMASTER -> {
                    killsOfPostmaster++;
                    pid = postgres.kill();
                }
            }
            goneAt = Instant.now();
        }

        private void goOn() throws Exception {
            if (kill.target() == Target.SERVER) {
                begin();
            }
        }

        /** What became of the upload; whatever it was, the same key is sent again and means the same delivery. */
        private void end(CompletableFuture<HttpResponse<String>> answer, GatedFile file) throws Exception {
            file.cut();
            try {
                var said = answer.get();
                assertThat(said.statusCode()).as(said.body()).isIn(202, 503);
                if (said.statusCode() == 202) {
                    department.know(delivery, said);
                }
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(IOException.class);
            }
        }

        /** Null when the delivery was in force before the process was gone. */
        @Nullable
        Hit proof() throws Exception {
            department.settle(delivery);
            var closedAt = closedAt(delivery);
            if (!inFlight && !closedAt.isAfter(goneAt)) {
                return null;
            }
            return new Hit(kill, pid, delivery.number(), state, goneAt, closedAt);
        }
    }

    private void pause(long mostMillis) throws InterruptedException {
        Thread.sleep(random.nextLong(mostMillis + 1));
    }

    private static void lock(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
        }
    }

    private boolean isAnybodyWaiting() throws IOException {
        return count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0;
    }

    private boolean isHeld(String statement) throws IOException {
        return count("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND trim(query) ILIKE '"
                        + statement + "'")
                > 0;
    }

    private long count(String query) throws IOException {
        return postgres.sql().sql(query).query(Long.class).single();
    }

    private void awaitUnfinishedFile() throws Exception {
        Await.until("a file that is being received", () -> {
            try (var files = Files.walk(folder.resolve("staging"))) {
                return files.anyMatch(file -> file.endsWith("rows.unfinished"));
            }
        });
    }

    Instant closedAt(NumberedDelivery delivery) throws IOException {
        return postgres.sql()
                .sql("SELECT closed_at FROM intake.delivery WHERE idempotency_key = ?")
                .param(delivery.key())
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    /** All that must hold at the end. */
    void audit() throws IOException {
        new ArchiveAudit(postgres.sql(), positions)
                .afterAll(department.deliveries().values(), folder);
    }

    @Override
    public void close() throws Exception {
        if (server.isAlive()) {
            server.stop();
        }
    }
}
