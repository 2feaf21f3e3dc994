package org.xinheng.server.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.ServerOfSources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department that delivers and a business system that asks, both over HTTP. */
public final class CheckingOffice {

    public static final String PROCUREMENT = "government-procurement";
    private static final String SECRET = "test-secret";
    private static final String PENALTIES = "type=administrative-penalty&fileName=penalties.csv&source=";

    private static final Set<Integer> HEARD = ConcurrentHashMap.newKeySet();

    final ServerOfSources http;
    private final int port;
    private final List<Authority> bodies;
    private final Authority source;
    private final String asking;
    private final String delivering;

    public CheckingOffice(int port, AccountsSetup setup, Policy policy) throws IOException, InterruptedException {
        this.port = port;
        http = new ServerOfSources(port);
        bodies = policy.authorities();
        source = bodies.get(1);
        setup.client("approval", SECRET, Set.of(Permission.CHECK), null);
        setup.client("office", SECRET, Set.of(Permission.DELIVER, Permission.DELIVER_FOR_ALL), null);
        asking = http.token("approval", SECRET);
        delivering = http.token("office", SECRET);
    }

    /** A penalty of the n-th organisation, decided on a day; the organisation becomes a stub of the register. */
    public void deliver(int organisation, String kinds, String fineWan, String decided)
            throws IOException, InterruptedException {
        deliver(penalty(organisation, kinds, fineWan, decided));
    }

    static PenaltyFile penalty(int organisation, String kinds, String fineWan, String decided) {
        return PenaltyFile.of(organisation, 1)
                .set(0, "CF_CFLB", kinds)
                .set(0, "CF_NR_FK", fineWan)
                .set(0, "CF_NR_ZKDX", kinds.contains("吊销") ? "食品经营许可证" : "")
                .set(0, "CF_JDRQ", decided)
                .set(0, "CF_YXQ", "2099/12/31");
    }

    /** As deliveries are sent, without waiting for what comes of it. */
    void begin(int organisation, String kinds, String fineWan, String decided)
            throws IOException, InterruptedException {
        HttpResponse<String> taken = begun(penalty(organisation, kinds, fineWan, decided));
        assertThat(taken.statusCode()).as(taken.body()).isLessThan(300);
    }

    private HttpResponse<String> begun(PenaltyFile file) throws IOException, InterruptedException {
        for (int i = 0; i < file.size(); i++) {
            file.set(i, "CF_CFJGDM", source.code())
                    .set(i, "CF_SJLYDM", source.code())
                    .set(i, "CF_CFJG", source.name().zh())
                    .set(i, "CF_SJLY", source.name().zh());
        }
        return http.deliver(PENALTIES + source.id(), delivering, file.text().getBytes(UTF_8));
    }

    void deliver(PenaltyFile file) throws IOException, InterruptedException {
        JsonNode delivery = http.settled(begun(file), delivering);
        assertThat(delivery.path("counts").path("accepted").asInt())
                .as(delivery.toString())
                .isEqualTo(file.size());
    }

    /** As {@link #everybodyReportsZero}, once for each server. */
    public void everybodyIsHeard() throws IOException, InterruptedException {
        if (HEARD.add(port)) {
            everybodyReportsZero();
        }
    }

    /** Every body that has to be heard of penalties says that there is nothing. */
    public void everybodyReportsZero() throws IOException, InterruptedException {
        for (Authority body : bodies) {
            HttpResponse<String> reported = http.post(
                    "/api/v1/zero-reports",
                    delivering,
                    "{\"type\":\"administrative-penalty\",\"source\":\"" + body.id() + "\"}");
            assertThat(reported.statusCode()).as(reported.body()).isEqualTo(201);
        }
    }

    /** A list of any form in one matter. */
    HttpResponse<String> list(byte[] list) throws IOException, InterruptedException {
        return http.send(http.to("/api/v1/checks/batch?matter=" + PROCUREMENT
                        + "&purpose=tender&caseNumber=ZC-2026-1&operator=desk")
                .header("Authorization", "Bearer " + asking)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(list)));
    }

    static Map<String, Object> question(String code, String matter) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("code", code);
        question.put("matter", matter);
        question.put("purpose", "采购资格审查");
        question.put("caseNumber", "采审〔2026〕15号");
        question.put("operator", "采购中心审核岗");
        return question;
    }

    HttpResponse<String> asked(Map<String, Object> question) throws IOException, InterruptedException {
        return http.post("/api/v1/checks", asking, JsonMapper.shared().writeValueAsString(question));
    }

    HttpResponse<String> askedInEnglish(Map<String, Object> question) throws IOException, InterruptedException {
        return http.send(http.to("/api/v1/checks")
                .header("Authorization", "Bearer " + asking)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en-GB")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(question))));
    }

    public JsonNode check(int organisation, String matter) throws IOException, InterruptedException {
        return check(PenaltyFile.code(organisation), matter);
    }

    public JsonNode check(String code, String matter) throws IOException, InterruptedException {
        HttpResponse<String> answer = asked(question(code, matter));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    String outcome(int organisation, String matter) throws IOException, InterruptedException {
        return check(organisation, matter).path("outcome").asString();
    }

    String asking() {
        return asking;
    }

    HttpResponse<String> receipt(String id) throws IOException, InterruptedException {
        return http.get("/api/v1/checks/" + id, asking);
    }
}
