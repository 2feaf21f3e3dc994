package org.xinheng.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.code.CodeReader;
import org.xinheng.server.access.Role;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.CheckingOffice;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.Activation.State;
import tools.jackson.databind.JsonNode;

/** Another edition of the rules comes into force at a date: by two persons, without a restart, everywhere at once. */
class ActivationTest {

    private static final String OLD_TITLE = "澜衡市公共信用信息平台";
    private static final String NEW_TITLE = "澜衡市信用门户（新版）";
    private static final String LAST_SECOND = "2026-06-11T15:59:59Z";
    private static final String MIDNIGHT = "2026-06-11T16:00:00Z";

    @TempDir
    private Path folder;

    private OfficeServer office;

    @BeforeEach
    void start() throws Exception {
        office = new OfficeServer(folder);
        office.start();
    }

    @AfterEach
    void stop() {
        office.close();
    }

    /** A new title, a lower bound of a measure, and a gate that shows no fine any more. */
    private void editTheRules() throws Exception {
        office.edit("demo-city/place.yaml", "信衡·" + OLD_TITLE, NEW_TITLE);
        office.edit("national/measures.yaml", "fine-from-yuan: 2000000", "fine-from-yuan: 100000");
        office.edit(
                "national/gate/administrative-penalty.yaml",
                "warning-kinds: [警告, 通报批评]",
                "warning-kinds: [警告, 通报批评, 罚款]");
    }

    private HttpResponse<String> propose(String client, String from) throws Exception {
        return office.http()
                .post(
                        "/api/v1/policy/activations",
                        office.token(client),
                        "{\"pack\":\"demo-city\",\"from\":\"" + from
                                + "\",\"reason\":\"按新办法调整\",\"operator\":\"zhang\"}");
    }

