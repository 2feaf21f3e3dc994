package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.RecordLoading;

/** A department's program delivers, asks and delivers again. */
class DeliveriesOverHttpTest extends DeliveriesServer {

    @Autowired
    private RecordLoading loading;

    @Test
    void everyRowIsAnsweredAndTheSameFileAgainChangesNothing() throws Exception {
        PenaltyFile file = file(100, 3).set(1, "CF_JDRQ", "2026/02/30");
        HttpResponse<String> taken = hand(file);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.headers().firstValue("Location"))
                .hasValue("/api/v1/deliveries/" + json(taken).path("id").asString());
        assertThat(json(taken).path("id").isString()).isTrue();
        assertThat(json(taken).path("source").asString()).isEqualTo(market.code());
        assertThat(json(taken).path("counts").path("received").asInt()).isEqualTo(3);
        assertThat(counts(server.settled(taken, token))).isEqualTo("3=2+0+0+1+0");
        assertThat(counts(server.settled(hand(file), token))).isEqualTo("3=0+2+0+1+0");
    }

    @Test
    void fileAsPartOfAFormIsTheSameFile() throws Exception {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\报送\\\\处罚.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file(200, 1).text() + "\r\n--edge--\r\n";
        HttpResponse<String> taken =
                server.send(server.to("/api/v1/deliveries?type=administrative-penalty&historical=true")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString(body)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(json(taken).path("fileName").asString()).isEqualTo("处罚.csv");
        assertThat(json(taken).path("historical").asBoolean()).isTrue();
        assertThat(counts(server.settled(taken, token))).isEqualTo("1=1+0+0+0+0");
    }

    @Test
    void bodySentAsAFormIsToldHowToSendItInstead() throws Exception {
        HttpResponse<String> answer = server.send(server.to("/api/v1/deliveries?" + QUERY)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(file(250, 1).text())));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("detail").asString()).contains("application/octet-stream");
    }

    @Test
    void fileThatDidNotArriveWholeIsNoDelivery() throws Exception {
        String text = file(260, 3).text();
        try (var socket = new Socket("localhost", port)) {
            String head = "POST /api/v1/deliveries?type=administrative-penalty&fileName=broken.csv HTTP/1.1\r\n"
                    + "Host: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                    + "Content-Type: text/csv\r\nContent-Length: " + (text.length() * 10) + "\r\n\r\n";
            socket.getOutputStream().write((head + text).getBytes(UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(deliveries.ofSource(market.id(), 200))
                .noneMatch(delivery -> delivery.fileName().equals("broken.csv"));
    }

    @Test
    void workbookIsTakenAsAFileIs() throws Exception {
        byte[] book = file(270, 3).set(1, "CF_JDRQ", "2026/02/30").workbook().bytes();
        HttpResponse<String> taken = server.deliver(QUERY, token, book);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(counts(server.settled(taken, token))).isEqualTo("3=2+0+0+1+0");
    }

    /** Linux gives a device on which every write fails for want of room. */
    @Test
    void diskThatIsFullIsAFaultOfOursAndLeavesNothing() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "SKIPPED: there is no " + full);
        long next = loading.nextActId() + 1;
        Path home = Files.createDirectories(FOLDER.resolve("staging").resolve(Long.toString(next)));
        Files.createSymbolicLink(home.resolve("rows.unfinished"), full);

        HttpResponse<String> answer =
                server.deliver(QUERY + ".full", token, file(280, 3).text().getBytes(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
        assertThat(answer.body()).contains("delivery.not-kept");
        assertThat(json(answer).path("detail").asString()).contains("磁盘", "重新上传");
        assertThat(home).doesNotExist();
        assertThat(deliveries.ofSource(market.id(), 200))
                .noneMatch(delivery -> delivery.fileName().endsWith(".full"));
    }

    @Test
    void sameKeyIsTheSameDelivery() throws Exception {
        byte[] bytes = file(300, 1).text().getBytes(UTF_8);
        String[] ids = new String[2];
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> taken = server.send(server.to("/api/v1/deliveries?" + QUERY)
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", "once")
                    .POST(BodyPublishers.ofByteArray(bytes)));
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            ids[i] = json(taken).path("id").asString();
        }
        assertThat(ids[1]).isEqualTo(ids[0]);
    }

    @Test
    void sameKeyWithAnotherFileIsAConflict() throws Exception {
        HttpResponse<String> first = underKey("twice", file(310, 1).text().getBytes(UTF_8));
        HttpResponse<String> other = underKey("twice", file(311, 1).text().getBytes(UTF_8));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(409);
        assertThat(json(other).path("detail").asString()).isNotBlank();
    }

    private HttpResponse<String> underKey(String key, byte[] file) throws Exception {
        return server.send(server.to("/api/v1/deliveries?" + QUERY)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    @Test
    void sourceSeesAndDeliversOnlyItsOwn() throws Exception {
        String other = token("ecology");
        HttpResponse<String> taken = hand(file(400, 1));
        String id = json(server.settled(taken, token) == null ? taken : taken)
                .path("id")
                .asString();
        assertThat(server.get("/api/v1/deliveries/" + id, other).statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/deliveries", other).body()).doesNotContain(id);
        assertThat(server.get("/api/v1/deliveries", token).body()).contains(id);
        assertThat(server.get("/api/v1/deliveries/" + id, office).statusCode()).isEqualTo(200);
        HttpResponse<String> foreign = server.deliver(QUERY + "&source=" + market.id(), other, new byte[] {'x'});
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(json(foreign).path("title").asString()).isEqualTo("不能代其他单位报送");
        setup.client("approval", "test-secret", Set.of(Permission.CHECK), null);
        assertThat(server.get("/api/v1/deliveries", token("approval")).statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/deliveries", null).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsWrongWithTheOrderIsSaidBeforeTheFileIsRead() throws Exception {
        HttpResponse<String> noType = server.deliver("source=" + market.code(), office, new byte[] {'x'});
        assertThat(noType.statusCode()).isEqualTo(400);
        assertThat(json(noType).path("detail").asString()).contains("administrative-penalty");
        HttpResponse<String> noSource = server.deliver(QUERY, office, new byte[] {'x'});
        assertThat(noSource.statusCode()).isEqualTo(400);
        assertThat(json(noSource).path("type").asString()).isEqualTo("urn:xinheng:problem:delivery.source-missing");
        HttpResponse<String> unknown = server.deliver(QUERY + "&source=nobody", office, new byte[] {'x'});
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).path("detail").asString()).contains("nobody");
    }

    @Test
    void registerComesFromTheRegistrationAuthorityUnlessSomebodySaysOtherwise() throws Exception {
        String register = inForce.policy().recordType("organisation-register").orElseThrow().fields().stream()
                        .map(field -> field.name())
                        .collect(java.util.stream.Collectors.joining(","))
                + "\n";
        HttpResponse<String> taken = server.deliver("type=organisation-register", office, register.getBytes(UTF_8));
        assertThat(taken.statusCode()).isEqualTo(202);
        String usual = inForce.policy().place().registrationSource();
        assertThat(json(taken).path("source").asString())
                .isEqualTo(inForce.policy().authority(usual).orElseThrow().code());
    }

    @Test
    void zeroReportIsTakenForTheOwnSource() throws Exception {
        HttpResponse<String> answer =
                server.post("/api/v1/zero-reports", token, "{\"type\":\"administrative-penalty\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("source").asString()).isEqualTo(market.code());
        assertThat(server.post("/api/v1/zero-reports", token, "{\"type\":\"nothing\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.post(
                                "/api/v1/zero-reports",
                                token("ecology"),
                                "{\"type\":\"administrative-penalty\",\"source\":\"" + market.id() + "\"}")
                        .statusCode())
                .isEqualTo(403);
    }
}
