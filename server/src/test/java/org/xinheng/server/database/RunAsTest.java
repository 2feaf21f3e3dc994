package org.xinheng.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.xinheng.server.database.DatabaseRefused.Reason;

class RunAsTest {

    private static final Path FOLDER = ServerFolder.empty("run-as");

    @Test
    void worksForWhoeverRunsThisTest() throws IOException {
        var way = RunAs.found();
        assertThat(way.prefix().isEmpty()).isEqualTo(!RunAs.isRoot());
        assertThat(countedStarts(way)).isPositive();
    }

    @Test
    void keepsTheDataWhenRootStepsDownInAnotherWay() throws IOException {
        assumeTrue(RunAs.isRoot(), "only root steps down");
        var ways = List.of(RunAs.userNamespace(), RunAs.otherUser(), RunAs.userNamespace(), RunAs.otherUser()).stream()
                .flatMap(Optional::stream)
                .toList();
        assertThat(ways).isNotEmpty();
        var before = countedStarts(ways.getFirst());
        for (var way : ways) {
            assertThat(countedStarts(way)).isEqualTo(++before);
        }
    }

    @Test
    void saysThatTheOtherUserCannotReachTheFolder() throws IOException {
        assumeTrue(RunAs.isRoot(), "only root steps down");
        var other = RunAs.otherUser();
        assumeTrue(other.isPresent(), "no setpriv here");
        var closed = ServerFolder.empty("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        var refused = catchThrowableOfType(
                DatabaseRefused.class, () -> EmbeddedPostgres.open(ServerFolder.small(closed), other.get()));
        assertThat(refused.reason()).isEqualTo(Reason.FOLDER_OUT_OF_REACH);
    }

    /** Starts the server once more on the same folder and counts, in a table, how often that has been done. */
    private static int countedStarts(RunAs way) throws IOException {
        try (var postgres = EmbeddedPostgres.open(ServerFolder.small(FOLDER), way)) {
            var login = postgres.superuser();
            var sql = JdbcClient.create(
                    new DriverManagerDataSource(postgres.jdbcUrl("postgres"), login.user(), login.password()));
            sql.sql("CREATE TABLE IF NOT EXISTS start (number int GENERATED ALWAYS AS IDENTITY)")
                    .update();
            sql.sql("INSERT INTO start DEFAULT VALUES").update();
            return sql.sql("SELECT count(*) FROM start").query(Integer.class).single();
        }
    }
}