    private long proposed(String from) throws Exception {
        HttpResponse<String> answer = propose("keeper", from);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("state").asString()).isEqualTo("PROPOSED");
        return json(answer).path("id").asLong();
    }

    private void approve(long id, String account) throws Exception {
        var seen = office.clerk(account, Role.CREDIT_OFFICE).sends("/rule-packs/activations/" + id + "/approval");
        assertThat(seen.status()).as(seen.body()).isEqualTo(303);
    }

    private State state(long id) {
        return office.bean(Activations.class).find(id).orElseThrow().state();
    }

    private String portal() throws Exception {
        return office.http().get("/", null).body();
    }

    private boolean isShown(int organisation) {
        var code = CodeReader.of(office.bean(PolicyInForce.class).policy().codes())
                .read(PenaltyFile.code(organisation))
                .normalised();
        long id =
                office.bean(Organisations.class).findByCode(code).orElseThrow().id();
        return office.bean(Archive.class).currentOf(id).getFirst().window() != null;
    }

    @Test
    void takesEffectEverywhereAtTheBeginningOfItsDayAndForGood() throws Exception {
        String before = office.bean(PolicyInForce.class).policy().version();
        CheckingOffice checks = office.checks();
        checks.deliver(100, "罚款", "50", "2026-06-05");
        assertThat(checks.check(100, CheckingOffice.PROCUREMENT)
                        .path("measures")
                        .size())
                .isZero();
        assertThat(isShown(100)).isTrue();
        editTheRules();
        long id = proposed("2026-06-12");
        approve(id, "reviewer");
        assertThat(state(id)).isEqualTo(State.APPROVED);

        office.time(LAST_SECOND);
        assertThat(portal()).contains(OLD_TITLE).doesNotContain(NEW_TITLE);
        JsonNode last = office.checks().check(100, CheckingOffice.PROCUREMENT);
        assertThat(last.path("measures").size()).isZero();
        assertThat(last.path("ruleVersion").asString()).isEqualTo(before);

        office.time(MIDNIGHT);
        checks = office.checks();
        JsonNode first = checks.check(100, CheckingOffice.PROCUREMENT);
        String now = office.bean(PolicyInForce.class).policy().version();
        assertThat(now).isNotEqualTo(before);
        assertThat(first.path("ruleVersion").asString()).isEqualTo(now);
        assertThat(first.path("outcome").asString()).isEqualTo("HIT");
        assertThat(first.path("measures").get(0).path("id").asString()).isEqualTo("procurement.larger-fine");
        assertThat(portal()).contains(NEW_TITLE).doesNotContain(OLD_TITLE);
        assertThat(office.http().get("/rules?q=procurement.larger-fine", null).statusCode())
                .isEqualTo(200);
        checks.deliver(101, "罚款", "50", "2026-06-08");
        assertThat(isShown(101)).isFalse();
        assertThat(office.heard)
                .containsExactly(new PackActivated(id, "demo-city", now, before, LocalDate.parse("2026-06-12")));
        Activation activation = office.bean(Activations.class).find(id).orElseThrow();
        assertThat(activation.proposer()).isEqualTo("zhang (keeper)");
        assertThat(activation.reason()).isEqualTo("按新办法调整");
        assertThat(activation.steps().stream().map(Activation.Step::actor)).containsExactly("reviewer", "switch");

        office.edit("demo-city/place.yaml", NEW_TITLE, "谁也没有批准的名称");
        office.restart();
        assertThat(portal()).contains(NEW_TITLE);
        assertThat(office.bean(PolicyInForce.class).policy().version()).isEqualTo(now);
        assertThat(office.bean(PolicyInForce.class).edition(before)).isPresent();
        assertThat(office.heard).hasSize(1);
    }

    @Test
    void whatCameDueWhileTheServerStoodStillIsInForceWhenItStarts() throws Exception {
        editTheRules();
        long id = proposed("2026-06-12");
        approve(id, "reviewer");
        office.stop();
        office.time(MIDNIGHT);

        office.start();

        assertThat(portal()).contains(NEW_TITLE);
        assertThat(state(id)).isEqualTo(State.IN_FORCE);
        assertThat(office.heard).hasSize(1);
    }

    @Test
    void serversOnOneDatabaseSwitchTogetherAndTellItOnce() throws Exception {
        try (var other = office.another()) {
            editTheRules();
            long id = proposed("2026-06-12");
            approve(id, "reviewer");
            office.time(MIDNIGHT);

            String there = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> other.getBean(PolicyInForce.class)
                                    .policy()
                                    .place()
                                    .platform()
                                    .zh(),
                            NEW_TITLE::equals);

            assertThat(there).isEqualTo(NEW_TITLE);
            assertThat(portal()).contains(NEW_TITLE);
            assertThat(state(id)).isEqualTo(State.IN_FORCE);
            assertThat(office.heard).hasSize(1);
        }
    }

    @Test
    void filesThatAreNotThoseApprovedAreNotSwitchedOn() throws Exception {
        editTheRules();
        long id = proposed("2026-06-12");
        approve(id, "reviewer");
        office.edit("national/measures.yaml", "fine-from-yuan: 100000", "fine-from-yuan: 1");

        office.time(MIDNIGHT);

        assertThat(portal()).contains(OLD_TITLE);
        assertThat(state(id)).isEqualTo(State.REFUSED);
        assertThat(office.heard).isEmpty();
        assertThat(office.health()).isEqualTo("ATTENTION");
        assertThat(office.clerk("office", Role.CREDIT_OFFICE)
                        .reads("/rule-packs")
                        .body())
                .contains("未能启用");
        office.restart();
        assertThat(portal()).contains(OLD_TITLE);
        assertThat(office.health()).isEqualTo("ATTENTION");

        long again = proposed("2026-06-12");
        approve(again, "reviewer");
        assertThat(portal()).contains(NEW_TITLE);
        assertThat(office.health()).isEqualTo("UP");
    }

    @Test
    void nobodyActivatesAloneOrWithoutThePost() throws Exception {
        editTheRules();
        assertThat(propose("overseer", "2026-06-12").statusCode()).isEqualTo(403);
        assertThat(office.clerk("approver", Role.APPROVING_OFFICER)
                        .reads("/rule-packs")
                        .status())
                .isEqualTo(403);
        assertThat(propose("keeper", "2026-06-09").statusCode()).isEqualTo(409);
        long id = proposed("2026-06-12");

        var own = office.clerk("zhang", Role.CREDIT_OFFICE).sends("/rule-packs/activations/" + id + "/approval");
        assertThat(own.body()).contains("提出人不能复核自己的提议");
        assertThat(office.clerk("auditor", Role.AUDITOR)
                        .sends("/rule-packs/activations/" + id + "/approval")
                        .status())
                .isEqualTo(403);
        HttpResponse<String> client =
                office.http().post("/api/v1/policy/activations/" + id + "/approval", office.token("keeper"), "{}");
        assertThat(client.statusCode()).isEqualTo(403);
        assertThat(json(client).path("reason").asString()).isEqualTo("NO_PERSON");
        office.time(MIDNIGHT);
        assertThat(portal()).contains(OLD_TITLE);
        assertThat(state(id)).isEqualTo(State.PROPOSED);

        var off = office.clerk("reviewer", Role.CREDIT_OFFICE)
                .sends("/rule-packs/activations/" + id + "/calling-off", "reason", "文件有误，另行提出");
        assertThat(off.status()).isEqualTo(303);
        assertThat(state(id)).isEqualTo(State.CALLED_OFF);
    }

    @Test
    void aPackWithFaultsIsRefusedWithItsSentences() throws Exception {
        office.edit("demo-city/deadlines.yaml", "basis: {source: lanheng-scheme}", "basis: {source: nowhere}");

        HttpResponse<String> answer = propose("keeper", "2026-06-12");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("detail").asString()).contains("demo-city/deadlines.yaml");
        var page = office.clerk("office", Role.CREDIT_OFFICE).reads("/rule-packs/demo-city");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("检查未通过").contains("demo-city/deadlines.yaml");
    }

    @Test
    void thePageShowsWhatWouldChangeBeforeAnybodyDecides() throws Exception {
        office.checks().deliver(102, "罚款", "50", "2026-06-05");
        editTheRules();

        var page = office.clerk("office", Role.CREDIT_OFFICE).reads("/rule-packs/demo-city?impact=2026-06-12");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("fine-from-yuan")
                .contains("2000000")
                .contains("行政处罚")
                .contains("不公示")
                .contains("提出启用");
        var proposed = office.clerk("office", Role.CREDIT_OFFICE)
                .sends("/rule-packs/demo-city", "from", "2026-06-12", "reason", "按新办法调整");
        assertThat(proposed.status()).isEqualTo(303);
        assertThat(office.clerk("office", Role.CREDIT_OFFICE)
                        .reads(proposed.location())
                        .body())
                .contains("须由另一人复核");
    }

    @Test
    void onePersonWillDoWhereThePackInForceSaysSo() throws Exception {
        office.stop();
        office.edit("demo-city/place.yaml", "registration-source: market", """
                registration-source: market
                activation: {second-person: false}""");
        office.start();
        editTheRules();

        HttpResponse<String> answer = propose("keeper", "2026-06-10");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("state").asString()).isEqualTo("IN_FORCE");
        assertThat(portal()).contains(NEW_TITLE);
    }
}
