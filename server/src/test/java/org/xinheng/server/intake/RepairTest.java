package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordMarks.Result;
import org.xinheng.server.archive.RecordVersion;

/** Repairs over HTTP: from the question to the decision, what bankruptcy changes, and what a revoked one brings back. */
class RepairTest extends RepairServer {

    @Autowired
    RecordMarks marks;

    @Autowired
    KnownRecords knownRecords;

    @Test
    void aRepairIsAskedForAtTheRightTimeAndDecidedByWhoMadeTheFinding() throws Exception {
        var early = server.get(
                "/api/v1/records/" + address + "/repair-eligibility?presented=licence&presentedNumber=L1",
                token("hall"));
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
        var backdated = decision("market", id, 3, "grant", "符合修复条件。", "昕市监修〔2026〕1号", "2026-06-01");
        assertThat(backdated.text("type")).endsWith("case.backdated");
        var granted = decision("market", id, 3, "grant", "符合修复条件。", "昕市监修〔2026〕1号", day().toString());
        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));
        assertThat(served(pushed.text("number"))).containsExactly("repair.acceptance", "repair.granted");
        returned("XY-" + base + "-4");

        var revoked = decision("market", id, 4, "expose-repaired", "复查发现提交了虚假缴款凭证。", "昕市监修撤〔2026〕1号", day().toString());
        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(200);
        assertThat(archive.currentOf(organisation(base).id())).hasSize(1);
        var barred = JSON.readTree(server.get(
                        "/api/v1/records/" + address + "/repair-eligibility?presented=licence&presentedNumber=L1",
                        token("hall"))
                .body());
        assertThat(barred.path("missing").toString()).contains("barred");
    }

    @Test
    void aRevokedRepairIsShownAgainAsTheRulesOfTheDayHaveItAndCountsAgain() throws Exception {
        today("2026-03-20");
        deliver(penalties(base + 1, 1).set(0, "CF_JDRQ", "2025/12/01"));
        var record = addressOf(base + 1);
        var organisation = organisation(base + 1);
        assertThat(Objects.requireNonNull(
                                archive.currentOf(organisation.id()).getFirst().window())
                        .last())
                .isEqualTo("2028-11-30");
        archive.end(record, Ending.REPAIRED, "昕市监修〔2026〕5号", "", "test");
        today("2026-04-02");
        assertThat(known(organisation.id())).isEmpty();

        assertThat(marks.restore(record, "昕市监撤〔2026〕5号", "复查发现不应修复。", "test")).isInstanceOf(Result.Done.class);

        assertThat(publicRecords.find(record, day())).isInstanceOf(Sight.Visible.class);
        assertThat(Objects.requireNonNull(
                                archive.currentOf(organisation.id()).getFirst().window())
                        .last())
                .as("judged by the edition that began while it was away")
                .isEqualTo("2026-11-30");
        assertThat(known(organisation.id()))
                .as("what evaluations read")
                .extracting(RecordVersion::version)
                .containsExactly(2);
        var history = archive.history(record, archive.position()).orElseThrow();
        assertThat(history.versions()).hasSize(2);
        assertThat(history.ended()).isNull();
    }

    private List<RecordVersion> known(long organisation) {
        List<RecordVersion> known = new ArrayList<>();
        knownRecords.eachOf(
                List.of(organisation), List.of(PENALTY), archive.position().value(), known::add);
        return known;
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
                "hall",
                "/api/v1/cases/screening",
                object(
                        "presented",
                        "licence",
                        "presentedNumber",
                        "副本1号",
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
        var screened = decision("market", id, 1, "screen", "裁定批准重整计划。", "昕市监屏〔2026〕1号", "2026-06-10");
        assertThat(screened.status()).as(screened.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Suspended());

        assertThat(decision("market", id, 2, "undo", "重整计划未执行。", "（2026）昕破1号之二", "2026-06-10")
                        .status())
                .isEqualTo(200);
        assertThat(visible()).isTrue();
        assertThat(served(asked.text("number"))).containsExactly("repair.screening", "repair.screening-ended");
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
        assertThat(extended.body().path("periods").get(0).path("sentence").asString())
                .as("a due day explains itself with its source, and why it was made later")
                .contains("经决定延长（理由：需要检验检测）", "依据：")
                .contains(extended.body().path("periods").get(0).path("basis").asString());
        assertThat(served(pushed.text("number"))).contains("repair.extension");
        assertThat(step("market", id, 4, "extend", "reason", "再次延长。", "until", until)
                        .text("type"))
                .endsWith("case.extended");
    }
}
