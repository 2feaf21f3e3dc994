package org.xinheng.server.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's program as it has to be: it keeps its token and its idempotency key, and tries again. */
final class DepartmentClient {

    static final String ID = "market-program";
    private static final String SECRET = "kept by the test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHEAP = 4;
    private static final String BOUNDARY = "----made-by-the-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String type;
    private volatile URI server = URI.create("http://localhost:0");
    private String token = "";

    DepartmentClient(String type) {
        this.type = type;
    }

    /** Enters the client as an administrator would. */
    static void enter(JdbcClient sql, String source) {
        sql.sql("INSERT INTO access.client (id, secret_hash, permissions, source_id, opened_at)"
                        + " VALUES (?, ?, '{CHECK,DELIVER}', ?, TIMESTAMPTZ '2026-01-01') ON CONFLICT DO NOTHING")
                .params(ID, "{bcrypt}" + new BCryptPasswordEncoder(CHEAP).encode(SECRET), source)
                .update();
    }

    void goTo(URI server) {
        this.server = server;
    }

    URI server() {
        return server;
    }

    /** A token outlives the server that gave it. */
    void signIn() throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((ID + ":" + encode(SECRET)).getBytes(StandardCharsets.UTF_8));
        var answer = http.send(
                HttpRequest.newBuilder(server.resolve("/oauth2/token"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
        }
        token = json(answer).path("access_token").asString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    CompletableFuture<HttpResponse<String>> upload(String key, InputStream file) {
        return http.sendAsync(upload(key, BodyPublishers.ofInputStream(() -> file)), BodyHandlers.ofString());
    }

    HttpResponse<String> upload(String key, byte[] file) throws IOException, InterruptedException {
        return http.send(upload(key, BodyPublishers.ofByteArray(file)), BodyHandlers.ofString());
    }

    /** A file as a page's form sends it. */
    byte[] form(String fileName, byte[] file) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    CompletableFuture<HttpResponse<String>> uploadForm(InputStream form) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/deliveries?type=" + type))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(() -> form))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private HttpRequest upload(String key, BodyPublisher file) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/deliveries?type=" + type + "&fileName=" + key + ".csv"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/octet-stream")
                .POST(file)
                .build();
    }

    /** Sends it until it is taken; returns the delivery's id. */
    String send(String key, byte[] file) throws Exception {
        var id = new StringBuilder();
        Await.until("an answer to " + key, () -> {
            var answer = upload(key, file);
            if (answer.statusCode() == 503) {
                Thread.sleep(50);
                return false;
            }
            if (answer.statusCode() != 202) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            id.append(json(answer).path("id").asString());
            return true;
        });
        return id.toString();
    }

    /** The delivery once it is closed or rejected; a database that is away is waited for. */
    JsonNode awaitEnd(String id) throws Exception {
        var end = new JsonNode[1];
        Await.until("the end of delivery " + id, () -> {
            var answer = delivery(id);
            if (answer.statusCode() == 503) {
                Thread.sleep(50);
                return false;
            }
            end[0] = json(answer);
            return Set.of("CLOSED", "REJECTED").contains(end[0].path("state").asString());
        });
        return end[0];
    }

    /** The parts of the error workbook, one after another. */
    byte[] errorFile(String id) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/deliveries/" + id + "/errors.xlsx"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError("no error file: " + answer.statusCode());
        }
        var parts = new ByteArrayOutputStream();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(answer.body()))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                zip.getInputStream(entry).transferTo(parts);
            }
        }
        return parts.toByteArray();
    }

    HttpResponse<String> delivery(String id) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/deliveries/" + id))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> check(String code, String matter) throws IOException, InterruptedException {
        var question =
                Map.of("code", code, "matter", matter, "purpose", "test", "caseNumber", "test", "operator", "test");
        return http.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/checks"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(question)))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
