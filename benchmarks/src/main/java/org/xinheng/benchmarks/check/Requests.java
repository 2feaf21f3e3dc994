package org.xinheng.benchmarks.check;

import java.nio.charset.StandardCharsets;

/** Requests in HTTP/1.1 as they stand on the wire, for connections that stay open. */
public final class Requests {

    private Requests() {}

    public static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    }

    /** @param token of the caller; empty for none */
    public static String post(String path, String token, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n" + json;
    }
}
