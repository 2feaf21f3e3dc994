package org.xinheng.server.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Permission;
import org.xinheng.server.database.Database;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;

/** A POST with a key is done once, however often it comes. */
class IdempotencyTest extends RecordsServer {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Database whole;

    private String token = "";
    private String key = "";

    @BeforeEach
    void aClient() throws Exception {
        setup.client("keyed", "test-secret", Set.of(Permission.CHECK), null);
        token = server.token("keyed", "test-secret");
        key = "key-" + base;
    }

    private HttpResponse<String> ask(String caseNumber, String with) throws IOException, InterruptedException {
        return server.send(server.to("/api/v1/checks")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", with)
                .POST(BodyPublishers.ofString("{\"code\":\"" + PenaltyFile.code(base)
                        + "\",\"matter\":\"government-procurement\",\"purpose\":\"采购资格审查\",\"caseNumber\":\""
                        + caseNumber
                        + "\",\"operator\":\"审核岗\"}")));
    }

    private int receipts(String caseNumber) {
        return database.sql("SELECT count(*) FROM measure.receipt WHERE strpos(answer, ?) > 0")
                .param('"' + caseNumber + '"')
                .query(Integer.class)
                .single();
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerAndNoSecondReceipt() throws Exception {
        HttpResponse<String> first = ask("K-1-" + base, key);
        HttpResponse<String> again = ask("K-1-" + base, key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Receipt-Proof"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Receipt-Proof"));
        assertThat(receipts("K-1-" + base)).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        ask("K-2-" + base, key);
        HttpResponse<String> other = ask("K-3-" + base, key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("type").asString()).isEqualTo("urn:xinheng:problem:idempotency-other");
        assertThat(receipts("K-3-" + base)).isZero();
    }

    @Test
    void aKeyIsItsSendersOwn() throws Exception {
        HttpResponse<String> first = ask("K-4-" + base, key);
        setup.client("keyed-too", "test-secret", Set.of(Permission.CHECK), null);
        token = server.token("keyed-too", "test-secret");

        HttpResponse<String> other = ask("K-4-" + base, key);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        assertThat(receiptId(other)).isNotBlank().isNotEqualTo(receiptId(first));
        assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(receipts("K-4-" + base)).isEqualTo(2);
    }

    private int readAgain() {
        return database.sql("SELECT count(*) FROM access.read_log WHERE what = 'answer.again' AND actor = 'keyed'"
                        + " AND purpose = 'own-work:/api/v1/checks'")
                .query(Integer.class)
                .single();
    }

    @Test
    void anAnswerGivenAgainIsLoggedAsARead() throws Exception {
        ask("K-7-" + base, key);
        int before = readAgain();
        ask("K-7-" + base, key);

        assertThat(readAgain()).isEqualTo(before + 1);
    }

    @Test
    void whoMayNoLongerAskDoesNotGetTheAnswerOfThen() throws Exception {
        HttpResponse<String> first = ask("K-8-" + base, key);
        setup.client("keyed", "test-secret", Set.of(Permission.DELIVER), market.id());
        token = server.token("keyed", "test-secret");

        assertThat(ask("K-8-" + base, key).statusCode()).isEqualTo(422);
        assertThat(ask("K-8-" + base, key).body()).doesNotContain(receiptId(first));
        assertThat(ask("K-8-" + base, key + "-new").statusCode()).isEqualTo(403);
    }

    @Test
    void whoWasBoundAnewDoesNotGetTheAnswerOfThen() throws Exception {
        setup.client("keyed", "test-secret", Set.of(Permission.CHECK), market.id());
        token = server.token("keyed", "test-secret");
        assertThat(ask("K-9-" + base, key).statusCode()).isEqualTo(200);
        setup.client("keyed", "test-secret", Set.of(Permission.CHECK), null);
        token = server.token("keyed", "test-secret");

        assertThat(ask("K-9-" + base, key).statusCode()).isEqualTo(422);
    }

    private static String receiptId(HttpResponse<String> answer) {
        return json(answer).path("receiptId").asString();
    }

    @Test
    void whatWasDoneIsNotDoneAgainThoughItsAnswerCouldNotBeKept() throws Exception {
        owner("REVOKE UPDATE (answer) ON access.idempotent_request FROM xinheng_app");
        HttpResponse<String> first;
        try {
            first = ask("K-10-" + base, key);
        } finally {
            owner("GRANT UPDATE (answer) ON access.idempotent_request TO xinheng_app");
        }

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(ask("K-10-" + base, key).statusCode()).isEqualTo(409);
        assertThat(receipts("K-10-" + base)).isEqualTo(1);
    }

    private void owner(String statement) {
        JdbcClient.create(whole.owner()).sql(statement).update();
    }

    @Test
    void manyAtOnceAreDoneOnce() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> asking = () -> ask("K-5-" + base, key).statusCode();
            List<Future<Integer>> answers = pool.invokeAll(
                    java.util.stream.Stream.generate(() -> asking).limit(8).toList());
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
        assertThat(ask("K-5-" + base, key).statusCode()).isEqualTo(200);
        assertThat(receipts("K-5-" + base)).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoneIsRefused() throws Exception {
        assertThat(ask("K-6-" + base, "x".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(receipts("K-6-" + base)).isZero();
    }
}
