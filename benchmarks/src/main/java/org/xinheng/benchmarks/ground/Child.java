package org.xinheng.benchmarks.ground;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Java process with a heap of its own that answers commands: a line in, a line out that begins with {@link #MARK}. It ends
 * when its input does.
 */
public final class Child implements AutoCloseable {

    /** Begins the one line that answers a command; whatever else the process prints is let by. */
    public static final String MARK = "= ";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int LINES_SHOWN = 40;
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path errors;
    private final BufferedReader answers;
    private final BufferedWriter commands;

    private Child(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * @param heapMegabytes the most heap that the process may have
     * @param environment added to ours: passwords travel there, not on the command line
     */
    public static Child start(
            Class<?> main, int heapMegabytes, Path errors, Map<String, String> environment, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                // As ./xinheng starts the server; the peers get the same.
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=Asia/Shanghai",
                "-Dxinheng.home=" + System.getProperty("xinheng.home", "."),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        var extra = System.getProperty("xinheng.benchmarks.child-options", "");
        if (main.getPackageName().endsWith(".peer")) {
            command.addAll(
                    1,
                    List.of(
                            "-Dlogback.configurationFile=quiet-logback.xml",
                            "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        }
        if (!extra.isBlank()) {
            command.addAll(1, List.of(extra.split(" ")));
        }
        command.add(main.getName());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        return new Child(builder.start(), errors);
    }

    /** Says something and waits for the answer. */
    public JsonNode ask(String command) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
        return answer();
    }

    /** The next answer, asked for or not. */
    public JsonNode answer() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(MARK)) {
                return JSON.readTree(line.substring(MARK.length()));
            }
        }
        throw new Refused("a measured process ended without an answer: "
                + Files.readString(errors).lines().limit(LINES_SHOWN).collect(Collectors.joining("\n")));
    }

    /** The most memory of any kind that the process ever held, in megabytes; 0 where the system does not say. */
    public long peakMemoryMegabytes() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        var found = PEAK.matcher(Files.readString(status));
        return found.find() ? Long.parseLong(found.group(1)) >> 10 : 0;
    }

    public double cpuSeconds() throws IOException {
        return CpuTime.of(process.pid());
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
