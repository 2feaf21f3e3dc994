package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.RecordLoading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's program delivers, asks, mends and delivers again. */
class DeliveriesOverHttpTest extends RecordsServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String QUERY = "type=administrative-penalty&fileName=penalties.csv";

    @Autowired
    private RecordLoading loading;

    private String token = "";
    private String office = "";

    @BeforeEach
    void fetchTokens() throws Exception {
        token = token("market");
        office = token("office");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ServerOfSources.json(answer);
    }

    private PenaltyFile file(int firstOrganisation, int count) {
        return penalties(base + firstOrganisation, count);
    }

    private HttpResponse<String> hand(PenaltyFile file) throws IOException, InterruptedException {
        return server.deliver(QUERY, token, file.text().getBytes(UTF_8));
    }

    private static String counts(JsonNode delivery) {
        JsonNode counts = delivery.path("counts");
        return "%d=%d+%d+%d+%d+%d"
                .formatted(
                        counts.path("received").asInt(),
                        counts.path("accepted").asInt(),
                        counts.path("unchanged").asInt(),
                        counts.path("waiting").asInt(),
                        counts.path("refused").asInt(),
                        counts.path("outOfScope").asInt());
    }

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
    void rejectedFileIsAnsweredWithItsReasons() throws Exception {
        HttpResponse<String> taken = server.deliver(QUERY, token, "CF_WSH,多余的列\n1,2\n".getBytes(UTF_8));
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(json(taken).path("state").asString()).isEqualTo("REJECTED");
        JsonNode unknown = json(taken)
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("code").asString().equals("header.unknown-column"))
                .findFirst()
                .orElseThrow();
        assertThat(unknown.path("column").asString()).isEqualTo("多余的列");
        assertThat(unknown.path("row").asInt()).isEqualTo(1);
        assertThat(unknown.path("sentence").asString()).contains("请删去");
        assertThat(unknown.path("basis").asString()).isNotBlank();
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

    @Test
    void everyRowHasAReceiptWithColumnRuleSourceAndWhatToDo() throws Exception {
        PenaltyFile file = file(500, 5)
                .set(0, "CF_JDRQ", "2026/02/30")
                .set(1, "CF_XDR_SHXYM", "")
                .set(2, "CF_XDR_LB", "自然人");
        HttpResponse<String> taken = hand(file);
        assertThat(counts(server.settled(taken, token))).isEqualTo("5=2+0+1+1+1");
        String receipts = json(taken).path("receipts").asString();

        JsonNode all = json(server.get(receipts, token));
        assertThat(all.path("rows")
                        .valueStream()
                        .map(row -> row.path("row").asInt() + " "
                                + row.path("outcome").asString()))
                .containsExactly("2 refused", "3 waiting", "4 out-of-scope", "5 accepted", "6 accepted");
        JsonNode refused = all.path("rows").get(0).path("findings").get(0);
        assertThat(refused.path("column").asString()).isEqualTo("CF_JDRQ");
        assertThat(refused.path("title").asString()).isEqualTo("处罚决定日期");
        assertThat(refused.path("sentence").asString()).contains("2026/02/30", "请");
        assertThat(refused.path("rule").asString()).isNotBlank();
        assertThat(refused.path("basis").asString()).contains("424");
        JsonNode person = all.path("rows").get(2);
        assertThat(person.path("findings").get(0).path("code").asString()).isEqualTo("person.category");
        assertThat(person.toString()).doesNotContain(PenaltyFile.name(base + 502));

        JsonNode english = JSON.readTree(server.send(server.to(receipts + "?outcome=refused")
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", "en"))
                .body());
        assertThat(english.path("rows").size()).isEqualTo(1);
        assertThat(english.path("rows")
                        .get(0)
                        .path("findings")
                        .get(0)
                        .path("sentence")
                        .asString())
                .contains("calendar", "2026/02/30");

        assertThat(server.get(receipts, token("ecology")).statusCode()).isEqualTo(404);
        assertThat(server.get(receipts + "?outcome=lost", token).statusCode()).isEqualTo(400);
        assertThat(sql.sql("SELECT purpose FROM access.read_log WHERE what = 'delivery.receipts' AND actor = 'market'")
                        .query(String.class)
                        .list())
                .contains("own-work:" + json(taken).path("id").asString());
        assertThat(sql.sql("SELECT purpose FROM access.read_log WHERE what = 'delivery' AND actor = 'market'")
                        .query(String.class)
                        .list())
                .contains("own-work:" + json(taken).path("id").asString());
    }

    @Test
    void receiptsComeInPagesAndInLines() throws Exception {
        HttpResponse<String> taken = hand(file(600, 5));
        server.settled(taken, token);
        String receipts = json(taken).path("receipts").asString();
        JsonNode first = json(server.get(receipts + "?limit=3", token));
        JsonNode second = json(server.get(first.path("next").asString(), token));
        assertThat(first.path("rows").size()).isEqualTo(3);
        assertThat(second.path("rows")
                        .valueStream()
                        .map(row -> row.path("number").asInt()))
                .containsExactly(5, 6);
        assertThat(second.has("next")).isFalse();

        HttpResponse<String> lines = server.send(server.to(receipts)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/x-ndjson"));
        assertThat(lines.body()
                        .lines()
                        .map(line -> JSON.readTree(line).path("outcome").asString()))
                .hasSize(5)
                .containsOnly("accepted");
    }

    @Test
    void waitingRowNamesOrganisationsThatItMayBeAbout() throws Exception {
        PenaltyFile known = file(700, 1);
        server.settled(hand(known), token);
        PenaltyFile file = file(700, 1).set(0, "CF_XDR_SHXYM", "").set(0, "CF_WSH", "示市监罚〔2026〕" + (base + 900) + "号");
        HttpResponse<String> taken = hand(file);
        server.settled(taken, token);
        String candidates = json(server.get(json(taken).path("receipts").asString(), token))
                .path("rows")
                .get(0)
                .path("candidates")
                .asString();
        JsonNode one = json(server.get(candidates, token));
        assertThat(one.path("receipt").path("outcome").asString()).isEqualTo("waiting");
        assertThat(one.path("candidates")
                        .valueStream()
                        .map(hit -> hit.path("code").asString()))
                .contains(PenaltyFile.code(base + 700));
    }

    @Test
    void workbookHoldsEveryRowThatWasNotAcceptedAndNothingOfPersons() throws Exception {
        PenaltyFile file = file(800, 6)
                .set(0, "CF_JDRQ", "2026/02/30")
                .set(0, "CF_NR", "=HYPERLINK(\"http://evil.example\")")
                .set(1, "CF_XDR_SHXYM", "")
                .set(2, "CF_XDR_LB", "自然人")
                .set(3, "CF_CFLB", "不存在的类别")
                .set(3, "CF_WFXW", "含控制字符\u0001的内容");
        HttpResponse<String> taken = hand(file);
        assertThat(counts(server.settled(taken, token))).isEqualTo("6=2+0+1+2+1");
        String address = json(taken).path("errors").asString();
        HttpResponse<byte[]> workbook = server.download(address, token);
        assertThat(workbook.statusCode()).isEqualTo(200);
        List<List<String>> rows = rows(workbook.body());
        assertThat(rows.getFirst())
                .startsWith("工作表", "行号", "处理结果", "有问题的列", "原因与处理办法", "规则", "依据")
                .contains("行政处罚决定书文号")
                .doesNotContain("法定代表人", "法定代表人证件号码");
        assertThat(rows.stream().skip(1).map(row -> row.get(1) + " " + row.get(2)))
                .containsExactly("2 不予接收", "3 待核实", "4 不属归集范围", "5 不予接收");
        assertThat(rows.get(1)).contains("'=HYPERLINK(\"http://evil.example\")").contains(PenaltyFile.name(base + 800));
        assertThat(rows.get(1).get(3)).isEqualTo("处罚决定日期 CF_JDRQ");
        assertThat(rows.get(3)).as("number and reason, rule and source").hasSize(7);
        assertThat(rows.get(4)).contains("含控制字符\uFFFD的内容");
        assertThat(rows.toString()).doesNotContain("甲某", PenaltyFile.name(base + 802));
        assertThat(server.download(address, token("ecology")).statusCode()).isEqualTo(404);
    }

    @Test
    void workbookHoldsNoCellOfAMisalignedRow() throws Exception {
        String text = file(820, 2).text().replaceFirst(",甲某", "甲某");
        HttpResponse<String> taken = server.deliver(QUERY, token, text.getBytes(UTF_8));
        JsonNode settled = server.settled(taken, token);
        assertThat(counts(settled)).isEqualTo("2=1+0+0+1+0");
        List<List<String>> rows = rows(
                server.download(json(taken).path("errors").asString(), token).body());
        assertThat(rows.get(1)).startsWith("", "2", "不予接收");
        assertThat(rows.get(1).toString()).contains("单元格").doesNotContain("甲某", PenaltyFile.name(base + 820));
        assertThat(rows.get(1)).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void workbookOfARejectedFileSaysWhy() throws Exception {
        HttpResponse<String> taken = server.deliver(QUERY, token, "CF_WSH,多余的列\n1,2\n".getBytes(UTF_8));
        List<List<String>> rows = rows(
                server.download(json(taken).path("errors").asString(), token).body());
        assertThat(rows).anyMatch(row -> row.contains("多余的列") && row.toString().contains("请"));
    }

    private static List<List<String>> rows(byte[] workbook) throws IOException {
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return opened.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }
}
