package org.xinheng.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinheng.client.CheckQuestion;
import org.xinheng.client.CheckResult;
import org.xinheng.client.XinhengClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An approval system with a page and a back end of its own, which asks by the SDK and passes the answer on; in a mode that is named it
 * spoils what it passes on.
 */
final class ApprovalPages implements AutoCloseable {

    /** As strict as a page can be that runs a script at all. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SLOW_SECONDS = 3;

    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final XinhengClient platform;
    private final URI platformAddress;
    private final String html;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch late = new CountDownLatch(1);

    ApprovalPages(URI platform, String id, String secret, String html) throws IOException {
        this.platform = new XinhengClient(platform, id, secret);
        this.platformAddress = platform;
        this.html = html;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(hands);
        server.createContext("/", this::page);
        server.createContext("/xinheng/", this::asset);
        server.createContext("/credit-check", this::check);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Questions that reached the back end. */
    int asked() {
        return asked.get();
    }

    /** Lets late answers go. */
    void letGo() {
        late.countDown();
    }

    private void page(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            answer(exchange, 404, "text/plain", "");
            return;
        }
        Map<String, String> query = query(exchange);
        String mode = query.getOrDefault("mode", "");
        String endpoint =
                mode.equals("foreign") ? "https://elsewhere.example/credit-check" : "/credit-check?mode=" + mode;
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        answer(
                exchange,
                200,
                "text/html;charset=utf-8",
                html.replace("lang=\"zh-CN\"", "lang=\"" + query.get("lang") + "\"")
                        .replace("91990101MA00011814", query.getOrDefault("code", ""))
                        .replace(
                                "data-endpoint=\"/credit-check\"",
                                "data-patience=\"2000\" data-endpoint=\"" + endpoint + '"'));
    }

    /** The files of the platform, kept on the own site. */
    private void asset(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/xinheng/".length());
        try (var http = HttpClient.newHttpClient()) {
            var found = http.send(
                    HttpRequest.newBuilder(platformAddress.resolve("/embed/" + name))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            answer(
                    exchange,
                    found.statusCode(),
                    found.headers().firstValue("Content-Type").orElseThrow(),
                    found.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        JsonNode sent = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String mode = query(exchange).getOrDefault("mode", "real");
        var question = new CheckQuestion(
                sent.path("code").asString(),
                sent.path("matter").asString(),
                "审批核查",
                sent.path("caseNumber").asString(),
                "审批岗");
        CheckResult result = platform.check(question);
        String json = switch (result) {
            case CheckResult.Clear(var answer) -> answer.json();
            case CheckResult.Hit(var answer) -> answer.json();
            case CheckResult.Unknown(var answer) -> answer.json();
            case CheckResult.Stale(var answer) -> answer.json();
            case CheckResult.Refused _, CheckResult.Unavailable _ -> "";
        };
        try {
            pass(exchange, mode, json);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, String mode, String json) throws IOException, InterruptedException {
        ObjectNode answer = json.isEmpty() ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(json);
        String type = "application/json";
        int status = json.isEmpty() ? 503 : 200;
        switch (mode) {
            case "away" -> status = 503;
            case "forbidden" -> status = 403;
            case "slow" -> TimeUnit.SECONDS.sleep(SLOW_SECONDS);
            case "late-clear" -> {
                boolean _ = late.await(SLOW_SECONDS, TimeUnit.SECONDS);
            }
            case "redirect" -> {
                exchange.getResponseHeaders().set("Location", "/");
                status = 302;
            }
            default -> spoil(answer, mode);
        }
        String body = switch (mode) {
            case "malformed" -> "{\"outcome\":\"CLEAR\",";
            case "html" -> "<!doctype html><title>登录</title>";
            case "half" -> answer.toString().substring(0, answer.toString().length() / 2);
            case "empty" -> "";
            case "null" -> "null";
            default -> answer.toString();
        };
        answer(exchange, status, type, body);
    }

    private static void spoil(ObjectNode answer, String mode) {
        switch (mode) {
            case "other-code" -> answer.put("code", "91990101MA00011814");
            case "other-matter" -> answer.put("matter", "another-matter");
            case "other-case" -> answer.put("caseNumber", "another-case");
            case "old" ->
                answer.put(
                        "asOf",
                        Instant.parse(answer.path("asOf").asString())
                                .minusSeconds(3_600)
                                .toString());
            case "future" ->
                answer.put(
                        "asOf",
                        Instant.parse(answer.path("asOf").asString())
                                .plusSeconds(3_600)
                                .toString());
            case "clear-with-measures" ->
                answer.putArray("measures").addObject().put("title", "某项措施").put("duty", "must");
            case "clear-though-stale" -> ((ObjectNode) answer.path("freshness").path(0)).put("stale", true);
            case "clear-of-nobody" -> answer.putNull("organisation");
            case "no-receipt" -> answer.remove("receiptId");
            case "strange-outcome" -> answer.put("outcome", "CLEARED");
            case "markup" -> ((ObjectNode) answer.path("organisation")).put("name", "<img src=x onerror=alert(1)>");
            default -> {}
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String written = exchange.getRequestURI().getQuery();
        if (written != null) {
            for (String pair : written.split("&")) {
                int equals = pair.indexOf('=');
                query.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return query;
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        late.countDown();
        server.stop(0);
        hands.shutdownNow();
        platform.close();
    }
}
