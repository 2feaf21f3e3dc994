package org.xinheng.benchmarks.check;

import static org.xinheng.benchmarks.ground.ResultTable.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.xinheng.benchmarks.ground.Child;
import org.xinheng.benchmarks.ground.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process that makes the load; orders travel as files. */
public final class Load implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 512;
    private static final int WARM_SECONDS = 8;
    private static final int MOST_WARMING_UP = 15;
    private static final double STILL_FASTER = 1.1;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Child process;

    private Load(Path folder, Child process) {
        this.folder = folder;
        this.process = process;
    }

    /** @param errors file for what the process complains of */
    public static Load start(Path folder, Path errors) throws IOException {
        var process = Child.start(LoadProgram.class, HEAP_MEGABYTES, errors, Map.of(), List.of());
        process.answer();
        return new Load(folder, process);
    }

    /**
     * @param calls whole requests, sent in turn
     * @param rate calls a second over all connections; 0 for as many as get answered
     * @return {@code rate} a second, {@code p50}, {@code p99} and {@code most} in milliseconds
     */
    public JsonNode run(int port, List<String> calls, int rate, int seconds) throws IOException {
        var order = folder.resolve("load.json");
        Files.writeString(
                order, JSON.writeValueAsString(new LoadProgram.Order("127.0.0.1", port, calls, rate, seconds)));
        return process.ask(order.toString());
    }

    /** The same, told on the way. */
    public JsonNode told(String what, int port, List<String> calls, int rate, int seconds) throws IOException {
        var found = run(port, calls, rate, seconds);
        Progress.say(what + " " + number(found.path("rate").asDouble()) + "/s, p50 "
                + number(found.path("p50").asDouble()) + " ms, p99 "
                + number(found.path("p99").asDouble()) + " ms, most "
                + number(found.path("most").asDouble()) + " ms");
        return found;
    }

    /** As long as it still gets faster: a server runs for weeks, and reads its snapshot once. */
    public void warmUp(int port, List<String> calls) throws IOException {
        double before = 0;
        for (int i = 0; i < MOST_WARMING_UP; i++) {
            double now = run(port, calls, 0, WARM_SECONDS).path("rate").asDouble();
            if (now < before * STILL_FASTER) {
                return;
            }
            before = now;
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
