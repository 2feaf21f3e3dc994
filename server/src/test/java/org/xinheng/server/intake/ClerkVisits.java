package org.xinheng.server.intake;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clerk's browser without scripts: keeps the session, sends forms with their token. */
final class ClerkVisits {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String EDGE = "edge-of-the-form";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern UPLOAD = Pattern.compile("enctype=\"multipart/form-data\" action=\"([^\"]+)\"");

    private final ServerOfSources server;

    ClerkVisits(int port) {
        server = new ServerOfSources(port);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return server.send(server.to(path).header("Accept", "text/html"));
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return submit("/login", "/login", "username=" + name + "&password=" + encode(password));
    }

    /** Sends a form with the token that stands on a page. */
    HttpResponse<String> submit(String page, String action, String fields) throws IOException, InterruptedException {
        String token = find(TOKEN, get(page).body());
        return post(action, FORM, fields + "&_csrf=" + encode(token));
    }

    /** Sends the upload form as a browser does: fields first, then the file. */
    HttpResponse<String> upload(String type, String fileName, String file) throws IOException, InterruptedException {
        String action = find(UPLOAD, get("/deliveries").body());
        return upload(action, type, fileName, file);
    }

    HttpResponse<String> upload(String action, String type, String fileName, String file)
            throws IOException, InterruptedException {
        String body = "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n" + type + "\r\n--" + EDGE
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + file + "\r\n--" + EDGE + "--\r\n";
        return post(action, "multipart/form-data; boundary=" + EDGE, body);
    }

    private HttpResponse<String> post(String action, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                server.to(action).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return server.send(request);
    }

    private static String find(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + page);
        }
        return found.group(1).replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
