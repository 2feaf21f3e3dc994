package org.xinheng.server.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.Database;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.measure.CheckingOffice;
import tools.jackson.databind.JsonNode;

/** An organisation signs, a bank reads what was granted and nothing else, and a revocation is the end of it. */
class ConsentTest extends RecordsServer {

    private static final String PASSWORD = "test-password";
    private static final String BANK = "demo-bank";
    private static final String OTHER = "demo-guarantor";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Database owner;

    @Autowired
    private ConsentedReaders readers;

    private String bank = "";
    private ServerOfSources room = new ServerOfSources(0);

    @BeforeEach
    void aPenaltyAndTwoParties() throws Exception {
        new CheckingOffice(port, setup, inForce.policy()).deliver(base, "罚款", "5", "2026-05-05");
        setup.client(BANK, "test-secret", Set.of(Permission.READ_CONSENTED), null);
        setup.client(OTHER, "test-secret", Set.of(Permission.READ_CONSENTED), null);
        setup.organisationAccount("subject", PASSWORD, PenaltyFile.code(base));
        setup.organisationAccount("stranger", PASSWORD, PenaltyFile.code(base + 500));
        bank = server.token(BANK, "test-secret");
        room = signedIn("subject");
    }

    private ServerOfSources signedIn(String account) throws IOException, InterruptedException {
        var browser = new ServerOfSources(port);
        post(browser, "/login", "/login", Map.of("username", List.of(account), "password", List.of(PASSWORD)));
        return browser;
    }

