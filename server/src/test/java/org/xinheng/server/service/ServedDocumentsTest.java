package org.xinheng.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Role;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.organisation.Organisations;

/** A document served is in the inbox, byte for byte, with its time; nobody reads it but the organisation, the issuer and the office. */
class ServedDocumentsTest extends RecordsServer {

    private static final String PASSWORD = "test-password";
    private static final String REASONS = "经复查，<b>材料</b>齐全，符合条件。";

    @Autowired
    private DocumentService documents;

    @Autowired
    private Organisations register;

    @Autowired
    private JdbcClient database;

    @Value("${xinheng.data}")
    private Path folder;

    @BeforeEach
    void twoOrganisationsSignIn() throws Exception {
        deliver(penalties(base, 2));
        setup.organisationAccount("first", PASSWORD, PenaltyFile.code(base));
        setup.organisationAccount("second", PASSWORD, PenaltyFile.code(base + 1));
        setup.account("market-clerk", PASSWORD, Set.of(Role.SOURCE_CLERK), market.id());
        setup.account("ecology-clerk", PASSWORD, Set.of(Role.SOURCE_CLERK), "ecology");
        setup.account("the-office", PASSWORD, Set.of(Role.CREDIT_OFFICE), null);
    }

    private Served serve(int organisation) {
        return documents.serve(new Document(
                register.findByCode(PenaltyFile.code(organisation))
                        .orElseThrow()
                        .id(),
                "repair.granted",
                Map.of("number", "澜市监信修〔2026〕7号", "subject", "行政处罚信息", "reasons", REASONS),
                market.id(),
                "case-" + organisation));
    }

    /** A browser with a cookie jar of its own. */
    private ServerOfSources signedIn(String account) throws IOException, InterruptedException {
        var browser = new ServerOfSources(port);
        var login = browser.get("/login", null).body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(login);
        assertThat(token.find()).isTrue();
        browser.send(browser.to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + account + "&password=" + PASSWORD + "&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
        return browser;
    }

    private static HttpResponse<String> read(ServerOfSources browser, String path) throws Exception {
        return browser.get(path, null);
    }

    @Test
    void organisationFindsItInItsInboxByteForByteAndItsFirstOpeningIsRemembered() throws Exception {
        var served = serve(base);
        var browser = signedIn("first");

        assertThat(read(browser, "/documents").body()).contains("收件箱", "准予信用修复决定书", "尚未打开");
        var page = read(browser, "/documents/" + served.documentId());
        assertThat(page.body()).contains("澜市监信修〔2026〕7号", market.name().zh(), "case-" + base);
        var original = read(browser, "/documents/" + served.documentId() + "/original");
        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(original.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        assertThat(original.body())
                .contains(PenaltyFile.name(base), PenaltyFile.code(base), "决定准予信用修复", "2026年6月10日")
                .contains("&lt;b&gt;材料&lt;/b&gt;")
                .doesNotContain("<b>材料");
        var sha256 = documents.find(served.documentId()).orElseThrow().sha256();
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(original.body().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(sha256);
        assertThat(page.body()).contains(sha256);
        assertThat(read(browser, "/en/documents").body()).contains("Inbox").doesNotContain("not opened yet");
        assertThat(json(read(browser, "/api/v1/documents"))
                        .path("documents")
                        .get(0)
                        .path("openedAt")
                        .asString())
                .isEqualTo("2026-06-10T04:00:00Z");
        assertThat(database.sql("SELECT count(*) FROM access.read_log WHERE actor = 'first' AND what = 'document'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void anotherOrganisationAndAnotherAuthorityReachNothingOfIt() throws Exception {
        var served = serve(base);
        var path = "/documents/" + served.documentId();
        for (var stranger : new String[] {"second", "ecology-clerk"}) {
            var browser = signedIn(stranger);
            assertThat(read(browser, "/documents").body()).as(stranger).doesNotContain(path);
            assertThat(read(browser, path).statusCode()).as(stranger).isEqualTo(404);
            assertThat(read(browser, path + "/original").statusCode())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(read(browser, "/api/v1" + path + "/content").statusCode())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(read(browser, "/api/v1/documents").body())
                    .as(stranger)
                    .doesNotContain("case-" + base, PenaltyFile.name(base));
        }
        assertThat(read(new ServerOfSources(port), "/api/v1/documents").statusCode())
                .isEqualTo(401);
    }

    @Test
    void issuerAndOfficeReadItWithoutCountingAsOpened() throws Exception {
        var served = serve(base);
        for (var reader : new String[] {"market-clerk", "the-office"}) {
            var browser = signedIn(reader);
            assertThat(read(browser, "/documents").body()).contains("送达文书", PenaltyFile.name(base));
            assertThat(read(browser, "/documents/" + served.documentId() + "/original")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(documents.find(served.documentId()).orElseThrow().openedAt()).isNull();
        assertThat(documents.ofCase("case-" + base))
                .extracting(ServedDocument::id)
                .contains(served.documentId());
    }

    @Test
    void organisationReachesNothingOfTheAdministration() throws Exception {
        var browser = signedIn("first");
        for (var path : new String[] {"/own-records", "/queues/waiting", "/deliveries", "/api/v1/queues/held"}) {
            assertThat(read(browser, path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(read(browser, "/documents").body()).contains("收件箱").doesNotContain("送达文书", "/own-records");
    }

    @Test
    void documentThatLacksAFieldOrHasNoTemplateIsNotServed() {
        var id = register.findByCode(PenaltyFile.code(base)).orElseThrow().id();
        assertThatThrownBy(() -> documents.serve(
                        new Document(id, "repair.granted", Map.of("subject", "一"), market.id(), "void-" + base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number");
        assertThatThrownBy(() -> documents.serve(new Document(id, "no.such", Map.of(), market.id(), "void-" + base)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(documents.ofCase("void-" + base)).isEmpty();
    }

    @Test
    void whereNoGatewayIsConnectedNoticesLieInFilesWithoutAnyContent() {
        var served = serve(base);
        for (var channel : new String[] {"mail", "sms"}) {
            var file = folder.resolve("notifications").resolve(channel).resolve(served.documentId() + ".json");
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(file).exists();
                assertThat(Files.readString(file))
                        .contains("/documents/" + served.documentId())
                        .doesNotContain(PenaltyFile.name(base), PenaltyFile.code(base), "修复");
            });
        }
    }
}
