package org.xinheng.server.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A server in a process of its own that can be killed: the database's wiring and nothing else. */
final class RunningServer implements AutoCloseable {

    private static final String READY = "READY";

    private final Process process;
    private final BufferedReader output;

    private RunningServer(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Runs it by ourselves, or with a prefix such as {@code unshare --user} that makes another user of us. */
    static RunningServer start(Path folder, String... prefix) throws IOException {
        var command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                RunningServer.class.getName(),
                "--xinheng.data=" + folder,
                "--xinheng.database.shared-buffers=32MB",
                "--xinheng.database.pool-size=2"));
        return new RunningServer(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** All lines up to the one that says it serves, or to the end of a server that refused to start. */
    List<String> awaitReady() throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null && !line.equals(READY); line = output.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    Process process() {
        return process;
    }

    boolean endsWithin(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        var application = new SpringApplication(Wiring.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        var _ = application.run(arguments);
        System.out.println(READY);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseConfiguration.class)
    static class Wiring {}
}
