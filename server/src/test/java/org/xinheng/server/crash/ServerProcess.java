package org.xinheng.server.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The product as an operator runs it, {@code xinheng serve} in a process of its own, made to be killed. */
final class ServerProcess implements AutoCloseable {

    /** 128 and the number of SIGKILL. */
    static final int KILLED = 137;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it on a free port and returns at once. */
    static ServerProcess start(Path folder, String... options) throws IOException {
        return run(
                folder,
                List.of("serve", "--data", folder.toString(), "--port", "0", "--pack", DemoPolicy.PACK),
                options);
    }

    /** Starts it, and when it ends orderly it leaves behind what lets all later ones start in half the time. */
    static ServerProcess startForAll(Path folder) throws IOException {
        return Files.exists(ProductJars.archiveOfClasses())
                ? start(folder)
                : start(folder, "-XX:ArchiveClassesAtExit=" + ProductJars.archiveOfClasses());
    }

    /** Runs a command of the product; what it prints goes into a file beside the data folder. */
    static ServerProcess run(Path folder, List<String> arguments, String... options) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + Files.createDirectories(temporaryOf(folder)),
                "-Duser.timezone=Asia/Shanghai",
                "-Dxinheng.home=" + System.getProperty("xinheng.home", "..")));
        if (Files.exists(ProductJars.archiveOfClasses())) {
            command.add("-XX:SharedArchiveFile=" + ProductJars.archiveOfClasses());
        }
        command.addAll(List.of(options));
        // One address asks everything here, without a pause.
        command.addAll(List.of("-Dxinheng.limits.pages=0", "-Dxinheng.limits.tokens=0"));
        command.addAll(List.of("-cp", ProductJars.classPath(), "org.xinheng.server.cli.Xinheng"));
        command.addAll(arguments);
        var output = Files.createTempFile(Files.createDirectories(outputsOf(folder)), "run-", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("XINHENG_DATABASE_SHARED_BUFFERS", "32MB");
        builder.environment().remove("XINHENG_LANG");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new ServerProcess(builder.start(), output);
    }

    /** Beside the data folder: what the JVM itself writes is looked through as well. */
    static Path temporaryOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-tmp");
    }

    /** What its runs printed. */
    static Path outputsOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-out");
    }

    /** Waits until it serves. */
    URI awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var address = ADDRESS.matcher(printed());
            if (address.find()) {
                return URI.create("http://localhost:" + address.group(1));
            }
            if (!process.isAlive()) {
                throw new AssertionError("the server ended by itself: " + printed());
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the server was not ready within " + PATIENCE + ": " + printed());
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL, and its proof: the process was alive, and that signal is what it died of. */
    void kill() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("there is nothing left to kill");
        }
        process.destroyForcibly();
        if (process.waitFor() != KILLED) {
            throw new AssertionError("it ended by itself with " + process.exitValue());
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("SIG" + name + " could not be sent");
        }
    }

    /** Orderly, as by the operator. */
    void stop() throws IOException, InterruptedException {
        signal("TERM");
        // One of them also writes the archive of classes.
        if (!endsWithin(PATIENCE)) {
            throw new AssertionError("it does not stop: " + printed());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
