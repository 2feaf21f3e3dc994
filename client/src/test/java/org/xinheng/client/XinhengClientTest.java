package org.xinheng.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.client.CheckResult.Unavailable;
import org.xinheng.client.CheckResult.Why;

/** Whatever a server does, only a whole answer to this very question that says so is clear. */
class XinhengClientTest {

    private static final String CODE = "91990100MA0000001X";
    private static final CheckQuestion QUESTION = new CheckQuestion(CODE, "permit-review", "审批核查", "审〔2026〕1号", "审批岗");
    private static final String CLEAR = """
            {"receiptId":"7","outcome":"CLEAR","code":"91990100MA0000001X","matter":"permit-review","caseNumber":"审〔2026〕1号",
             "asOf":"2026-03-02T04:00:00Z","organisation":{"id":"1"},"measures":[]}""";
    private static final String HIT = """
            {"receiptId":"8","outcome":"HIT","code":"91990100MA0000001X","matter":"permit-review","caseNumber":"审〔2026〕1号",
             "asOf":"2026-03-02T04:00:00Z","organisation":{"id":"1"},"measures":[{"id":"m","title":"甲","duty":"must",
             "effect":"restriction","basis":"法","until":"2027-03-01"}]}""";
    private static final XinhengClient.Settings HASTY = new XinhengClient.Settings(
            Duration.ofMillis(300), 2, Duration.ofMillis(1), 100, Duration.ofSeconds(60), "zh");

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server = newServer();
    private volatile Behaviour behaviour = exchange -> send(exchange, 200, CLEAR);
    private volatile int tokenStatus = 200;

