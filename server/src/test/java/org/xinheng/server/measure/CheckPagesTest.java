package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;

/** An approving officer signs in, asks, and reads the answer on its own page, without a script. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
class CheckPagesTest extends AskedServer {

    private static final String PASSWORD = "a password for tests";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void signIn() throws Exception {
        setup.account("approver", PASSWORD, Set.of(Role.APPROVING_OFFICER), null);
        setup.account("clerk", PASSWORD, Set.of(Role.CREDIT_OFFICE), null);
        signIn("approver");
    }

    private void signIn(String account) throws Exception {
        assertThat(post("/login", Map.of("username", account, "password", PASSWORD), "/login")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("failed");
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String form)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(office.http.get(form, null).body());
        assertThat(token.find()).isTrue();
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return office.http.send(office.http
                .to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8))));
    }

    private HttpResponse<String> ask(String prefix, String code, String matter) throws Exception {
        return post(
                prefix + "/check",
                Map.of("code", code, "matter", matter, "purpose", "采购<审查>", "caseNumber", "采审〔2026〕15号"),
                prefix + "/check");
    }

    private String answer(String prefix, String code, String matter) throws Exception {
        HttpResponse<String> sent = ask(prefix, code, matter);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElseThrow();
        assertThat(address).matches(prefix + "/check/\\d+");
        HttpResponse<String> page = office.http.get(address, null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        return page.body();
    }

    @Test
    void aHitIsShownWithItsBasisAndTheReceipt() throws Exception {
        office.deliver(1, "吊销许可证件", "", recently);

        String page = answer("", PenaltyFile.code(1), PROCUREMENT);

        assertThat(page)
                .contains("<h1>本事项有适用措施</h1>")
                .contains("本结果不是信用良好证明，也不是作出不利决定的独立依据。")
                .contains("三年内有重大违法记录的，不得参加政府采购活动")
                .contains("第十九条第一款")
                .contains(PenaltyFile.number(1))
                .contains("触发的类别：吊销许可证件")
                .contains("采购&lt;审查&gt;")
                .contains("采审〔2026〕15号")
                .contains("<dd>approver</dd>")
                .contains("外地主体，登记信息待核");
    }

    @Test
    void allFourAnswersHaveTheirPageInBothLanguages() throws Exception {
        office.deliver(2, "罚款", "300", recently);
        office.deliver(3, "罚款", "5", recently);

        assertThat(answer("/en", PenaltyFile.code(2), PROCUREMENT))
                .contains("A measure applies in this matter")
                .contains("Fine that reaches the threshold: CNY 3,000,000");
        assertThat(answer("/en", PenaltyFile.code(3), PROCUREMENT)).contains("No measure found that applies");
        assertThat(answer("/en", PenaltyFile.code(999), PROCUREMENT))
                .contains("The organisation could not be identified")
                .contains("it does not follow that the organisation has no records");
        assertThat(answer("", PenaltyFile.code(3), "public-investment"))
                .contains("数据未更新，暂不能判断")
                .contains("从未报送");
    }

    @Test
    void faultsLeadToTheirFieldsAndIdentityNumbersAreNotShownAgain() throws Exception {
        HttpResponse<String> faulty =
                post("/check", Map.of("code", "11010519491231002X", "matter", "no-such", "caseNumber", "办1"), "/check");

        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body())
                .contains("class=\"error-summary\"")
                .contains("<a href=\"#code\">统一社会信用代码：这是公民身份号码")
                .contains("<a href=\"#purpose\">核查用途：必填")
                .contains("value=\"办1\"")
                .doesNotContain("11010519491231002X");
        assertThat(ask("", PenaltyFile.code(1), "no-such").body()).contains("<a href=\"#matter\">");
    }

    @Test
    void onlyWhoMayCheckSeesThePageAndItsEntry() throws Exception {
        assertThat(office.http.get("/", null).body()).contains("href=\"/check\"");

        office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyIsHeard();
        assertThat(office.http.get("/", null).body()).doesNotContain("href=\"/check\"");
        assertThat(office.http
                        .get("/check", null)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");

        signIn("clerk");
        assertThat(office.http.get("/check", null).statusCode()).isEqualTo(403);
        assertThat(office.http.get("/", null).body()).doesNotContain("href=\"/check\"");
    }

    /** Text of the first sheet of a workbook. */
    private static String sheet(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("summary.xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("xl/worksheets/sheet1.xml");
            String xml = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
            return Pattern.compile("&#x([0-9a-fA-F]+);")
                    .matcher(xml)
                    .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        }
    }

    private HttpResponse<byte[]> sent(String path, String type, String body) throws Exception {
        return office.http.bytes(
                office.http.to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private String token() throws Exception {
        var token = TOKEN.matcher(office.http.get("/check/batch", null).body());
        assertThat(token.find()).isTrue();
        return URLEncoder.encode(token.group(1), UTF_8);
    }

    @Test
    void aPastedListBecomesASummaryWithoutFormulas() throws Exception {
        office.deliver(20, "吊销许可证件", "", recently);
        String codes = PenaltyFile.code(20) + "\n11010519491231002X\n" + PenaltyFile.code(998) + "\n=1+1\n";
        String form = "codes=" + URLEncoder.encode(codes, UTF_8) + "&matter=" + PROCUREMENT
                + "&purpose=%E8%AF%84&caseNumber=B1";

        HttpResponse<byte[]> answer =
                sent("/check/batch", "application/x-www-form-urlencoded", form + "&_csrf=" + token());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("check-summary.xlsx");
        assertThat(sheet(answer.body()))
                .contains(PenaltyFile.code(20), "本事项有适用措施", "[应当执行] 三年内有重大违法记录的", PenaltyFile.number(20))
                .contains("未核查", "这是公民身份号码", "主体未识别", "回执编号")
                .doesNotContain("11010519491231002X")
                .doesNotContain("<f>")
                .doesNotContain(">=1+1");
    }

    @Test
    void anUploadedFileIsReadByItsHeaderAndFaultsComeBackOnThePage() throws Exception {
        String parts = "--b\r\nContent-Disposition: form-data; name=\"matter\"\r\n\r\n" + PROCUREMENT
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\n评优"
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"caseNumber\"\r\n\r\n办2"
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n%s\r\n--b--\r\n";
        String path = "/check/batch/file?_csrf=" + token();
        String type = "multipart/form-data; boundary=b";

        HttpResponse<byte[]> answer = sent(path, type, parts.formatted("名称,统一社会信用代码\n某公司," + PenaltyFile.code(997)));
        assertThat(sheet(answer.body()))
                .contains(PenaltyFile.code(997), "主体未识别")
                .doesNotContain("某公司");

        HttpResponse<byte[]> noColumn = sent(path, type, parts.formatted("名称,地址\n某公司,某路"));
        assertThat(noColumn.statusCode()).isEqualTo(400);
        assertThat(new String(noColumn.body(), UTF_8)).contains("找不到代码列");
        HttpResponse<byte[]> noPurpose =
                sent(path, type, parts.replace("评优", "").formatted(PenaltyFile.code(997)));
        assertThat(new String(noPurpose.body(), UTF_8)).contains("核查用途：必填");
    }

    @Test
    void aPrintedSheetIsVerifiedByAnybodyAndTellsNothingElse() throws Exception {
        office.deliver(21, "吊销许可证件", "", recently);
        String page = answer("", PenaltyFile.code(21), PROCUREMENT);
        var number = Pattern.compile("核查回执 (\\d+)").matcher(page);
        var check = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(page);
        assertThat(number.find() && check.find()).isTrue();
        String printed = "/check/verify?number=" + number.group(1) + "&check="
                + check.group().toLowerCase(Locale.ROOT) + "&code=" + PenaltyFile.code(21) + "&outcome=HIT&day="
                + LocalDate.now(clock);
        office = new CheckingOffice(port, setup, inForce.policy());

        String genuine = office.http.get(printed, null).body();

        assertThat(genuine).contains("<strong>一致</strong>").doesNotContain("吊销").doesNotContain(PenaltyFile.name(21));
        for (String altered : List.of(
                printed.replace("HIT", "CLEAR"),
                printed.replace(PenaltyFile.code(21), PenaltyFile.code(20)),
                printed.replace(LocalDate.now(clock).toString(), "2026-01-01"),
                printed.replace("number=", "number=1"),
                printed.replace("check=" + check.group().toLowerCase(Locale.ROOT), "check=0000-0000-0000"))) {
            assertThat(office.http.get(altered, null).body()).as(altered).contains("<strong>不一致</strong>");
        }
        assertThat(office.http.get("/check/verify?number=1", null).body())
                .contains("请填写。")
                .doesNotContain("一致</strong>");
        assertThat(office.http.get("/check/verify", null).statusCode()).isEqualTo(200);
    }

    @Test
    void aReceiptOfSomebodyElseIsNotThere() throws Exception {
        String id =
                office.check(PenaltyFile.code(5), PROCUREMENT).path("receiptId").asString();

        assertThat(office.http.get("/check/" + id, null).statusCode()).isEqualTo(404);
        assertThat(office.http.get("/check/nonsense", null).statusCode()).isEqualTo(404);
    }
}
