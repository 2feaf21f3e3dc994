package org.xinheng.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client at the shell reads a list to its end. */
class ApiClientTest {

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", asked -> answer(asked, "{\"access_token\":\"a\",\"expires_in\":60}"));
        server.createContext("/list", asked -> {
            if ("page=2".equals(asked.getRequestURI().getQuery())) {
                answer(asked, "[3]");
            } else {
                asked.getResponseHeaders().add("Link", "</list?page=2>; rel=\"next\"");
                answer(asked, "[1, 2]");
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange asked, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        asked.sendResponseHeaders(200, body.length);
        try (asked) {
            asked.getResponseBody().write(body);
        }
    }

    @Test
    void rowsOfAllPagesAreReadInTheirOrder() {
        ApiClient client = new ApiClient(
                URI.create("http://localhost:" + server.getAddress().getPort()), "shell", "secret");

        assertThat(client.all("/list").stream().map(JsonNode::asInt)).containsExactly(1, 2, 3);
    }
}
