package org.xinheng.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;
import static org.xinheng.server.measure.CheckingOffice.PROCUREMENT;
import static org.xinheng.server.measure.CheckingOffice.question;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;

/** Receipts of answers, and who may ask and who may read them. */
class CheckReceiptsTest extends ChecksServer {

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
                        "SELECT actor, matter, outcome, organisation_id FROM measure.receipt WHERE id = ?")
                .param(Long.parseLong(id))
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("actor", "approval")
                .containsEntry("matter", PROCUREMENT)
                .containsEntry("outcome", "CLEAR");
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
}
