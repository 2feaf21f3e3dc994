package org.xinheng.server.publicity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** One GET as a browser would make it, redirects not followed. */
public record Visit(int status, HttpResponse<byte[]> response) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static Visit to(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*")
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Visit(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String body() {
        if (!header("Content-Encoding").equals("gzip")) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes over the wire. */
    public int size() {
        return response.body().length;
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Every address on the page that contains a piece of text, each once. */
    public Set<String> links(String piece) {
        Set<String> links = new TreeSet<>();
        address(piece).matcher(body()).results().forEach(link -> links.add(link.group(1)));
        return links;
    }

    private static Pattern address(String piece) {
        return Pattern.compile("(?:href|src|action)=\"([^\"]*" + Pattern.quote(piece) + "[^\"]*)\"");
    }

    /** The first address on the page that contains a piece of text. */
    public String link(String piece) {
        Matcher link = address(piece).matcher(body());
        if (!link.find()) {
            throw new AssertionError("no link with " + piece);
        }
        return link.group(1).replace("&amp;", "&");
    }
}
