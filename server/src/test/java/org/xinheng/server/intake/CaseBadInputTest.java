package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xinheng.server.access.Permission;

/** What nobody may do in a case, over HTTP: each is refused with its reason, and leaves nothing behind. */
class CaseBadInputTest extends CaseworkServer {

    private String filed() throws Exception {
        var filed = file("wrong", "授权证明1号");
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        return filed.text("id");
    }

    private Answered decides(String client, String id, int seen, String action, String documentDate) throws Exception {
        return step(
                client,
                id,
                seen,
                action,
                "reason",
                "经核查，情况属实。",
                "documentNumber",
                "昕市监办〔2026〕1号",
                "documentDate",
                documentDate,
                "withdrawalGround",
                "revoked");
    }

    private void refused(Answered answer, int status, String type) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("type")).endsWith(type);
        assertThat(answer.text("detail")).isNotBlank();
    }

    private int steps(String id) throws Exception {
        return JSON.readTree(server.get("/api/v1/cases/" + id, token("market")).body())
                .path("steps")
                .size();
    }

    @Test
    void whoeverHasNoPartInItDecidesNothing() throws Exception {
        String id = filed();
        setup.client("checker", "test-secret", Set.of(Permission.CHECK), null);
        List<String> told = new ArrayList<>();
        for (String client : List.of("office", "ecology", "window", "auditor", "checker")) {
            for (String action : List.of("reject", "uphold-withdraw", "withhold")) {
                var answer = decides(client, id, 1, action, "2026-06-10");
                assertThat(answer.status()).as(client + " " + action).isIn(403, 404);
                told.add(client + " " + action + " " + answer.status());
            }
        }
        assertThat(server.post("/api/v1/cases/" + id + "/steps", "no-token", "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(decides("market", id, 1, "withhold", "2026-06-10").status())
                .as("the end of a period acts by itself alone")
                .isEqualTo(403);
        assertThat(steps(id)).isEqualTo(1);
        System.err.println("wrong actors: " + told);
    }

    @Test
    void whatIsNotTheTurnIsRefused() throws Exception {
        String id = filed();

        refused(decides("market", id, 1, "certify", "2026-06-10"), 409, "case.wrong-state");
        refused(decides("market", id, 1, "grant", "2026-06-10"), 400, "case.unknown-action");
        refused(step("market", id, 1, "reject"), 400, "case.reason-missing");
        assertThat(decides("market", id, 1, "reject", "2026-06-10").status()).isEqualTo(200);
        refused(decides("market", id, 2, "reject", "2026-06-10"), 409, "case.wrong-state");
        assertThat(steps(id)).isEqualTo(2);
    }

    @Test
    void theSecondClickTakesNoSecondStepAndIsTold() throws Exception {
        String id = filed();
        assertThat(step("office", id, 1, "forward").status()).isEqualTo(200);

        refused(step("office", id, 1, "forward"), 409, "case.overtaken");
        assertThat(steps(id)).isEqualTo(2);
    }

    @Test
    void ofTwoOfficersWhoDecideOtherwiseAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        setup.client("market-second", "test-secret", Set.of(Permission.DELIVER), market.id());
        for (int round = 0; round < 5; round++) {
            String id = file("wrong", "授权证明" + round + "号").text("id");
            var start = new CountDownLatch(1);
            List<Answered> answers;
            try (var two = Executors.newFixedThreadPool(2)) {
                Future<Answered> one = two.submit(() -> {
                    start.await();
                    return decides("market", id, 1, "reject", "2026-06-10");
                });
                Future<Answered> other = two.submit(() -> {
                    start.await();
                    return step("market-second", id, 1, "suspend", "reason", "需要检验检测。");
                });
                step("office", id, 1, "forward");
                start.countDown();
                answers = List.of(one.get(), other.get());
            }
            // The office had forwarded it meanwhile: both have seen too little.
            answers.forEach(answer -> refused(answer, 409, "case.overtaken"));
            decideOtherwise(id);
        }
    }

    private void decideOtherwise(String id) throws Exception {
        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            Future<Answered> rejects = two.submit(() -> {
                start.await();
                return decides("market", id, 2, "reject", "2026-06-10");
            });
            Future<Answered> waits = two.submit(() -> {
                start.await();
                return step("market-second", id, 2, "suspend", "reason", "需要检验检测。");
            });
            start.countDown();
            List<Answered> answers = List.of(rejects.get(), waits.get());
            assertThat(answers).extracting(Answered::status).containsExactlyInAnyOrder(200, 409);
            Answered loser = answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .findFirst()
                    .orElseThrow();
            refused(loser, 409, "case.overtaken");
            assertThat(steps(id)).isEqualTo(3);
            if (rejects.get().status() == 409) {
                assertThat(decides("market", id, 3, "reject", "2026-06-10").status())
                        .as("having looked again, it goes on")
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void decisionsOfAnotherDayAndAClockThatWasSetBackAreRefused() throws Exception {
        String id = filed();

        refused(decides("market", id, 1, "reject", "2026-06-09"), 400, "case.backdated");
        refused(decides("market", id, 1, "reject", "2026-06-11"), 400, "case.future");
        refused(decides("market", id, 1, "reject", "2026-02-30"), 400, "");
        today("2026-06-09");
        refused(decides("market", id, 1, "reject", "2026-06-09"), 409, "case.clock-set-back");
        assertThat(steps(id)).isEqualTo(1);
        today("2026-06-10");
        assertThat(decides("market", id, 1, "reject", "2026-06-10").status()).isEqualTo(200);
    }
}
