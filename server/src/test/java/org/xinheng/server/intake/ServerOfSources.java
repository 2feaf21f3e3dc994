package org.xinheng.server.intake;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server as a department's program meets it over HTTP. */
public final class ServerOfSources {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final String root;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    public ServerOfSources(int port) {
        root = "http://localhost:" + port;
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public String token(String client, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return json(answer).path("access_token").asString();
    }

    public HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        return send(withToken(to(path), token));
    }

    public HttpResponse<byte[]> download(String path, String token) throws IOException, InterruptedException {
        return http.send(withToken(to(path), token).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> deliver(String query, String token, byte[] file)
            throws IOException, InterruptedException {
        return send(withToken(to("/api/v1/deliveries?" + query), token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    public HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(withToken(to(path), token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** The delivery once every row has its answer. */
    public JsonNode settled(HttpResponse<String> taken, String token) throws IOException, InterruptedException {
        String address = "/api/v1/deliveries/" + json(taken).path("id").asString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode delivery = json(get(address, token));
            String state = delivery.path("state").asString();
            if (state.equals("CLOSED") || state.equals("REJECTED")) {
                return delivery;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not settled: " + delivery);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static HttpRequest.Builder withToken(HttpRequest.Builder request, @Nullable String token) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
