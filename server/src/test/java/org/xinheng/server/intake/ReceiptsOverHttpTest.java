package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a department's program is told of every row, and the workbook in which it mends them. */
class ReceiptsOverHttpTest extends DeliveriesServer {

    private static final JsonMapper JSON = JsonMapper.shared();

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
