package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.client.CheckQuestion;
import org.xinheng.client.CheckResult;
import org.xinheng.client.ReceiptKeys;
import org.xinheng.client.XinhengClient;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.XinhengApplication;
import org.xinheng.server.access.Permission;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.ServerOfSources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exercises: each answer by its code, nothing real reached by whoever exercises, nothing made up given to whoever does not. */
@SpringBootTest(
        classes = XinhengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.pack=demo-city",
            "xinheng.checks.sandbox.delay=1500ms"
        })
class SandboxTest extends AskedServer {

    private static final String SECRET = "test-secret";
    private static final String CLEAR = "91990101MAYANLX19U";
    private static final String HIT = "91990101MAYANLX27N";
    private static final String STALE = "91990101MAYANLX35H";

    @TempDir
    static Path folder;

    @Autowired
    JdbcClient sql;

    private ServerOfSources http = new ServerOfSources(0);
    private String exercising = "";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void open() throws Exception {
        http = new ServerOfSources(port);
        setup.client("exercising", SECRET, Set.of(Permission.CHECK_SANDBOX), null);
        exercising = http.token("exercising", SECRET);
    }

    private HttpResponse<String> asked(String code, String matter) throws Exception {
        return http.post(
                "/api/v1/checks",
                exercising,
                JsonMapper.shared().writeValueAsString(CheckingOffice.question(code, matter)));
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private ReceiptVerifier verifier(String path) throws Exception {
        return ReceiptVerifier.with(Base64.getDecoder()
                .decode(json(http.get(path, null)).path("publicKey").asString()));
    }

    @ParameterizedTest
    @CsvSource({CLEAR + ", CLEAR", HIT + ", HIT", STALE + ", STALE", "91990101MAYANLX86R, UNKNOWN"})
    void everyAnswerHasItsCodeAndSaysThatItIsAnExercise(String code, String outcome) throws Exception {
        long receipts = count("measure.receipt");
        HttpResponse<String> answer = asked(code, CheckingOffice.PROCUREMENT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = json(answer);
        assertThat(json.path("outcome").asString()).as(answer.body()).isEqualTo(outcome);
        assertThat(json.path("sandbox").asBoolean()).isTrue();
        assertThat(json.path("sandboxNotice").asString()).contains("演练");
        assertThat(json.path("receiptId").asString()).startsWith("SANDBOX-");
        assertThat(json.path("measures").isEmpty()).isEqualTo(!outcome.equals("HIT"));
        assertThat(count("measure.receipt")).as("nothing is kept").isEqualTo(receipts);

        String proof = answer.headers().firstValue("Receipt-Proof").orElseThrow();
        assertThat(verifier("/api/v1/checks/key").verify(answer.body().getBytes(UTF_8), proof))
                .as("as a receipt")
                .isNotEqualTo(Verdict.GENUINE);
        assertThat(verifier("/api/v1/checks/sandbox/key").verify(answer.body().getBytes(UTF_8), proof))
                .as("as an exercise")
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void theSdkTakesExercisesOnlyWhereItWasBuiltForThem() {
        var question = new CheckQuestion(CLEAR, CheckingOffice.PROCUREMENT, "演练", "演练1", "审批岗");
        var earnest = XinhengClient.Settings.USUAL;
        assertThat(bySdk(earnest, question))
                .isInstanceOfSatisfying(
                        CheckResult.Unavailable.class,
                        none -> assertThat(none.why()).isEqualTo(CheckResult.Why.EXERCISE));
        assertThat(bySdk(earnest.forExercises(), question))
                .isInstanceOfSatisfying(
                        CheckResult.Clear.class,
                        clear -> assertThat(clear.answer().exercise()).isTrue());
    }

    private CheckResult bySdk(XinhengClient.Settings settings, CheckQuestion question) {
        try (var client = new XinhengClient(
                URI.create("http://localhost:" + port), "exercising", SECRET, settings, ReceiptKeys.fetched())) {
            return client.check(question);
        }
    }

    @Test
    void faultsHaveTheirCodesToo() throws Exception {
        HttpResponse<String> away = asked("91990101MAYANLX43C", CheckingOffice.PROCUREMENT);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).doesNotContain("CLEAR");
        long start = System.nanoTime();
        HttpResponse<String> slow = asked("91990101MAYANLX517", CheckingOffice.PROCUREMENT);
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(1_500);
        assertThat(json(slow).path("outcome").asString()).isEqualTo("CLEAR");
        HttpResponse<String> half = asked("91990101MAYANLX6XY", CheckingOffice.PROCUREMENT);
        assertThat(half.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> JsonMapper.shared().readTree(half.body())).isNotNull();
        assertThat(asked(CLEAR, "no-such-matter").statusCode()).isEqualTo(404);
        assertThat(asked("x", CheckingOffice.PROCUREMENT).statusCode()).isEqualTo(400);
    }

    @Test
    void nothingRealIsReached() throws Exception {
        office.deliver(1, "吊销许可证件", "", recently);
        String real =
                office.check(1, CheckingOffice.PROCUREMENT).path("receiptId").asString();
        HttpResponse<String> answer = asked(PenaltyFile.code(1), CheckingOffice.PROCUREMENT);
        assertThat(json(answer).path("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(answer.body()).doesNotContain(PenaltyFile.name(1), PenaltyFile.number(1));
        for (String path : List.of(
                "/api/v1/checks/" + real,
                "/api/v1/checks/" + real + "/replay",
                "/api/v1/checks/" + real + "/feedback",
                "/api/v1/check-feedback",
                "/api/v1/check-rates",
                "/api/v1/check-subscriptions",
                "/api/v1/check-subscriptions/changes",
                "/api/v1/applied-measures",
                "/api/v1/measure-notices",
                "/api/v1/corrections",
                "/api/v1/consents")) {
            assertThat(http.get(path, exercising).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(http.send(http.to("/api/v1/checks/batch?matter=" + CheckingOffice.PROCUREMENT
                                        + "&purpose=a&caseNumber=b&operator=c")
                                .header("Authorization", "Bearer " + exercising)
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(PenaltyFile.code(1))))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoeverAsksInEarnestIsToldNothingMadeUp() throws Exception {
        JsonNode answer = office.check(HIT, CheckingOffice.PROCUREMENT);
        assertThat(answer.path("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(answer.has("sandbox")).isFalse();
    }

    @Test
    void aClientExercisesOrDoesNot() {
        assertThatThrownBy(() -> setup.client("both", SECRET, Set.of(Permission.CHECK, Permission.CHECK_SANDBOX), null))
                .isInstanceOf(DataIntegrityViolationException.class);
        for (var role : org.xinheng.server.access.Role.values()) {
            assertThat(role.permissions()).as(role.name()).doesNotContain(Permission.CHECK_SANDBOX);
        }
    }
}
