package org.xinheng.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinheng.benchmarks.ground.Refused;

/** What travels when somebody opens the portal for the first time: the page and all that it loads, compressed as for Chromium. */
final class FirstView {

    private static final Pattern LOADED = Pattern.compile(
            "<(?:link\\b[^>]*\\brel=\"(?:stylesheet|icon|preload)\"[^>]*\\bhref|script\\b[^>]*\\bsrc|img\\b[^>]*\\bsrc)"
                    + "=\"([^\"]+)\"");

    private final URI server;
    private final HttpClient http = HttpClient.newHttpClient();

    FirstView(URI server) {
        this.server = server;
    }

    /** Bytes of bodies over the wire, headers not counted. */
    long bytes(String path) throws IOException, InterruptedException {
        // Read once as text for what it loads, and once as it travels.
        var page = new String(fetch(path, "identity"), StandardCharsets.UTF_8);
        Set<String> loaded = new LinkedHashSet<>();
        LOADED.matcher(page).results().forEach(found -> loaded.add(found.group(1)));
        if (loaded.isEmpty()) {
            throw new Refused("the page " + path + " loads nothing: its form has changed");
        }
        long bytes = fetch(path, "gzip, deflate, br").length;
        for (String one : loaded) {
            bytes += fetch(one, "gzip, deflate, br").length;
        }
        return bytes;
    }

    private byte[] fetch(String path, String encodings) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Accept-Encoding", encodings)
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new Refused(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
