package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.PublicRecords.Sight;

/** Repairs over HTTP: who may ask when, who decides, what bankruptcy changes. */
class RepairTest extends CaseworkServer {

    private Answered push(String number, String appliedOn) throws Exception {
        return post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", number, "record", address, "appliedOn", appliedOn)
                        .replace("}", ",\"papers\":[\"缴款凭证\",\"信用承诺书\"]}"));
    }

    private String earliest() {
        return String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair());
    }

    @Test
    void aRepairIsAskedForAtTheRightTimeAndDecidedByWhoMadeTheFinding() throws Exception {
        var early = server.get("/api/v1/records/" + address + "/repair-eligibility", token("office"));
        var told = JSON.readTree(early.body());
        assertThat(told.path("ready").asBoolean()).isFalse();
        assertThat(told.path("earliest").asString()).isEqualTo(earliest());
        assertThat(told.path("missing").toString()).contains("too-early", "proof", "commitment");

        today(earliest());
        var pushed = push("XY-" + base, day().minusDays(1).toString());
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        assertThat(push("XY-" + base, day().minusDays(1).toString()).text("id")).isEqualTo(pushed.text("id"));
        var id = pushed.text("id");
        var file =
                JSON.readTree(server.get("/api/v1/cases/" + id, token("market")).body());
        assertThat(file.path("periods").get(0).path("start").asString())
                .isEqualTo(day().minusDays(1).toString());
        assertThat(file.path("periods").get(1).path("start").asString()).isEqualTo(day().toString());

        assertThat(step("office", id, 2, "accept").status()).isEqualTo(403);
        assertThat(step("market", id, 2, "accept").status()).isEqualTo(200);
        var backdated = step(
                "market",
                id,
                3,
                "grant",
                "reason",
                "符合修复条件。",
                "documentNumber",
                "昕市监修〔2026〕1号",
                "documentDate",
                "2026-06-01");
        assertThat(backdated.text("type")).endsWith("case.backdated");
        var granted = step(
                "market",
                id,
                3,
                "grant",
                "reason",
                "符合修复条件。",
                "documentNumber",
                "昕市监修〔2026〕1号",
                "documentDate",
                day().toString());
        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));
        assertThat(served(pushed.text("number"))).containsExactly("repair.acceptance", "repair.granted");
        returned("XY-" + base + "-4");

        var revoked = step(
                "market",
                id,
                4,
                "expose-repaired",
                "reason",
                "复查发现提交了虚假缴款凭证。",
                "documentNumber",
                "昕市监修撤〔2026〕1号",
                "documentDate",
                day().toString());
        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(200);
        assertThat(archive.currentOf(organisation(base).id())).hasSize(1);
        var barred = JSON.readTree(server.get("/api/v1/records/" + address + "/repair-eligibility", token("office"))
                .body());
        assertThat(barred.path("missing").toString()).contains("barred");
    }

    @Test
    void aPushedRepairIsNotGrantedBeforeTheShortestPeriodIsOver() throws Exception {
        var pushed = push("XY-EARLY-" + base, day().toString());
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        var id = pushed.text("id");
        assertThat(step("market", id, 2, "accept").status()).isEqualTo(200);

        var granted = step(
                "market",
                id,
                3,
                "grant",
                "reason",
                "符合修复条件。",
                "documentNumber",
                "昕市监修〔2026〕2号",
                "documentDate",
                day().toString());

        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(409);
        assertThat(granted.text("type")).endsWith("too-early");
        assertThat(visible()).isTrue();
    }

    private static void returned(String name) throws Exception {
        Path file = FOLDER.resolve("repair-window").resolve("result-" + name + ".json");
        for (int i = 0; i < 100 && !Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertThat(Files.readString(file)).contains("\"result\":\"grant\"");
    }

    @Test
    void aRecordInBankruptcyIsScreenedAndComesBackWhenThePlanFails() throws Exception {
        var asked = post(
                "office",
                "/api/v1/cases/screening",
                object(
                        "record",
                        address,
                        "papers",
                        "裁定书",
                        "documentNumber",
                        "（2026）昕破1号",
                        "documentDate",
                        "2026-06-01"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        var id = asked.text("id");
        var screened = step(
                "market",
                id,
                1,
                "screen",
                "reason",
                "裁定批准重整计划。",
                "documentNumber",
                "昕市监屏〔2026〕1号",
                "documentDate",
                "2026-06-10");
        assertThat(screened.status()).as(screened.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Suspended());

        assertThat(step(
                                "market",
                                id,
                                2,
                                "undo",
                                "reason",
                                "重整计划未执行。",
                                "documentNumber",
                                "（2026）昕破1号之二",
                                "documentDate",
                                "2026-06-10")
                        .status())
                .isEqualTo(200);
        assertThat(visible()).isTrue();
    }

    @Test
    void anExtensionWithoutALengthInTheRuleNamesItsDayAndIsTold() throws Exception {
        today(earliest());
        var pushed = push("XY-" + base, day().toString());
        var id = pushed.text("id");
        step("market", id, 2, "accept");

        assertThat(step("market", id, 3, "extend", "reason", "需要检验检测。").text("type"))
                .endsWith("case.until-missing");
        var until = day().plusDays(60).toString();
        var extended = step("market", id, 3, "extend", "reason", "需要检验检测。", "until", until);
        assertThat(extended.body().path("periods").get(0).path("due").asString())
                .isEqualTo(until);
        assertThat(served(pushed.text("number"))).contains("repair.extension");
        assertThat(step("market", id, 4, "extend", "reason", "再次延长。", "until", until)
                        .text("type"))
                .endsWith("case.extended");
    }
}
