package org.xinheng.server.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.account.Clients;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.testkit.clock.StandingClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {Doors.class, Doors.Alone.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "management.endpoints.web.exposure.include=*"})
class DoorsTest {

    private static final String SECRET = "test-secret";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    Clients clients;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    @Autowired
    StandingClock clock;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void open() {
        setup.client("approval", SECRET, Set.of(Permission.CHECK), null);
        setup.client("source", SECRET, Set.of(Permission.DELIVER), "market");
        setup.account("office", "right password", Set.of(Role.CREDIT_OFFICE), null);
    }

    @BeforeAll
    static void lookAtTheFolderGiven() {
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closedEndpointIsReachedByATokenWithItsPermissionOnly() throws Exception {
        assertThat(post("/api/v1/closed", null).statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/closed", "xhat_made-up").statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/closed", token("source")).statusCode()).isEqualTo(403);
        HttpResponse<String> answer = post("/api/v1/closed", token("approval"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("actor").asString()).isEqualTo("approval");
    }

    @Test
    void endpointThatDeclaresNothingIsReachedByNobody() throws Exception {
        assertThat(get("/api/v1/undeclared", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/undeclared", token("approval")).statusCode()).isEqualTo(403);
    }

    @Test
    void refusalsAreProblemDetailsInTheReadersLanguage() throws Exception {
        HttpResponse<String> refused = post("/api/v1/closed", null);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(refused).path("type").asString()).isEqualTo("urn:xinheng:problem:unauthorized");
        assertThat(json(refused).path("title").asString()).isEqualTo("未登录或凭证无效");
        HttpResponse<String> english = http.send(
                to("/api/v1/open-nowhere").header("Accept-Language", "en").GET().build(), BodyHandlers.ofString());
        assertThat(english.statusCode()).isEqualTo(404);
        assertThat(json(english).path("title").asString()).isEqualTo("No such address");
    }

    @Test
    void databaseAwayIs503AndOtherFaultsTellNothing() throws Exception {
        HttpResponse<String> away = get("/api/v1/away", null);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> broken = get("/api/v1/broken", null);
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain("planted").doesNotContain("Exception");
    }

    @Test
    void tokenIsKeptAsHashOnlyAndHoldsUntilItsHour() throws Exception {
        String token = token("approval");
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        assertThat(sql.sql("SELECT sha256 FROM access.token")
                        .query(byte[].class)
                        .list())
                .anyMatch(kept -> java.util.Arrays.equals(kept, hash));
        clock.skip(Duration.ofMinutes(59));
        assertThat(post("/api/v1/closed", token).statusCode()).isEqualTo(200);
        clock.skip(Duration.ofMinutes(2));
        assertThat(post("/api/v1/closed", token).statusCode()).isEqualTo(401);
    }

    @Test
    void tokenRevokedByItsClientIsDeadWithinASecond() throws Exception {
        String token = token("approval");
        String other = token("approval");
        assertThat(post("/api/v1/closed", token).statusCode()).isEqualTo(200);
        HttpResponse<String> revoked =
                http.send(form("/oauth2/revoke", "token=" + token, "approval"), BodyHandlers.ofString());
        assertThat(revoked.statusCode()).isEqualTo(200);
        Thread.sleep(950);
        assertThat(post("/api/v1/closed", token).statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/closed", other).statusCode()).isEqualTo(200);
    }

    @Test
    void tokensOfAClosedClientAreDeadWithinASecond() throws Exception {
        String token = token("approval");
        assertThat(post("/api/v1/closed", token).statusCode()).isEqualTo(200);
        assertThat(clients.close("approval")).isTrue();
        Thread.sleep(950);
        assertThat(post("/api/v1/closed", token).statusCode()).isEqualTo(401);
        assertThat(http.send(tokenRequest("approval", SECRET), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void tokenNeverAllowsMoreThanItsScopes() throws Exception {
        setup.client("both", SECRET, Set.of(Permission.CHECK, Permission.DELIVER), "market");
        HttpResponse<String> narrow = http.send(
                form("/oauth2/token", "grant_type=client_credentials&scope=deliver", "both"), BodyHandlers.ofString());
        assertThat(post("/api/v1/closed", json(narrow).path("access_token").asString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/v1/closed", token("both")).statusCode()).isEqualTo(200);
        assertThat(http.send(
                                form("/oauth2/token", "grant_type=client_credentials&scope=administer", "both"),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void wrongSecretGetsNoToken() throws Exception {
        assertThat(http.send(tokenRequest("approval", "wrong"), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void clerkSignsInByFormAndReachesWhatThePostAllows() throws Exception {
        assertThat(get("/queue", null).headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        assertThat(signIn("office", "right password")).doesNotContain("failed");
        assertThat(get("/queue", null).body()).isEqualTo("queue of office");
        assertThat(post("/api/v1/closed", null).statusCode())
                .as("no CSRF token, and no permission either")
                .isEqualTo(403);
    }

    @Test
    void sessionEndsWhenItsAccountIsClosedAndAfterItsLongestTime() throws Exception {
        assertThat(signIn("office", "right password")).doesNotContain("failed");
        assertThat(get("/queue", null).statusCode()).isEqualTo(200);
        assertThat(accounts.close("office")).isTrue();
        Thread.sleep(950);
        assertThat(get("/queue", null).statusCode()).isEqualTo(302);

        setup.account("office", "right password", Set.of(Role.CREDIT_OFFICE), null);
        assertThat(signIn("office", "right password")).doesNotContain("failed");
        assertThat(get("/queue", null).statusCode()).isEqualTo(200);
        clock.skip(Duration.ofHours(10));
        assertThat(get("/queue", null).statusCode()).isEqualTo(302);
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForAQuarterOfAnHour() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("office", "wrong " + i)).endsWith("/login?failed");
        }
        assertThat(signIn("office", "right password")).endsWith("/login?failed");
        clock.skip(Duration.ofMinutes(16));
        assertThat(signIn("office", "right password")).doesNotContain("failed");
    }

    @Test
    void signInWithoutCsrfTokenIsRefused() throws Exception {
        HttpResponse<String> answer = http.send(
                to("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=office&password=right+password"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void healthIsOpenAndTheRestOfTheMachineRoomClosed() throws Exception {
        assertThat(get("/actuator/health", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env", null).statusCode()).isIn(401, 403);
        assertThat(get("/actuator", null).statusCode()).isIn(401, 403);
    }

    @Test
    void everyAnswerForbidsForeignScriptsAndFrames() throws Exception {
        for (String path : new String[] {"/login", "/api/v1/open", "/actuator/health", "/nowhere"}) {
            assertThat(get(path, null).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'")
                            .contains("frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
        }
    }

    @Test
    void anonymousReaderGetsNoSession() throws Exception {
        assertThat(get("/api/v1/open", null).headers().map()).doesNotContainKey("Set-Cookie");
        assertThat(get("/nowhere", null).headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void firstStartGivesTheAdministratorAGeneratedPasswordForOurEyesOnly() throws Exception {
        Path file = folder.resolve("administrator-password");
        assertThat(file).exists();
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                        java.nio.file.Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(signIn("administrator", java.nio.file.Files.readString(file).strip()))
                .doesNotContain("failed");
    }

    private String signIn(String name, String password) throws IOException, InterruptedException {
        String csrf = get("/login", null).body();
        String body = "username=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
        return http.send(
                        to("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String token(String client) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(tokenRequest(client, SECRET), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("access_token").asString();
    }

    private HttpRequest tokenRequest(String client, String secret) {
        return form("/oauth2/token", "grant_type=client_credentials", client, secret);
    }

    private HttpRequest form(String path, String body, String client) {
        return form(path, body, client, SECRET);
    }

    private HttpRequest form(String path, String body, String client, String secret) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> post(String path, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path).POST(BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path).GET();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
