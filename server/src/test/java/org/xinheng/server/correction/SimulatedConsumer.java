package org.xinheng.server.correction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.ServerOfSources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who took records over: takes signed messages, removes, acknowledges, and answers whether it still has a record. */
final class SimulatedConsumer implements AutoCloseable {

    private static final int ATTEMPTS = 300;

    private static final JsonMapper JSON = JsonMapper.shared();

    final String client;
    private final Behaviour behaviour;
    private final ServerOfSources platform;
    private volatile String token;
    private final PublicKey key;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    /** Codes that it was told to ask about again. */
    final Set<String> askAgain = ConcurrentHashMap.newKeySet();

    final AtomicInteger messages = new AtomicInteger();
    final AtomicInteger forged = new AtomicInteger();
    private final int port;
    private volatile @Nullable HttpServer server;

    /** How it behaves. */
    enum Behaviour {
        LIVE,
        /** Answers later than anybody waits. */
        SLOW,
        OFF,
        /** Goes away for a while and comes back at the same address. */
        RESTARTING,
        /** Acknowledges, and goes on serving. */
        STILL_SERVING
    }

    SimulatedConsumer(String client, Behaviour behaviour, int platformPort, String token, PublicKey key)
            throws IOException {
        this.client = client;
        this.behaviour = behaviour;
        this.platform = new ServerOfSources(platformPort);
        this.token = token;
        this.key = key;
        start(0);
        port = address().getPort();
        if (behaviour == Behaviour.OFF) {
            stop();
        }
    }

    static PublicKey key(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private InetSocketAddress address() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("not running");
        }
        return running.getAddress();
    }

    String webhook() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    String probe() {
        return "http://127.0.0.1:" + port + "/records/{id}";
    }

    void start() throws IOException {
        start(port);
    }

    private void start(int wanted) throws IOException {
        var fresh = bound(wanted);
        fresh.setExecutor(hands);
        fresh.createContext("/hook", this::hook);
        fresh.createContext("/records/", this::record);
        fresh.start();
        server = fresh;
    }

    /** While a consumer is away its port may be lent to a connection of somebody else for a moment. */
    private static HttpServer bound(int wanted) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted);
        for (int attempt = 1; ; attempt++) {
            try {
                return HttpServer.create(address, 50);
            } catch (BindException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    void stop() {
        var running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    private void hook(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        messages.incrementAndGet();
        if (!signed(exchange, body)) {
            forged.incrementAndGet();
            answer(exchange, 401);
            return;
        }
        if (behaviour == Behaviour.SLOW) {
            pause(4_000);
            answer(exchange, 202);
            return;
        }
        answer(exchange, 202);
        JSON.readTree(body)
                .path("changes")
                .forEach(change -> askAgain.add(change.path("code").asString()));
        hands.execute(() -> take(JSON.readTree(body).path("notices")));
    }

    /** Addresses that it was told to remove. */
    Set<String> removed() {
        return Set.copyOf(removed);
    }

    /** Removes and acknowledges, all of a message at once. */
    void take(JsonNode notices) {
        List<String> numbers = new ArrayList<>();
        notices.forEach(notice -> {
            removed.add(notice.path("record").path("address").asString());
            numbers.add(notice.path("number").asString());
        });
        if (numbers.isEmpty()) {
            return;
        }
        try {
            String body = JSON.writeValueAsString(Map.of("numbers", numbers));
            int status = acknowledge(body);
            while (status == 503 || status == 401) {
                pause(300);
                token = status == 401 ? platform.token(client, CorrectionServer.SECRET) : token;
                status = acknowledge(body);
            }
            if (status != 200) {
                throw new IllegalStateException("acknowledgement refused: " + status);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int acknowledge(String body) throws IOException, InterruptedException {
        return platform.post("/api/v1/corrections/acknowledgements", token, body)
                .statusCode();
    }

    private void record(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        answer(exchange, removed.contains(id) && behaviour != Behaviour.STILL_SERVING ? 410 : 200);
    }

    private boolean signed(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        String signature = headers.getFirst("webhook-signature");
        if (signature == null || !signature.startsWith("v1a,")) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update((headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + ".")
                    .getBytes(UTF_8));
            check.update(body);
            return check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] words = "{}".getBytes(UTF_8);
        exchange.sendResponseHeaders(status, words.length);
        try (var out = exchange.getResponseBody()) {
            out.write(words); // closing the exchange instead would close the connection
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        hands.shutdownNow();
    }
}
