package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerProcessTest {

    private static final Path FOLDER = ServerFolder.empty("process");

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void stopsPostgresWithItself(String signal) throws Exception {
        try (var server = RunningServer.start(FOLDER)) {
            server.awaitReady();
            var postmaster = ServerFolder.postmaster(FOLDER);
            ProgramRun.of(
                    List.of(
                            "sh",
                            "-c",
                            "kill -" + signal + " " + server.process().pid()),
                    Duration.ofSeconds(5));
            assertThat(server.endsWithin(15)).isTrue();
            assertThat(Postmaster.hasEnded(postmaster)).isTrue();
            assertThat(FOLDER.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void tellsASecondServerInASentenceWithoutAStackTrace() throws Exception {
        try (var first = RunningServer.start(FOLDER)) {
            first.awaitReady();
            try (var second = RunningServer.start(FOLDER)) {
                var printed = String.join("\n", second.awaitReady());
                assertThat(second.endsWithin(15)).isTrue();
                assertThat(second.process().exitValue()).isEqualTo(1);
                assertThat(printed)
                        .contains("正被另一个信衡进程（进程号 " + first.process().pid() + "）使用")
                        .contains("is in use by another run of Xinheng")
                        .doesNotContain("\tat ");
            }
        }
    }

    @Test
    void startsAsAnOrdinaryUserToo() throws Exception {
        assumeTrue(RunAs.isRoot(), "whoever runs this test is an ordinary user already");
        assumeTrue(RunAs.userNamespace().isPresent(), "no user namespaces here");
        try (var server = RunningServer.start(ServerFolder.empty("ordinary"), "unshare", "--user")) {
            var printed = server.awaitReady();
            assertThat(server.process().isAlive())
                    .as(() -> String.join("\n", printed))
                    .isTrue();
            server.process().destroy();
            assertThat(server.endsWithin(15)).isTrue();
        }
    }
}