    private static HttpResponse<String> post(
            ServerOfSources browser, String form, String action, Map<String, List<String>> fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(browser.get(form, null).body());
        assertThat(token.find()).as(form).isTrue();
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token.group(1))));
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + encoded(value))));
        return browser.send(browser.to(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> typed(String data, String from, int reads) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("reader", List.of(BANK));
        typed.put("purpose", List.of("loan-application"));
        typed.put("data", List.of(data));
        typed.put("decidedFrom", List.of(from));
        typed.put("decidedTo", List.of(""));
        typed.put("reads", List.of(Integer.toString(reads)));
        typed.put("last", List.of("2026-09-09"));
        return typed;
    }

    /** Fills in, reads the text, signs. @return id of the grant */
    private String sign(String data, String from, int reads) throws IOException, InterruptedException {
        String review = post(room, "/consents/new", "/consents/new", typed(data, from, reads))
                .body();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        HIDDEN.matcher(review)
                .results()
                .forEach(hidden -> fields.computeIfAbsent(hidden.group(1), _ -> new ArrayList<>())
                        .add(hidden.group(2)));
        fields.remove("_csrf");
        assertThat(review).contains("授权澜衡商业银行（虚构）").contains("每月不超过 " + reads + " 次");
        HttpResponse<String> signed = post(room, "/consents/new", "/consents", fields);
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(303);
        String address = signed.headers().firstValue("Location").orElse("");
        assertThat(post(room, "/consents/new", "/consents", fields).headers().firstValue("Location"))
                .as("the same form again")
                .contains(address);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> read(String id, String token, String purpose, String data)
            throws IOException, InterruptedException {
        return server.get(
                "/api/v1/consents/" + id + "/file?fileNumber=D-1&purpose=" + purpose + "&data=" + data, token);
    }

    private void act(String id, String act) throws IOException, InterruptedException {
        assertThat(post(room, "/consents/new", "/consents/" + id, Map.of("act", List.of(act)))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoLooksAtTheNamesOfThoseWhoGrantedIsLogged() throws Exception {
        sign("penalties", "2024-01-01", 3);
        long before = listsLogged();

        JsonNode list = json(server.get("/api/v1/consents", bank));

        assertThat(list.toString()).contains(PenaltyFile.code(base));
        assertThat(listsLogged()).isEqualTo(before + 1);
    }

    private long listsLogged() {
        return database.sql("SELECT count(*) FROM access.read_log WHERE what = 'consent.list' AND actor = ?"
                        + " AND purpose = 'own-work'")
                .param(BANK)
                .query(Long.class)
                .single();
    }

    /** As if the pack had put the penalties into the category after the signature, and taken another type out. */
    @Test
    void aLaterPackAddsNothingToWhatWasSigned() throws Exception {
        String id = sign("penalties", "2024-01-01", 3);
        String title =
                inForce.policy().recordType(PENALTY).orElseThrow().title().zh();
        assertThat(room.get("/consents/" + id, null).body()).contains("（" + title);
        assertThat(json(read(id, bank, "loan-application", "")).path("gone").size())
                .isZero();

        JdbcClient.create(owner.owner())
                .sql("UPDATE consent.consent SET record_types = '{taken-out}' WHERE id = ?")
                .param(Long.valueOf(id))
                .update();

        JsonNode file = json(read(id, bank, "loan-application", ""));
        assertThat(file.path("records").size()).isZero();
        assertThat(file.path("gone").size()).isEqualTo(1);
        assertThat(file.path("gone").get(0).path("type").asString()).isEqualTo("taken-out");
    }

    @Test
    void aBankReadsWhatWasGrantedAndTheOrganisationSeesIt() throws Exception {
        String id = sign("penalties", "2024-01-01", 3);

        JsonNode file = json(read(id, bank, "loan-application", ""));

        assertThat(file.path("organisation").path("code").asString()).isEqualTo(PenaltyFile.code(base));
        assertThat(file.path("records").size()).isEqualTo(1);
        JsonNode record = file.path("records").get(0);
        assertThat(record.path("category").asString()).isEqualTo("penalties");
        assertThat(record.path("documentNumber").asString()).isEqualTo(PenaltyFile.number(base));
        assertThat(room.get("/consents/" + id, null).body()).contains("澜衡商业银行（虚构）", "D-1");
        assertThat(readers.of(record.path("address").asString())).containsExactly(BANK);
        assertThat(database.sql("SELECT count(*) FROM access.read_log WHERE what = 'consent.file' AND actor = ?"
                                + " AND purpose = 'loan-application D-1'")
                        .param(BANK)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void outsideItsDaysOfDecisionNothingIsGivenOut() throws Exception {
        assertThat(json(read(sign("penalties", "2026-05-06", 3), bank, "loan-application", ""))
                        .path("records")
                        .isEmpty())
                .isTrue();
        assertThat(json(read(sign("permits", "2024-01-01", 3), bank, "loan-application", ""))
                        .path("records")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aRevocationRefusesTheVeryNextRead() throws Exception {
        String id = sign("penalties", "2024-01-01", 5);
        assertThat(read(id, bank, "loan-application", "").statusCode()).isEqualTo(200);

        act(id, "pause");
        assertThat(json(read(id, bank, "loan-application", "")).path("type").asString())
                .endsWith("consent.paused");
        act(id, "resume");
        assertThat(read(id, bank, "loan-application", "").statusCode()).isEqualTo(200);
        act(id, "revoke");
        HttpResponse<String> after = read(id, bank, "loan-application", "");

        assertThat(after.statusCode()).isEqualTo(403);
        assertThat(json(after).path("type").asString()).endsWith("consent.revoked");
        assertThat(post(room, "/consents/new", "/consents/" + id, Map.of("act", List.of("resume")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void otherReadersAndOtherOrganisationsFindNoSuchGrant() throws Exception {
        String id = sign("penalties", "2024-01-01", 3);

        assertThat(read(id, server.token(OTHER, "test-secret"), "loan-application", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(server.get("/api/v1/consents", server.token(OTHER, "test-secret")))
                        .path("consents")
                        .isEmpty())
                .isTrue();
        assertThat(signedIn("stranger").get("/consents/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/consents/" + id + "/file?purpose=loan-application", bank)
                        .statusCode())
                .as("without the number of a file")
                .isEqualTo(400);
    }

    @Test
    void whatTheRulesDoNotAllowCannotBeSigned() throws Exception {
        String tooMuch = post(room, "/consents/new", "/consents/new", typed("penalties", "2024-01-01", 11))
                .body();
        Map<String, List<String>> unread = typed("penalties", "2024-01-01", 3);
        unread.put("key", List.of("a-key"));
        unread.put("seen", List.of("0".repeat(64)));

        assertThat(tooMuch).contains("不超过该用途的上限").contains("error-summary");
        assertThat(post(room, "/consents/new", "/consents", unread).body()).contains("请重新通读后再签署");
    }

    /** A few hundred reads of the running server; 100,000 are asked of the guard itself. */
    @Test
    void randomReadsGetNothingThatWasNotGranted() throws Exception {
        long seed = Long.getLong("seed", 20260610L);
        System.err.println("ConsentTest seed " + seed);
        Random random = new Random(seed);
        int reads = 5;
        String id = sign("penalties", "2024-01-01", reads);
        int given = 0;
        for (int i = 0; i < 300; i++) {
            String purpose = random.nextInt(3) > 0 ? "loan-application" : "loan-management";
            String data =
                    List.of("", "penalties", "honours", "permits,penalties").get(random.nextInt(4));
            HttpResponse<String> answer = read(id, bank, purpose, data);
            if (answer.statusCode() == 200) {
                given++;
                assertThat(purpose).isEqualTo("loan-application");
                assertThat(data).isIn("", "penalties");
                assertThat(json(answer).path("data").toString()).isEqualTo("[\"penalties\"]");
            } else {
                assertThat(answer.statusCode()).isIn(403, 429);
            }
        }
        assertThat(given).isEqualTo(reads);
    }

    @Test
    void aBankClerkReadsInTheRoomOfTheBank() throws Exception {
        setup.account("banker", PASSWORD, Set.of(Role.CONSENTED_READER), BANK);
        String id = sign("penalties", "2024-01-01", 3);
        ServerOfSources banker = signedIn("banker");

        assertThat(banker.get("/consented", null).body()).contains(PenaltyFile.name(base));
        HttpResponse<String> file =
                post(banker, "/consented/" + id, "/consented/" + id, Map.of("fileNumber", List.of("D-2")));

        assertThat(file.body()).contains(PenaltyFile.number(base));
        assertThat(room.get("/consents/" + id, null).body())
                .as("the body, never the officer")
                .contains("澜衡商业银行（虚构）", "D-2")
                .doesNotContain("banker");
        assertThat(server.get("/en/scenes", null).body()).contains("Credit for loans");
    }
}
