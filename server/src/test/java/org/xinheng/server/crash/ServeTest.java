package org.xinheng.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xinheng.server.database.ServerFolder;
import org.xinheng.server.intake.PenaltyFile;

/** {@code xinheng serve} as a process: how it ends, what it keeps, and what it says when it cannot start. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServeTest {

    private static final Path FOLDER = ServerFolder.empty("serve");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    private final WatchedPostgres postgres = new WatchedPostgres(FOLDER);

    @Test
    @Order(1)
    void endsOnBothSignalsWithItsPostgresAndKeepsWhatWasDelivered() throws Exception {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var delivery =
                new NumberedDelivery(0, DemoPolicy.POLICY.authority("market").orElseThrow(), today);
        try (var server = ServerProcess.start(FOLDER)) {
            var client = client(server);
            assertThat(client.awaitEnd(client.send(delivery.key(), delivery.file()))
                            .path("state")
                            .asString())
                    .isEqualTo("CLOSED");
            assertEndsOn("INT", server);
        }
        try (var server = ServerProcess.start(FOLDER)) {
            var client = client(server);
            var again = client.upload(delivery.key(), delivery.file());
            assertThat(DepartmentClient.json(again).path("state").asString()).isEqualTo("CLOSED");
            var page = client.page("/lists/administrative-penalty");
            assertThat(page.body()).contains(NumberedDelivery.mark(0));
            assertEndsOn("TERM", server);
        }
    }

    private DepartmentClient client(ServerProcess server) throws Exception {
        var client = new DepartmentClient("administrative-penalty");
        client.goTo(server.awaitReady());
        DepartmentClient.enter(postgres.sql(), "market");
        client.signIn();
        return client;
    }

    private void assertEndsOn(String signal, ServerProcess server) throws Exception {
        var postmaster = postgres.postmaster().orElseThrow();
        server.signal(signal);
        assertThat(server.endsWithin(AT_ONCE))
                .as("ended within 15 s of SIG" + signal)
                .isTrue();
        assertThat(postmaster.isAlive()).as("PostgreSQL").isFalse();
        assertThat(FOLDER.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(2)
    void aFolderInUseIsOneSentence() throws Exception {
        try (var first = ServerProcess.start(FOLDER)) {
            first.awaitReady();
            try (var second = ServerProcess.start(FOLDER)) {
                assertRefused(second, "正被另一个信衡进程（进程号 " + first.pid() + "）使用", FOLDER.toString());
            }
            try (var shell = ServerProcess.run(
                    FOLDER,
                    List.of(
                            "import",
                            anyFile().toString(),
                            "--type",
                            "organisation-register",
                            "--data",
                            FOLDER.toString()))) {
                assertRefused(shell, "正被另一个信衡进程（进程号 " + first.pid() + "）使用", FOLDER.toString());
            }
            assertThat(first.isAlive()).isTrue();
            assertEndsOn("TERM", first);
        }
    }

    private static Path anyFile() throws Exception {
        return Files.writeString(FOLDER.resolveSibling("register.csv"), "name,code\n");
    }

    @Test
    @Order(3)
    void aBusyPortIsOneSentenceAndStartsNothing() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = ServerProcess.run(
                        FOLDER,
                        List.of(
                                "serve",
                                "--data",
                                FOLDER.toString(),
                                "--port",
                                Integer.toString(busy.getLocalPort())))) {
            assertRefused(server, "端口 " + busy.getLocalPort() + " 已被占用", "--port");
            assertThat(postgres.postmaster()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void anUnknownPackIsOneSentence() throws Exception {
        try (var server = ServerProcess.run(
                FOLDER, List.of("serve", "--data", FOLDER.toString(), "--port", "0", "--pack", "nowhere"))) {
            assertRefused(server, "nowhere");
            assertThat(postgres.postmaster()).as("PostgreSQL").isEmpty();
        }
    }

    private static void assertRefused(ServerProcess server, String... said) throws Exception {
        assertThat(server.endsWithin(PATIENCE)).isTrue();
        var printed = server.printed();
        assertThat(printed).contains(said);
        assertThat(printed.strip().lines().filter(line -> !line.startsWith("WARNING:")))
                .as(printed)
                .hasSize(1);
        assertThat(server.exitCode()).as(printed).isEqualTo(2);
    }

    /** A fault never becomes good news: not "no such record", not an empty list, and nothing is taken in. */
    @Test
    @Order(5)
    void saysThatItIsAwayWhileItsDatabaseIs() throws Exception {
        var needed = FOLDER.resolve("postgres/data/global/pg_control");
        var aside = FOLDER.resolve("pg_control");
        try (var server = ServerProcess.start(FOLDER)) {
            var client = client(server);
            var before = client.page("/lists/administrative-penalty").body();
            Files.move(needed, aside);
            postgres.kill();
            try {
                Await.until(
                        "the first word that the database is away",
                        () -> client.page("/lists/administrative-penalty").statusCode() == 503);
                for (var page : List.of(
                        "/",
                        "/lists/administrative-penalty",
                        "/search?q=abc",
                        "/organisations/" + PenaltyFile.code(1))) {
                    assertThat(client.page(page).statusCode()).as(page).isEqualTo(503);
                }
                assertThat(client.delivery("1").statusCode()).isEqualTo(503);
                var answer = client.upload("while-away", new byte[] {'x'});
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("数据库暂时无法访问");
                for (var matter : DemoPolicy.POLICY.matters().keySet()) {
                    assertThat(client.check(PenaltyFile.code(1), matter).statusCode())
                            .as(matter)
                            .isEqualTo(503);
                }
                assertThat(client.page("/actuator/health").statusCode()).isEqualTo(503);
            } finally {
                Files.move(aside, needed);
            }
            Await.until(
                    "the database again",
                    () -> client.page("/lists/administrative-penalty").statusCode() == 200);
            assertThat(client.page("/lists/administrative-penalty").body()).isEqualTo(before);
            assertEndsOn("TERM", server);
        }
    }
}