    @FunctionalInterface
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", exchange -> send(exchange, tokenStatus, "{\"access_token\":\"t\"}"));
        server.createContext("/api/v1/checks", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            behaviour.answer(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private CheckResult check(XinhengClient.Settings settings) {
        return check(settings, QUESTION);
    }

    private CheckResult check(XinhengClient.Settings settings, CheckQuestion question) {
        try (var client = new XinhengClient(
                URI.create("http://localhost:" + server.getAddress().getPort()), "approval", "secret", settings)) {
            return client.check(question);
        }
    }

    private static Why why(CheckResult result) {
        assertThat(result).isInstanceOf(Unavailable.class);
        return ((Unavailable) result).why();
    }

    @Test
    void aWholeAnswerIsRead() {
        assertThat(check(HASTY))
                .isInstanceOfSatisfying(
                        CheckResult.Clear.class,
                        clear -> assertThat(clear.answer().receiptId()).isEqualTo("7"));

        behaviour = exchange -> send(exchange, 200, HIT);
        assertThat(check(HASTY)).isInstanceOfSatisfying(CheckResult.Hit.class, hit -> {
            assertThat(hit.answer().measures()).hasSize(1);
            assertThat(hit.answer().measures().getFirst().must()).isTrue();
            assertThat(hit.answer().json()).isEqualTo(HIT);
        });
    }

    @Test
    void anExerciseIsAnAnswerOnlyToWhoeverExercises() {
        for (String real : List.of(CLEAR, HIT)) {
            behaviour = exchange -> send(exchange, 200, exercise(real));
            asked.set(0);
            assertThat(why(check(HASTY))).isEqualTo(Why.EXERCISE);
            assertThat(asked).as("asked again").hasValue(1);
        }
        behaviour = exchange -> send(exchange, 200, exercise(CLEAR));
        assertThat(check(HASTY.forExercises()))
                .isInstanceOfSatisfying(
                        CheckResult.Clear.class,
                        clear -> assertThat(clear.answer().exercise()).isTrue());

        behaviour = exchange -> send(exchange, 200, CLEAR);
        assertThat(why(check(HASTY.forExercises()))).isEqualTo(Why.EXERCISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "\"yes\"", "1", "false"})
    void whatIsHalfAnExerciseIsNoAnswer(String said) {
        String number = said.equals("false") ? "SANDBOX-7" : "7";
        String half = exercise(CLEAR).replace("SANDBOX-7", number).replace("true", said);
        behaviour = exchange -> send(exchange, 200, half);

        assertThat(why(check(HASTY))).isEqualTo(Why.MALFORMED);
        assertThat(why(check(HASTY.forExercises()))).isEqualTo(Why.MALFORMED);
    }

    private static String exercise(String answer) {
        return answer.replaceFirst(
                "\\{\"receiptId\":\"", "{\"sandbox\":true,\"sandboxNotice\":\"演练\",\"receiptId\":\"SANDBOX-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"CLEAR\"|\"FINE\"",
                "\"CLEAR\"|\"HIT\"",
                "permit-review|tendering",
                "审〔2026〕1号|审〔2026〕2号",
                "91990100MA0000001X|91990100MA0000002X",
                "\"receiptId\":\"7\",|\"receiptId\":\"\",",
                "{\"id\":\"1\"}|null",
                "\"measures\":[]|\"measures\":[{\"id\":\"m\"}]",
                "\"measures\":[]|\"measures\":null",
                "2026-03-02T04:00:00Z|today",
                "{\"receiptId\"|[\"receiptId\""
            })
    void whatIsNotWholeOrAnswersAnotherQuestionIsNeverClear(String part, String instead) {
        String altered = CLEAR.replace(part, instead);
        assertThat(altered).isNotEqualTo(CLEAR);
        behaviour = exchange -> send(exchange, 200, altered);

        assertThat(why(check(HASTY))).isEqualTo(Why.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permit-review|tendering",
                "审〔2026〕1号|审〔2026〕2号",
                "91990100MA0000001X|91990100MA0000002X",
                "91990100MA0000001X|919901********001X",
                "\"receiptId\":\"8\",|\"receiptId\":\"\",",
                "\"HIT\"|\"CLEAR\"",
                "\"HIT\"|\"UNKNOWN\"",
                "\"HIT\"|\"STALE\"",
                "\"duty\":\"must\",|",
                "2027-03-01|later"
            })
    void measuresOfAnotherAreNotOfThisOne(String part, @Nullable String instead) {
        String altered = HIT.replace(part, instead == null ? "" : instead);
        assertThat(altered).isNotEqualTo(HIT);
        behaviour = exchange -> send(exchange, 200, altered);

        assertThat(why(check(HASTY))).isEqualTo(Why.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "STALE"})
    void whatIsNotKnownOfAnotherIsNotSaidOfThisOne(String outcome) {
        String nobody = CLEAR.replace("CLEAR", outcome).replace("{\"id\":\"1\"}", "null");
        behaviour = exchange -> send(exchange, 200, nobody);
        assertThat(check(HASTY)).isNotInstanceOf(Unavailable.class);

        // The server does not say again the middle of what may be a person's number.
        behaviour = exchange -> send(exchange, 200, nobody.replace("00MA0000", "********"));
        assertThat(check(HASTY)).isNotInstanceOf(Unavailable.class);

        behaviour = exchange -> send(exchange, 200, nobody.replace(CODE, "91990100MA0000002X"));
        assertThat(why(check(HASTY))).isEqualTo(Why.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91990100-MA0000001-X",
                "９１９９０１００ＭＡ００００００１Ｘ",
                "９１９９０１００－ＭＡ００００００１－ｘ",
                " 91990100\u2014ma00 00001\u200Bx\u3000"
            })
    void aCodeIsTheSameHoweverItIsWritten(String written) {
        var question = new CheckQuestion(
                written, QUESTION.matter(), QUESTION.purpose(), QUESTION.caseNumber(), QUESTION.operator());
        assertThat(check(HASTY, question)).isInstanceOf(CheckResult.Clear.class);

        behaviour = exchange -> send(exchange, 200, CLEAR.replace(CODE, "91990100MA0000002X"));
        assertThat(why(check(HASTY, question))).isEqualTo(Why.MALFORMED);
    }

    @Test
    void whatIsNoAnswerIsNeitherAskedAgainNorTakenForAServerThatIsAway() {
        behaviour = exchange -> send(exchange, 200, "{}");
        var settings = new XinhengClient.Settings(
                Duration.ofSeconds(1), 3, Duration.ofMillis(1), 1, Duration.ofSeconds(60), "zh");
        try (var client = new XinhengClient(
                URI.create("http://localhost:" + server.getAddress().getPort()), "approval", "secret", settings)) {
            assertThat(why(client.check(QUESTION))).isEqualTo(Why.MALFORMED);
            assertThat(asked).hasValue(1);

            behaviour = exchange -> send(exchange, 200, CLEAR);
            assertThat(client.check(QUESTION)).isInstanceOf(CheckResult.Clear.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 120, 170})
    void anAnswerThatIsCutOffIsNeverClear(int length) {
        behaviour = exchange -> send(exchange, 200, CLEAR.substring(0, length));

        assertThat(why(check(HASTY))).isEqualTo(Why.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "500, SERVER",
        "502, SERVER",
        "503, SERVER",
        "429, SERVER",
        "403, CREDENTIALS",
        "204, SERVER",
        "302, SERVER"
    })
    void noStatusButAnAnswerIsAnAnswer(int status, Why why) {
        behaviour = exchange -> send(exchange, status, status == 204 ? "" : CLEAR);

        assertThat(why(check(HASTY))).isEqualTo(why);
    }

    @Test
    void aFaultThatPassesIsAskedAgain() {
        behaviour = exchange -> send(exchange, asked.get() == 1 ? 503 : 200, asked.get() == 1 ? "{}" : CLEAR);

        assertThat(check(HASTY)).isInstanceOf(CheckResult.Clear.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRefusedQuestionIsNotAskedAgain() {
        behaviour = exchange -> send(
                exchange,
                404,
                "{\"type\":\"urn:xinheng:problem:check.matter-unknown\",\"title\":\"没有\",\"detail\":\"核对\"}");

        assertThat(check(HASTY))
                .isEqualTo(new CheckResult.Refused(404, "urn:xinheng:problem:check.matter-unknown", "没有", "核对"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aServerThatStallsIsGivenUp() {
        behaviour = exchange -> {
            try {
                Thread.sleep(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            send(exchange, 200, CLEAR);
        };

        assertThat(why(check(HASTY))).isEqualTo(Why.TIMEOUT);
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        server.stop(0);

        assertThat(why(check(HASTY))).isEqualTo(Why.UNREACHABLE);
    }

    @Test
    void wrongCredentialsAreToldAsSuch() {
        tokenStatus = 401;

        assertThat(why(check(HASTY))).isEqualTo(Why.CREDENTIALS);
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatTheAnswerSaysBesideIsRead() {
        String unknown = CLEAR.replace("CLEAR", "UNKNOWN")
                .replace("{\"id\":\"1\"}", "null")
                .replace(
                        "\"measures\":[]",
                        "\"measures\":[],\"validUntil\":\"2026-03-02\",\"lookAlikes\":[{\"code\":\"c\",\"name\":\"甲\"}]");
        behaviour = exchange -> send(exchange, 200, unknown);

        assertThat(check(HASTY)).isInstanceOfSatisfying(CheckResult.Unknown.class, result -> {
            assertThat(result.answer().validUntil()).isEqualTo("2026-03-02");
            assertThat(result.answer().lookAlikes()).containsExactly(new Answer.LookAlike("c", "甲"));
        });
    }

    @Test
    void afterManyFailuresNoCallIsMade() {
        behaviour = exchange -> send(exchange, 503, "{}");
        var settings = new XinhengClient.Settings(
                Duration.ofSeconds(1), 5, Duration.ofMillis(1), 3, Duration.ofSeconds(60), "zh");

        assertThat(why(check(settings))).isEqualTo(Why.CIRCUIT_OPEN);
        assertThat(asked).hasValue(3);
    }
}
