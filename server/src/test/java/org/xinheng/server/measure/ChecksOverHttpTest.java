package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.CheckingOffice.question;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.testkit.clock.RunningClock;
import org.xinheng.testkit.code.CodeMint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four answers, their receipts, and who may ask. */
@SpringBootTest(
        classes = {XinhengApplication.class, ChecksOverHttpTest.Time.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "xinheng.pack=demo-city"})
class ChecksOverHttpTest {

    private static final String IDENTITY = "11010519491231002X";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    PolicyInForce inForce;

    @Autowired
    Archive archive;

    @Autowired
    JdbcClient sql;

    @Autowired
    RunningClock clock;

    private CheckingOffice office;
    private String recently;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        RunningClock runningClock() {
            return new RunningClock(Instant.now(Clock.systemUTC()));
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void open() throws Exception {
        office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyIsHeard();
        recently = LocalDate.now(clock).minusDays(3).toString();
    }

    @Test
    void merelyHavingARecordIsNoHit() throws Exception {
        office.deliver(100, "罚款", "5", recently);

        JsonNode answer = office.check(100, PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo("CLEAR");
        assertThat(answer.path("outcomeText").asString()).isEqualTo("本事项未见适用措施");
        assertThat(answer.path("measures").isEmpty()).isTrue();
        assertThat(answer.toString()).doesNotContain(PenaltyFile.number(100));
        assertThat(answer.path("notice").asString()).isEqualTo("本结果不是信用良好证明，也不是作出不利决定的独立依据。");
        assertThat(answer.path("ruleVersion").asString())
                .isEqualTo(inForce.policy().version());
        assertThat(answer.path("position").asString())
                .isEqualTo(Long.toString(archive.position().value()));
        JsonNode organisation = answer.path("organisation");
        assertThat(organisation.path("code").asString()).isEqualTo(PenaltyFile.code(100));
        assertThat(organisation.path("name").asString()).isEqualTo(PenaltyFile.name(100));
        assertThat(organisation.path("kind").asString()).isEqualTo("企业");
        assertThat(organisation.path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(organisation.path("registered").asBoolean(true)).isFalse();
        assertThat(organisation.path("id").isString()).isTrue();
    }

    @Test
    void aKindThatTheLawNamesIsAHitInThatMatterAndInNoOther() throws Exception {
        office.deliver(110, "罚款;吊销许可证件", "5", recently);

        JsonNode hit = office.check(110, PROCUREMENT);

        assertThat(hit.path("outcome").asString()).isEqualTo("HIT");
        assertThat(hit.path("outcomeText").asString()).isEqualTo("本事项有适用措施");
        assertThat(hit.path("measures").size()).isEqualTo(1);
        JsonNode measure = hit.path("measures").get(0);
        assertThat(measure.path("id").asString()).isEqualTo("procurement.major-violation");
        assertThat(measure.path("duty").asString()).isEqualTo("must");
        assertThat(measure.path("effect").asString()).isEqualTo("restriction");
        assertThat(measure.path("basis").asString()).contains("第十九条第一款");
        assertThat(measure.path("body").asString()).isEqualTo("采购人、采购代理机构");
        String until = LocalDate.parse(recently).plusYears(3).minusDays(1).toString();
        assertThat(measure.path("until").asString()).isEqualTo(until);
        JsonNode record = measure.path("records").get(0);
        assertThat(record.path("documentNumber").asString()).isEqualTo(PenaltyFile.number(110));
        assertThat(record.path("decidedOn").asString()).isEqualTo(recently);
        assertThat(record.path("authority").asString())
                .isEqualTo(inForce.policy().authorities().get(1).name().zh());
        assertThat(record.path("severity").asString()).isEqualTo("severe");
        assertThat(record.path("kinds").toString()).isEqualTo("[\"吊销许可证件\"]");
        assertThat(record.has("fineYuan")).isFalse();
        assertThat(archive.find(record.path("address").asString())).isNotNull();
        assertThat(hit.toString()).doesNotContain("明码标价");
        assertThat(office.outcome(110, "tendering")).isEqualTo("CLEAR");
    }

    @ParameterizedTest(name = "a fine of {1}0,000 yuan: {2}")
    @CsvSource({"120, 199.9999, CLEAR", "121, 200, HIT"})
    void aFineCountsFromTheThresholdOn(int organisation, String wan, String expected) throws Exception {
        office.deliver(organisation, "罚款", wan, recently);

        JsonNode answer = office.check(organisation, PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo(expected);
        if (expected.equals("HIT")) {
            JsonNode record = answer.path("measures").get(0).path("records").get(0);
            assertThat(record.path("fineYuan").asString()).isEqualTo("2000000");
            assertThat(record.path("kinds").isEmpty()).isTrue();
        }
    }

    @Test
    void anEffectThatIsOverIsNoHit() throws Exception {
        LocalDate today = LocalDate.now(clock);
        office.deliver(130, "吊销许可证件", "", today.minusYears(3).plusDays(2).toString());
        office.deliver(131, "吊销许可证件", "", today.minusYears(3).minusDays(2).toString());

        assertThat(office.outcome(130, PROCUREMENT)).isEqualTo("HIT");
        assertThat(office.outcome(131, PROCUREMENT)).isEqualTo("CLEAR");
    }

    @Test
    void aWithdrawnRecordIsNoGroundFromTheNextCheckOn() throws Exception {
        office.deliver(140, "吊销许可证件", "", recently);
        String address = office.check(140, PROCUREMENT)
                .path("measures")
                .get(0)
                .path("records")
                .get(0)
                .path("address")
                .asString();

        assertThat(archive.end(address, Ending.REPAIRED, "信修〔2026〕1号", "", "office"))
                .isInstanceOf(EndResult.Ended.class);

        assertThat(office.outcome(140, PROCUREMENT)).isEqualTo("CLEAR");
    }

    @Test
    void aCorrectionCountsFromTheNextCheckOn() throws Exception {
        office.deliver(145, "罚款", "5", recently);
        assertThat(office.outcome(145, PROCUREMENT)).isEqualTo("CLEAR");

        office.deliver(145, "罚款", "500", recently);

        assertThat(office.outcome(145, PROCUREMENT)).isEqualTo("HIT");
    }

    @Test
    void aCodeThatNobodyHasIsUnknown() throws Exception {
        JsonNode answer = office.check(99_999, PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(answer.path("outcomeText").asString()).isEqualTo("主体未识别");
        assertThat(answer.path("organisation").isNull()).isTrue();
        assertThat(answer.path("measures").isEmpty()).isTrue();
    }

    @Test
    void aMistypedIdentityNumberIsNotKeptWhole() throws Exception {
        HttpResponse<String> answer = office.asked(question("110105194912310021", PROCUREMENT));

        assertThat(json(answer).path("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(json(answer).path("code").asString()).isEqualTo("110105********0021");
        assertThat(office.check("110105194913310021", PROCUREMENT).path("code").asString())
                .as("no birthday")
                .isEqualTo("110105194913310021");
    }

    @Test
    void otherSpellingsAreTheSameCode() throws Exception {
        office.deliver(150, "吊销许可证件", "", recently);
        String code = PenaltyFile.code(150);
        StringBuilder wide = new StringBuilder();
        code.toLowerCase(java.util.Locale.ROOT).chars().forEach(c -> wide.append((char) (c + 0xFEE0)));

        JsonNode answer = office.check(" " + wide.insert(4, ' ').insert(9, '-') + " ", PROCUREMENT);

        assertThat(answer.path("outcome").asString()).isEqualTo("HIT");
        assertThat(answer.path("code").asString()).isEqualTo(code);
    }

    @Test
    void aFeedThatNobodyEverDeliveredIsStale() throws Exception {
        office.deliver(160, "罚款", "5", recently);

        JsonNode answer = office.check(160, "public-investment");

        assertThat(answer.path("outcome").asString()).isEqualTo("STALE");
        assertThat(answer.path("outcomeText").asString()).isEqualTo("数据未更新，暂不能判断");
        JsonNode never = answer.path("freshness").get(0);
        assertThat(never.path("type").asString()).isEqualTo("contract-performance");
        assertThat(never.path("stale").asBoolean()).isTrue();
        assertThat(never.path("lastHeard").isNull()).isTrue();
        assertThat(never.path("sources").asInt()).isEqualTo(2);
        assertThat(never.path("late")).hasSize(2).allSatisfy(body -> {
            assertThat(body.path("lastHeard").isNull()).isTrue();
            assertThat(body.path("due").asString())
                    .isLessThan(LocalDate.now(clock).toString());
        });
        assertThat(answer.path("freshness").get(1).path("stale").asBoolean(true))
                .isFalse();
    }

    @Test
    void aNameShowsOrganisationsAndMakesNobodyKnown() throws Exception {
        String person = "欧阳澜溪";
        for (int organisation = 8880; organisation < 8887; organisation++) {
            office.deliver(CheckingOffice.penalty(organisation, "罚款", "5", recently)
                    .set(0, "CF_XDR_MC", "澜溪古渡" + organisation + "有限公司"));
        }
        office.deliver(CheckingOffice.penalty(8888, "罚款", "5", recently)
                .set(0, "CF_XDR_MC", person)
                .set(0, "CF_XDR_LB", "个体工商户")
                .set(0, "CF_XDR_SHXYM", CodeMint.uscc("92", "990101", 8888)));
        String unknown = PenaltyFile.code(998);

        JsonNode one = named(unknown, "澜溪古渡8882有限公司");
        assertThat(one.path("lookAlikes").findValuesAsString("code")).contains(PenaltyFile.code(8882));
        assertThat(one.path("lookAlikes").get(0).propertyNames()).containsExactly("code", "name");
        JsonNode many = named(unknown, "澜溪古渡");
        assertThat(many.path("lookAlikes")).hasSize(5);
        assertThat(named(unknown, person).path("lookAlikes"))
                .as("nobody who bears a person's name")
                .isEmpty();
        assertThat(named(unknown, "").path("lookAlikes")).isEmpty();
        for (JsonNode answer : List.of(one, many)) {
            assertThat(answer.path("outcome").asString()).isEqualTo("UNKNOWN");
            assertThat(answer.path("organisation").isNull()).isTrue();
            assertThat(answer.path("measures")).isEmpty();
        }
        assertThat(sql.sql("SELECT outcome || coalesce(organisation_id::text, '') FROM measure.receipt WHERE id = ?")
                        .params(Long.parseLong(one.path("receiptId").asString()))
                        .query(String.class)
                        .single())
                .as("no link is kept either")
                .isEqualTo("UNKNOWN");

        JsonNode known = named(PenaltyFile.code(8880), "澜溪古渡8882有限公司");
        assertThat(known.path("organisation").path("code").asString())
                .as("the code says who is meant, whatever the name")
                .isEqualTo(PenaltyFile.code(8880));
        Map<String, Object> identity = question(unknown, PROCUREMENT);
        identity.put("name", IDENTITY);
        var refused = office.asked(identity);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("name").doesNotContain(IDENTITY);
    }

    private JsonNode named(String code, String name) throws Exception {
        Map<String, Object> question = question(code, PROCUREMENT);
        question.put("name", name);
        var answered = office.asked(question);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        return json(answered);
    }

    @Test
    void subscribersAreToldOnceWhenASourceIsLateAndOnceWhenItIsHeardAgain() throws Exception {
        office.everybodyReportsZero();
        office.deliver(174, "罚款", "5", recently);
        office.deliver(175, "吊销许可证件", "", recently);
        setup.client("late-watcher", "watcher-secret", Set.of(Permission.CHECK), null);
        String clear = PenaltyFile.code(174);
        var opened = office.http.post(
                "/api/v1/check-subscriptions",
                office.http.token("late-watcher", "watcher-secret"),
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "name", "供应商",
                                "matter", PROCUREMENT,
                                "purpose", "履约核查",
                                "caseNumber", "1",
                                "operator", "履约岗",
                                "until", LocalDate.now(clock).plusDays(100).toString(),
                                "codes", List.of(clear, PenaltyFile.code(175), PenaltyFile.code(176)))));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(toldOfLateness()).isEmpty();

        clock.skip(Duration.ofDays(40));
        office = new CheckingOffice(port, setup, inForce.policy());
        soon(() ->
                assertThat(toldOfLateness()).as("not of a hit, nor of nobody").containsExactly(clear));
        assertThat(office.outcome(174, PROCUREMENT)).isEqualTo("STALE");
        // Another change, of an organisation that nobody watches: nothing is told twice.
        office.deliver(177, "罚款", "5", LocalDate.now(clock).minusDays(3).toString());

        office.everybodyReportsZero();
        soon(() -> assertThat(toldOfLateness()).containsExactly(clear, clear));
        assertThat(office.outcome(174, PROCUREMENT)).isEqualTo("CLEAR");
        office.everybodyReportsZero();
        office.deliver(175, "吊销许可证件", "", LocalDate.now(clock).minusDays(2).toString());
        soon(() -> assertThat(toldOfLateness()).hasSizeGreaterThan(2).startsWith(clear, clear));
        assertThat(toldOfLateness()).filteredOn(clear::equals).as("once each").hasSize(2);
    }

    private List<String> toldOfLateness() throws Exception {
        var page = office.http.get(
                "/api/v1/check-subscriptions/changes?limit=1000", office.http.token("late-watcher", "watcher-secret"));
        List<String> codes = new ArrayList<>();
        json(page)
                .path("changes")
                .forEach(change -> codes.add(change.path("code").asString()));
        return codes;
    }

    private static void soon(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }

    @Test
    void silenceBeyondTheCycleTurnsClearIntoStaleAndLeavesAHitAHit() throws Exception {
        office.deliver(170, "罚款", "5", recently);
        office.deliver(171, "吊销许可证件", "", recently);
        assertThat(office.outcome(170, PROCUREMENT)).isEqualTo("CLEAR");

        clock.skip(Duration.ofDays(40));
        office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyIsHeard();

        JsonNode stale = office.check(170, PROCUREMENT);
        assertThat(stale.path("outcome").asString()).isEqualTo("STALE");
        assertThat(stale.path("freshness").get(0).path("late"))
                .hasSize(inForce.policy().authorities().size())
                .allSatisfy(late -> assertThat(late.path("lastHeard").asString())
                        .isLessThan(late.path("due").asString()));
        JsonNode hit = office.check(171, PROCUREMENT);
        assertThat(hit.path("outcome").asString()).isEqualTo("HIT");
        assertThat(hit.path("freshness").get(0).path("stale").asBoolean()).isTrue();

        office.everybodyReportsZero();

        assertThat(office.outcome(170, PROCUREMENT)).isEqualTo("CLEAR");
    }

    @Test
    void theReceiptIsTheAnswerAndTheLogSaysWhoAskedWhy() throws Exception {
        office.deliver(180, "罚款", "5", recently);
        HttpResponse<String> answer = office.asked(question(PenaltyFile.code(180), PROCUREMENT));
        String id = json(answer).path("receiptId").asString();

        assertThat(office.receipt(id).body()).isEqualTo(answer.body());
        String proof = answer.headers().firstValue("Receipt-Proof").orElseThrow();
        assertThat(office.receipt(id).headers().firstValue("Receipt-Proof")).contains(proof);
        var verifier = ReceiptVerifier.with(Base64.getDecoder()
                .decode(json(office.http.get("/api/v1/checks/key", null))
                        .path("publicKey")
                        .asString()));
        assertThat(verifier.verify(answer.body().getBytes(StandardCharsets.UTF_8), proof))
                .isEqualTo(Verdict.GENUINE);
        assertThat(verifier.verify((answer.body() + " ").getBytes(StandardCharsets.UTF_8), proof))
                .isEqualTo(Verdict.ALTERED);
        Map<String, Object> row = sql.sql(
                        "SELECT actor, matter, outcome, organisation_id, answer_sha256 FROM measure.receipt WHERE id = ?")
                .param(Long.parseLong(id))
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("actor", "approval")
                .containsEntry("matter", PROCUREMENT)
                .containsEntry("outcome", "CLEAR");
        assertThat((byte[]) row.get("answer_sha256"))
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(answer.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(sql.sql("SELECT purpose FROM access.read_log WHERE what = 'check' AND organisation_id = ?")
                        .param(row.get("organisation_id"))
                        .query(String.class)
                        .list())
                .containsExactly("采购资格审查");
        assertThat(json(answer).path("caseNumber").asString()).isEqualTo("采审〔2026〕15号");
        assertThat(json(answer).path("operator").asString()).isEqualTo("采购中心审核岗");
        assertThat(json(answer).path("askedBy").asString()).isEqualTo("approval");
    }

    @Test
    void aReceiptIsForItsAskerAndForThoseWhoOversee() throws Exception {
        String id = office.check(99_998, PROCUREMENT).path("receiptId").asString();
        setup.client("other", "test-secret", Set.of(Permission.CHECK), null);
        setup.client("auditor", "test-secret", Set.of(Permission.OVERSEE), null);
        String other = office.http.token("other", "test-secret");
        String auditor = office.http.token("auditor", "test-secret");

        assertThat(office.http.get("/api/v1/checks/" + id, other).statusCode()).isEqualTo(404);
        assertThat(office.http.get("/api/v1/checks/" + id, null).statusCode()).isEqualTo(401);
        assertThat(office.http.get("/api/v1/checks/" + id, auditor).statusCode())
                .as("without a purpose")
                .isEqualTo(400);
        setup.client("both", "test-secret", Set.of(Permission.CHECK, Permission.OVERSEE), null);
        assertThat(office.http
                        .get("/api/v1/checks/" + id, office.http.token("both", "test-secret"))
                        .statusCode())
                .as("without a purpose, by one who may ask too and did not")
                .isEqualTo(400);
        assertThat(office.http
                        .get("/api/v1/checks/" + id + "?purpose=audit-2026-7", auditor)
                        .statusCode())
                .isEqualTo(200);
        assertThat(sql.sql("SELECT purpose FROM access.read_log WHERE what = 'check.receipt' AND actor = 'auditor'")
                        .query(String.class)
                        .list())
                .containsExactly("audit-2026-7");
        assertThat(office.receipt("1x").statusCode()).isEqualTo(404);
        assertThat(office.receipt("9223372036854775808").statusCode()).isEqualTo(404);
        assertThat(json(office.receipt("123456789")).path("title").asString()).isEqualTo("没有这张回执");
    }

    @ParameterizedTest
    @CsvSource({"code", "matter", "purpose", "caseNumber", "operator"})
    void everyPartIsCompulsoryAndBounded(String field) throws Exception {
        for (Object fault : new Object[] {null, "  ", "甲".repeat(2_000), "甲\u0000乙"}) {
            Map<String, Object> question = new HashMap<>(question(PenaltyFile.code(1), PROCUREMENT));
            question.put(field, fault);

            HttpResponse<String> answer = office.asked(question);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("type").asString()).isEqualTo("urn:xinheng:problem:fields");
            assertThat(json(answer).path("errors").size()).isEqualTo(1);
            assertThat(json(answer).path("errors").get(0).path("field").asString())
                    .isEqualTo(field);
            assertThat(json(answer).path("errors").get(0).path("message").asString())
                    .isNotBlank();
        }
    }

    @Test
    void everyFaultIsNamedAtOnce() throws Exception {
        HttpResponse<String> answer = office.asked(Map.of());

        assertThat(json(answer)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("code", "matter", "purpose", "caseNumber", "operator");
    }

    @ParameterizedTest
    @CsvSource({"code", "purpose", "caseNumber", "operator"})
    void anIdentityNumberIsRefusedAndNothingOfItIsKept(String field) throws Exception {
        long receipts = count("measure.receipt");
        long reads = count("access.read_log");
        Map<String, Object> question = question(PenaltyFile.code(1), PROCUREMENT);
        question.put(field, IDENTITY);

        HttpResponse<String> answer = office.asked(question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").get(0).path("field").asString()).isEqualTo(field);
        assertThat(json(answer).path("errors").get(0).path("message").asString())
                .contains("公民身份号码");
        assertThat(answer.body()).doesNotContain(IDENTITY.substring(0, 17));
        assertThat(count("measure.receipt")).isEqualTo(receipts);
        assertThat(count("access.read_log")).isEqualTo(reads);
    }

    @Test
    void whatIsNoCodeOfAnOrganisationIsRefusedRatherThanKept() throws Exception {
        HttpResponse<String> answer = office.asked(question("张三丰", PROCUREMENT));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").get(0).path("field").asString()).isEqualTo("code");
        assertThat(answer.body()).doesNotContain("张三丰");
    }

    @Test
    void anUnknownMatterIsToldApart() throws Exception {
        HttpResponse<String> answer = office.asked(question(PenaltyFile.code(1), "no-such-matter"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:xinheng:problem:check.matter-unknown");
        assertThat(json(answer).path("detail").asString()).contains("matters.yaml");
    }

    @Test
    void sentencesComeInTheReadersLanguage() throws Exception {
        office.deliver(190, "吊销许可证件", "", recently);

        JsonNode answer = json(office.askedInEnglish(question(PenaltyFile.code(190), PROCUREMENT)));

        assertThat(answer.path("outcomeText").asString()).isEqualTo("A measure applies in this matter");
        assertThat(answer.path("notice").asString()).startsWith("This result is no proof of good credit");
        assertThat(answer.path("measures").get(0).path("title").asString())
                .startsWith("No part in government procurement");
        assertThat(json(office.askedInEnglish(Map.of()))
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asString())
                .startsWith("Compulsory");
    }

    @Test
    void onlyWhoMayCheckMayAsk() throws Exception {
        String body = "{}";
        setup.client("source", "test-secret", Set.of(Permission.DELIVER, Permission.OVERSEE), null);

        assertThat(office.http.post("/api/v1/checks", "xhat_made-up", body).statusCode())
                .isEqualTo(401);
        assertThat(office.http
                        .post("/api/v1/checks", office.http.token("source", "test-secret"), body)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":", "", "null", "[]", "{\"code\":{}}", "\"91\""})
    void whatIsNoQuestionIsRefused(String body) throws Exception {
        HttpResponse<String> answer = office.http.post("/api/v1/checks", office.asking(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void whatIsNoJsonOrTooLongIsRefusedUnread() throws Exception {
        assertThat(office.http
                        .post("/api/v1/checks", office.asking(), "{\"code\":\"" + "9".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(office.http
                        .send(office.http
                                .to("/api/v1/checks")
                                .header("Authorization", "Bearer " + office.asking())
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
