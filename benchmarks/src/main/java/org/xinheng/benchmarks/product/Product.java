package org.xinheng.benchmarks.product;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.xinheng.benchmarks.ground.Child;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Refused;
import org.xinheng.server.database.DatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running product, as a department's program meets it: over HTTP, in another process. */
public final class Product implements AutoCloseable {

    /** The heap that the promises are made for. */
    public static final int HEAP_MEGABYTES = 512;

    static final String CLIENT = "benchmark";
    static final String SECRET = "XINHENG_BENCHMARK_SECRET";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int POLL_MILLIS = 50;
    private static final int TAIL = 1 << 10;
    private static final int MOST_SECONDS_TO_IDLE = 600;
    private static final int SECONDS_OF_REST = 3;
    private static final double IDLE_SHARE = 0.05;

    private final Child process;
    private final int heapMegabytes;
    private final URI server;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    private Product(Child process, URI server, String secret, int heapMegabytes) {
        this.process = process;
        this.heapMegabytes = heapMegabytes;
        this.server = server;
        this.secret = secret;
    }

    /** @param data folder of this installation */
    public static Product start(DatabaseAddress database, Path data) throws IOException {
        return start(database, data, HEAP_MEGABYTES);
    }

    public static Product start(DatabaseAddress database, Path data, int heapMegabytes) throws IOException {
        return start(database, data, heapMegabytes, List.of());
    }

    /** @param settings further ones, as {@code --name=value} */
    public static Product start(DatabaseAddress database, Path data, int heapMegabytes, List<String> settings)
            throws IOException {
        Files.createDirectories(data);
        var secret = UUID.randomUUID().toString();
        var process = Child.start(
                ServerProgram.class,
                heapMegabytes,
                data.resolve("errors.txt"),
                Map.of(
                        SECRET,
                        secret,
                        "XINHENG_DATABASE_PASSWORD",
                        database.app().password(),
                        "XINHENG_DATABASE_OWNERPASSWORD",
                        database.owner().password()),
                Stream.concat(
                                settings.stream(),
                                Stream.of(
                                        "--xinheng.data=" + data,
                                        "--xinheng.pack=national",
                                        "--xinheng.database.url=" + database.jdbcUrl(),
                                        "--xinheng.database.user="
                                                + database.app().user(),
                                        "--xinheng.database.owner-user="
                                                + database.owner().user(),
                                        "--server.port=0",
                                        "--server.address=127.0.0.1",
                                        // The load comes from one address.
                                        "--xinheng.limits.pages=0",
                                        "--logging.threshold.console=OFF",
                                        "--logging.file.name="
                                                + data.resolve("logs").resolve("xinheng.log")))
                        .toList());
        int port = process.answer().path("port").asInt();
        return new Product(process, URI.create("http://127.0.0.1:" + port), secret, heapMegabytes);
    }

    public URI address() {
        return server;
    }

    /** Uploads a file and waits until the delivery is in force. */
    public JsonNode deliver(Path file, String type, String source) throws IOException, InterruptedException {
        var taken = upload(file, type, source);
        var path = "/api/v1/deliveries/" + taken.path("id").asString();
        while (true) {
            var delivery = get(path);
            switch (delivery.path("state").asString()) {
                case "CLOSED" -> {
                    return delivery;
                }
                case "REJECTED" -> throw new Refused("a delivery was rejected: " + delivery);
                default -> Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private JsonNode upload(Path file, String type, String source) throws IOException, InterruptedException {
        try {
            var address = "/api/v1/deliveries?type=" + type + "&source=" + source + "&fileName=" + file.getFileName();
            return send(request(address)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build());
        } catch (FileNotFoundException e) {
            throw new Refused("no file " + file, e);
        }
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** An answer to be read as it comes. */
    public InputStream open(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new Refused(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** A page of the portal, as anybody sees it; a search for a code answers with the way to its organisation. */
    public String page(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 303) {
            throw new Refused(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    public long download(String path, Path file) throws IOException, InterruptedException {
        var answer = http.send(request(path).GET().build(), BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new Refused(path + " answered " + answer.statusCode());
        }
        return Files.size(file);
    }

    /** Posts a file, reads the answer to its end as it comes, and keeps its last line. */
    public String lastLine(String path, Path file) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file))
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new Refused(path + " answered " + answer.statusCode());
            }
            var tail = new byte[TAIL];
            var buffer = new byte[1 << 16];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                int kept = Math.min(read, TAIL);
                System.arraycopy(tail, kept, tail, 0, TAIL - kept);
                System.arraycopy(buffer, read - kept, tail, TAIL - kept, kept);
            }
            var text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
            return text.substring(text.lastIndexOf('\n') + 1);
        }
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(request.uri().getPath() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /**
     * Waits until neither the product nor its database does anything of its own any more, as after a start or a delivery, when
     * what checks answer from is read, so that no measured part pays for that.
     */
    public void awaitIdle(Ground ground) throws IOException, InterruptedException {
        double before = cpuSeconds() + ground.cpuSeconds();
        for (int i = 0, quiet = 0; i < MOST_SECONDS_TO_IDLE; i++) {
            Thread.sleep(1_000);
            double now = cpuSeconds() + ground.cpuSeconds();
            quiet = now - before < IDLE_SHARE ? quiet + 1 : 0;
            if (quiet == SECONDS_OF_REST) {
                return;
            }
            before = now;
        }
        throw new Refused("the product did not come to rest in " + MOST_SECONDS_TO_IDLE + " s");
    }

    /** An access token of the benchmark's client. */
    public String token() throws IOException, InterruptedException {
        if (token.isEmpty()) {
            var basic = CLIENT + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
            var answer = http.send(
                    HttpRequest.newBuilder(server.resolve("/oauth2/token"))
                            .header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder()
                                                    .encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refused("no token: " + answer.statusCode() + " " + answer.body());
            }
            token = JSON.readTree(answer.body()).path("access_token").asString();
        }
        return token;
    }

    /** Nanoseconds of each search in the process itself. */
    public double[] search(Path texts, int limit) throws IOException {
        var nanos = process.ask("search " + texts + " " + limit);
        var millis = new double[nanos.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = nanos.get(i).asLong() / 1e6;
        }
        return millis;
    }

    /** Heap and peak of all memory, for the table. */
    public String memory() throws IOException {
        return "heap ≤ " + heapMegabytes + " MB, process " + process.peakMemoryMegabytes() + " MB";
    }

    public double cpuSeconds() throws IOException {
        return process.cpuSeconds();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
