package org.xinheng.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who opens pages and sends forms, with the session that a browser would keep; redirects are not followed. */
public final class Visitor {

    private static final String BOUNDARY = "----xinheng-boundary";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI server;

    public Visitor(int port) {
        server = URI.create("http://localhost:" + port);
    }

    /** A form as it is sent: values by the names of fields. */
    public record Sent(String method, String action, boolean multipart, Map<String, String> values) {}

    /** @param location of a redirect; empty otherwise */
    public record Answer(int status, String body, String location, String type) {

        public Document page() {
            return Jsoup.parse(body);
        }

        public boolean isPage() {
            return type.startsWith("text/html");
        }
    }

    /** @param account of the demo; its password follows from its name */
    public Visitor signIn(String account) {
        String token = get("/login").page().select("main input[name=_csrf]").attr("value");
        Answer answer = send(new Sent(
                "post",
                "/login",
                false,
                Map.of("_csrf", token, "username", account, "password", account + "-demo-2026")));
        if (answer.status() / 100 != 3 || answer.location().contains("failed")) {
            throw new AssertionError(account + " was not let in: " + answer.status() + " " + answer.location());
        }
        return this;
    }

    public Answer get(String path) {
        return ask(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    public Answer send(Sent form) {
        String query = form.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        if (form.method().equals("get")) {
            return get(form.action() + "?" + query);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(form.action()));
        return form.multipart()
                ? ask(request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(parts(form.values()))))
                : ask(request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(query)));
    }

    /** Files last, as our forms have them. */
    private static byte[] parts(Map<String, String> values) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (boolean files : List.of(false, true)) {
            values.forEach((name, value) -> {
                boolean file = name.equals("file") || name.equals("picture");
                if (file == files) {
                    body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                                    + (file ? "; filename=\"x.csv\"\r\nContent-Type: text/csv" : "") + "\r\n\r\n"
                                    + value
                                    + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private Answer ask(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.header("Accept", "text/html,*/*").build(), BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
