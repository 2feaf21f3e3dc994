package org.xinheng.benchmarks.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.xinheng.benchmarks.ground.Child;
import org.xinheng.benchmarks.ground.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load, in a process of its own: sixteen connections. {@code FILE} holds the calls; {@code rate} 0 means as fast as the
 * answers come, else so many a second, whose latency is counted from the moment at which a call was due: a server that stalls
 * does not make its own measurement kinder (no coordinated omission).
 */
public final class LoadProgram {

    public static final int CONNECTIONS = 16;

    private static final JsonMapper JSON = new JsonMapper();
    private static final long SECOND = 1_000_000_000L;

    private LoadProgram() {}

    /**
     * What a run is told.
     *
     * @param calls whole requests, sent in turn
     * @param rate calls a second over all connections; 0 for as many as get answered
     */
    public record Order(String host, int port, List<String> calls, int rate, int seconds) {}

    /** What it found. */
    record Found(double rate, double p50, double p99, double most) {}

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Child.MARK + "{}");
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var command = commands.readLine(); command != null; command = commands.readLine()) {
            var order = JSON.readTree(Files.readString(Path.of(command)));
            out.println(Child.MARK + JSON.writeValueAsString(run(order)));
        }
    }

    private static Found run(JsonNode order) throws InterruptedException, ExecutionException {
        var calls = new ArrayList<byte[]>();
        order.path("calls").forEach(call -> calls.add(call.asString().getBytes(StandardCharsets.UTF_8)));
        long start = System.nanoTime() + SECOND / 10;
        long end = start + order.path("seconds").asLong() * SECOND;
        int rate = order.path("rate").asInt();
        var tasks = new ArrayList<Callable<Connected>>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int number = i;
            tasks.add(() -> new Connected(order, calls, number).run(due(rate, start, number), end));
        }
        var all = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (var connected : threads.invokeAll(tasks)) {
                all.addAll(connected.get().millis);
            }
        }
        var sample = Sample.of(all);
        return new Found(
                all.size() / ((System.nanoTime() - start) / 1e9),
                sample.median(),
                sample.quantile(0.99),
                sample.most());
    }

    /** Moments at which a connection's calls are due; without a rate always now. */
    private static LongSupplier due(int rate, long start, int number) {
        if (rate == 0) {
            return System::nanoTime;
        }
        long step = CONNECTIONS * SECOND / rate;
        var next = new long[] {start + number * step / CONNECTIONS - step};
        return () -> next[0] += step;
    }

    /** One connection at work. */
    private static final class Connected {

        private final JsonNode order;
        private final List<byte[]> calls;
        private final List<Double> millis = new ArrayList<>();
        private int at;

        Connected(JsonNode order, List<byte[]> calls, int number) {
            this.order = order;
            this.calls = calls;
            this.at = number * calls.size() / CONNECTIONS;
        }

        Connected run(LongSupplier due, long end) throws IOException {
            try (var connection = new HttpConnection(
                    order.path("host").asString(), order.path("port").asInt())) {
                for (long start = due.getAsLong(); start < end; start = due.getAsLong()) {
                    for (long early = start - System.nanoTime(); early > 0; early = start - System.nanoTime()) {
                        LockSupport.parkNanos(early);
                    }
                    connection.send(calls.get(at++ % calls.size()));
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
            return this;
        }
    }
}
