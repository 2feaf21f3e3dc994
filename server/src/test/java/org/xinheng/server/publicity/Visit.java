package org.xinheng.server.publicity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One GET as a browser would make it, redirects not followed. */
record Visit(int status, HttpResponse<byte[]> response) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Visit to(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*")
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Visit(response.statusCode(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    int size() {
        return response.body().length;
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The first address on the page that contains a piece of text. */
    String link(String piece) {
        Matcher link = Pattern.compile("(?:href|src|action)=\"([^\"]*" + Pattern.quote(piece) + "[^\"]*)\"")
                .matcher(body());
        if (!link.find()) {
            throw new AssertionError("no link with " + piece);
        }
        return link.group(1).replace("&amp;", "&");
    }
}
