package org.xinheng.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.xinheng.server.database.DatabaseAddress.Login;
import org.xinheng.server.database.DatabaseRefused.Reason;

/** The files of one PostgreSQL in the data folder: programs, data, log; created, configured, never started here. */
record PostgresCluster(PostgresSettings settings, PostgresBinaries binaries, RunAs runAs) {

    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(5);

    static Path home(PostgresSettings settings) {
        return settings.folder().resolve("postgres");
    }

    Path data() {
        return home(settings).resolve("data");
    }

    Path log() {
        return home(settings).resolve("postgresql.log");
    }

    /** Made when absent: in a folder beside its place, so that an interrupted creation is simply made anew. */
    void prepare(Login superuser) throws IOException {
        if (Files.exists(data())) {
            checkMajorVersion();
        } else {
            create(superuser);
        }
        runAs.claim(data());
        configure();
    }

    private void checkMajorVersion() throws IOException {
        var version = data().resolve("PG_VERSION");
        var major = Files.exists(version) ? Files.readString(version).strip() : "?";
        if (!major.equals(PostgresBinaries.MAJOR)) {
            throw new DatabaseRefused(Reason.OTHER_MAJOR_VERSION, settings.folder(), major, PostgresBinaries.MAJOR);
        }
    }

    private void create(Login superuser) throws IOException {
        var unfinished = home(settings).resolve("data.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished, PasswordFiles.FOLDER_OF_OURS);
        var passwordFile = unfinished.resolve("password");
        PasswordFiles.write(passwordFile, superuser.password());
        runAs.claim(unfinished);
        var data = unfinished.resolve("data");
        var run = ProgramRun.of(initdb(superuser.user(), data, passwordFile), INITDB_PATIENCE);
        if (!run.succeeded()) {
            Files.writeString(log(), run.output());
            throw refused(run.output());
        }
        Files.move(data, data(), StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(unfinished);
    }

    private List<String> initdb(String superuser, Path data, Path passwordFile) {
        return runAs.command(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
    }

    private void configure() throws IOException {
        Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(data().resolve("postgresql.conf"), PostgresConfiguration.of(settings));
    }

    /** Makes the operator's sentence of what a PostgreSQL program printed. */
    DatabaseRefused refused(String output) {
        if (output.contains("No space left on device")) {
            return new DatabaseRefused(Reason.DISK_FULL, settings.folder());
        }
        var telling = output.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .reduce((first, _) -> first)
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|error): *", ""))
                .orElse(output.lines().reduce((_, last) -> last).orElse("no output"));
        if (telling.contains("Permission denied")) {
            return new DatabaseRefused(Reason.NO_PERMISSION, settings.folder(), telling);
        }
        return new DatabaseRefused(Reason.START_FAILED, log(), telling);
    }
}
