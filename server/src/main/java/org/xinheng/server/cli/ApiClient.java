package org.xinheng.server.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's own API as a client at the shell uses it: what the shell can do, any department's program can do as well. */
final class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long POLL_MILLIS = 100;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    private final URI server;
    private final String clientId;
    private final String clientSecret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String token = "";
    private Instant tokenEnds = Instant.MIN;

    ApiClient(URI server, String clientId, String clientSecret) {
        this.server = server;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    JsonNode get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** The rows of all pages of a list, one page after the other (RFC 8288). */
    List<JsonNode> all(String path) {
        List<JsonNode> rows = new ArrayList<>();
        String next = path;
        while (next != null) {
            HttpResponse<String> answer =
                    answered(next, HttpRequest.newBuilder().GET());
            JSON.readTree(answer.body()).forEach(rows::add);
            next = answer.headers()
                    .firstValue("Link")
                    .map(NEXT::matcher)
                    .filter(Matcher::matches)
                    .map(link -> link.group(1))
                    .orElse(null);
        }
        return rows;
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Streams a file; it is never held in memory. */
    JsonNode upload(String path, Path file, DeliveryRun.Progress progress) {
        try {
            return upload(path, file.getFileName().toString(), new CountedFile(file, progress));
        } catch (FileNotFoundException e) {
            throw new CommandRefused(CliWords.text("cli.file-missing", file));
        }
    }

    JsonNode upload(String path, String fileName, BodyPublisher file) {
        return send(
                path + "&fileName=" + encode(fileName),
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/octet-stream")
                        .POST(file));
    }

    /** Writes what the server sends into a file, whole or not at all. */
    void download(String path, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Accept-Language", CliWords.locale().toLanguageTag())
                .build();
        try {
            int status = http.send(request, BodyHandlers.ofFile(part)).statusCode();
            if (status != 200) {
                Files.delete(part);
                throw new CommandRefused(CliWords.text("cli.server-said", status, path));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandRefused(CliWords.text("cli.connection-lost", server));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused(CliWords.text("cli.connection-lost", server));
        }
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode send(String path, HttpRequest.Builder request) {
        return JSON.readTree(answered(path, request).body());
    }

    private HttpResponse<String> answered(String path, HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(request.uri(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Accept-Language", CliWords.locale().toLanguageTag())
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new CommandRefused(CliWords.text("cli.server-said", answer.statusCode(), sentence(answer.body())));
        }
        return answer;
    }

    /**
     * Asks again until the answer says that it is done.
     *
     * @throws IllegalStateException when it is not within {@code patience} by the machine's own clock, or when this thread is
     *     interrupted
     */
    void await(String path, Predicate<JsonNode> done, Duration patience) {
        Instant last = Instant.now().plus(patience);
        while (!done.test(get(path))) {
            if (Instant.now().isAfter(last)) {
                throw new IllegalStateException(path + " was not done within " + patience);
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + path + " was awaited", e);
            }
        }
    }

    private String token() {
        Instant now = Instant.now();
        if (now.isBefore(tokenEnds)) {
            return token;
        }
        String basic = Base64.getEncoder()
                .encodeToString((encode(clientId) + ":" + encode(clientSecret)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(server.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (answer.statusCode() != 200) {
            throw new CommandRefused(CliWords.text("cli.client-refused", clientId));
        }
        JsonNode grant = JSON.readTree(answer.body());
        token = grant.path("access_token").asString();
        tokenEnds = now.plusSeconds(grant.path("expires_in").asLong() / 2);
        return token;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException e) {
            throw new CommandRefused(CliWords.text("cli.server-away", server));
        } catch (IOException e) {
            throw new CommandRefused(CliWords.text("cli.connection-lost", server));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused(CliWords.text("cli.connection-lost", server));
        }
    }

    /** What is wrong with each field, a line each, unless it was said before. */
    private static String errors(JsonNode problem, String said) {
        return problem.path("errors")
                .valueStream()
                .filter(error -> !said.contains(error.path("message").asString("")))
                .map(error -> "\n" + error.path("field").asString("") + ": "
                        + error.path("message").asString(""))
                .collect(Collectors.joining());
    }

    /** The sentence of a problem document (RFC 9457), or the body as it came. */
    private static String sentence(String body) {
        if (!body.startsWith("{")) {
            return body;
        }
        JsonNode problem = JSON.readTree(body);
        String detail = problem.path("detail").asString("");
        String said = detail.isEmpty() ? problem.path("title").asString(body) : detail;
        return said + errors(problem, said);
    }
}
