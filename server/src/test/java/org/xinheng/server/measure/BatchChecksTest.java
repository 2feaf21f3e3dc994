package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.xlsx.RawWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of codes in every form that they come in: a durable receipt for each line, and never an answer for one with a fault. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.checks.batch.chunk=7",
            "xinheng.checks.batch.lines=60",
            "xinheng.checks.batch.size=1MB"
        })
class BatchChecksTest extends AskedServer {

    private static final String IDENTITY = "11010519491231002X";

    @TempDir
    static Path folder;

    @Autowired
    JdbcClient sql;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private List<String> outcomes(String list) throws Exception {
        return outcomes(list.getBytes(UTF_8));
    }

    private List<String> outcomes(byte[] list) throws Exception {
        List<JsonNode> lines = lines(office.list(list));
        assertThat(lines.getLast().path("complete").asBoolean()).isTrue();
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> line.path("line").asInt() + ":"
                        + (line.has("fault")
                                ? "FAULT"
                                : line.path("answer").path("outcome").asString()))
                .toList();
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void everyFormOfAListGetsTheSameAnswers() throws Exception {
        office.deliver(1, "吊销许可证件", "", recently);
        office.deliver(2, "罚款", "5", recently);
        String hit = PenaltyFile.code(1);
        String clear = PenaltyFile.code(2);
        String unknown = PenaltyFile.code(900);
        List<String> expected = List.of("1:HIT", "2:CLEAR", "3:FAULT", "4:UNKNOWN");
        List<String> underHeader = List.of("2:HIT", "3:CLEAR", "4:FAULT", "5:UNKNOWN");
        List<String> codes = List.of(hit, clear, IDENTITY, unknown);

        assertThat(outcomes(String.join("\n", codes))).isEqualTo(expected);
        assertThat(outcomes(JsonMapper.shared().writeValueAsString(codes))).isEqualTo(expected);
        assertThat(outcomes(codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining("\n"))))
                .isEqualTo(expected);
        assertThat(outcomes(codes.stream()
                        .map(code -> "{\"name\":{\"x\":[1]},\"code\":\"" + code + "\"}")
                        .collect(Collectors.joining("\n"))))
                .isEqualTo(expected);
        assertThat(outcomes("单位名称,统一社会信用代码\n"
                        + codes.stream().map(code -> "\"某, 公司\"," + code).collect(Collectors.joining("\n"))))
                .isEqualTo(underHeader);
        List<List<String>> table = new ArrayList<>(List.of(List.of("序号", "统一社会信用代码")));
        codes.forEach(code -> table.add(List.of("1", code)));
        assertThat(outcomes(RawWorkbook.of(table).bytes())).isEqualTo(underHeader);
        assertThat(folder.resolve("tables"))
                .satisfiesAnyOf(
                        tables -> assertThat(tables).doesNotExist(),
                        tables -> assertThat(tables).isEmptyDirectory());
    }

    @Test
    void eachLineHasADurableReceiptThatProvesItselfAndARead() throws Exception {
        ReceiptVerifier verifier = ReceiptVerifier.with(Base64.getDecoder()
                .decode(json(office.http.get("/api/v1/checks/key", null))
                        .path("publicKey")
                        .asString()));
        String list = IntStream.range(100, 160).mapToObj(PenaltyFile::code).collect(Collectors.joining("\n"));
        long receipts = count("measure.receipt");
        long reads = count("access.read_log");

        String body = office.list(list.getBytes(UTF_8)).body();

        List<String> answers =
                body.lines().filter(line -> line.startsWith("{\"line\"")).toList();
        assertThat(answers).hasSize(60);
        for (String line : answers) {
            JsonNode read = JsonMapper.shared().readTree(line);
            String raw = line.substring(line.indexOf("\"answer\":") + 9, line.length() - 1);
            String proof = read.path("proof").asString();
            assertThat(verifier.verify(raw.getBytes(UTF_8), proof)).isEqualTo(Verdict.GENUINE);
            assertThat(verifier.verify(raw.replace("UNKNOWN", "UNKNOWM").getBytes(UTF_8), proof))
                    .isEqualTo(Verdict.ALTERED);
        }
        assertThat(count("measure.receipt")).isEqualTo(receipts + 60);
        assertThat(count("access.read_log")).isEqualTo(reads + 60);
        String id =
                JsonMapper.shared().readTree(answers.get(33)).path("receiptId").asString();
        assertThat(office.receipt(id).body())
                .isEqualTo(answers.get(33)
                        .substring(
                                answers.get(33).indexOf("\"answer\":") + 9,
                                answers.get(33).length() - 1));
    }

    @Test
    void aListThatCannotBeReadLeavesNoReceipt() throws Exception {
        long receipts = count("measure.receipt");
        String code = PenaltyFile.code(1);

        assertThat(office.list((code + "\n").repeat(61).getBytes(UTF_8)).statusCode())
                .isEqualTo(413);
        assertThat(office.list(("x".repeat(2_000) + "\n").repeat(800).getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(413);
        for (String broken : List.of(
                "",
                "[]",
                "[\"" + code + "\",",
                "[[\"" + code + "\"]]",
                "[1]",
                "{\"code\":\"" + code + "\"",
                "\"" + code,
                "名称,地址\n某公司,某路")) {
            HttpResponse<String> answer = office.list(broken.getBytes(UTF_8));
            assertThat(answer.statusCode()).as(broken).isEqualTo(400);
            assertThat(json(answer).path("type").asString()).startsWith("urn:xinheng:problem:check.list-");
            assertThat(answer.body()).doesNotContain(code);
        }
        assertThat(count("measure.receipt")).isEqualTo(receipts);
    }

    @Test
    void whatIsSharedIsCheckedFirstAndNothingOfAFaultIsKept() throws Exception {
        HttpResponse<String> noMatter = office.http.send(office.http
                .to("/api/v1/checks/batch?matter=nothing&purpose=a&caseNumber=b&operator=" + IDENTITY)
                .header("Authorization", "Bearer " + office.asking())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(PenaltyFile.code(1))));

        assertThat(noMatter.statusCode()).isEqualTo(400);
        assertThat(noMatter.body()).contains("operator").doesNotContain(IDENTITY);
        String answer = office.list(IDENTITY.getBytes(UTF_8)).body();
        assertThat(answer).contains("\"fault\"").doesNotContain(IDENTITY).doesNotContain("CLEAR");
        assertThat(sql.sql("SELECT count(*) FROM measure.receipt WHERE strpos(answer, :identity) > 0")
                        .param("identity", IDENTITY)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Files.exists(folder)).isTrue();
    }
}
