package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordMarks.Result;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.Presented;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.casework.desk.Repairs.Application;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;

/** Repairs over HTTP: who may ask when, who decides, what bankruptcy changes. */
class RepairTest extends CaseworkServer {

    @Autowired
    Repairs repairs;

    @Autowired
    RecordMarks marks;

    @Autowired
    KnownRecords knownRecords;

    private Answered push(String number, String appliedOn) throws Exception {
        return post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", number, "record", address, "appliedOn", appliedOn)
                        .replace("}", ",\"papers\":{\"performance\":\"缴款凭证\",\"commitment\":\"信用承诺书\"}}"));
    }

    private String earliest() {
        return String.valueOf(
                archive.currentOf(organisation(base).id()).getFirst().earliestRepair());
    }

    /** As documents write a day. */
    private static String printed(LocalDate day) {
        return new Formats(Language.CHINESE).day(day);
    }

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
        var barred = JSON.readTree(server.get(
                        "/api/v1/records/" + address + "/repair-eligibility?presented=licence&presentedNumber=L1",
                        token("hall"))
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

        var refused = step(
                "market",
                id,
                3,
                "refuse",
                "reason",
                "最短公示期未满。",
                "documentNumber",
                "昕市监修〔2026〕3号",
                "documentDate",
                day().toString());
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(200);
        assertThat(told(pushed.text("number"), "repair.refused")).contains(printed(LocalDate.parse(earliest())));
    }

    @Test
    void falseMaterialBarsAPushedRepairFromAcceptanceUntilItsPeriodIsOver() throws Exception {
        today(earliest());
        var exposed = push("XY-FALSE-" + base, day().toString());
        assertThat(expose(exposed.text("id")).status()).isEqualTo(200);

        var again = push("XY-AGAIN-" + base, day().toString());
        assertThat(again.status()).as(again.body().toString()).isEqualTo(200);
        var accepted = step("market", again.text("id"), 2, "accept");
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(409);
        assertThat(accepted.text("type")).endsWith("barred");
        assertThat(step("market", again.text("id"), 2, "decline", "reason", "曾提交虚假材料，尚在限制期内。")
                        .status())
                .isEqualTo(200);

        today(day().plusDays(1096).toString());
        var later = push("XY-LATER-" + base, day().toString());
        assertThat(step("market", later.text("id"), 2, "accept").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotAcceptedNamesTheEarliestDayAndAfterFalseMaterialALaterOne() throws Exception {
        today(earliest());
        var declined = push("XY-DECLINED-" + base, day().toString());
        assertThat(step("market", declined.text("id"), 2, "decline", "reason", "材料不清晰，请重新提供。")
                        .status())
                .isEqualTo(200);
        assertThat(told(declined.text("number"), "repair.not-accepted"))
                .as("not a day that has passed")
                .contains("最早日期为" + printed(day()));

        var exposed = push("XY-EXPOSED-" + base, day().toString());
        assertThat(expose(exposed.text("id")).status()).isEqualTo(200);
        assertThat(told(exposed.text("number"), "repair.refused")).contains(printed(day().plusDays(1096)));
    }

    @Test
    void aPushWithoutARequiredPaperOpensNothingAndSaysWhichIsMissing() throws Exception {
        for (var paper :
                Map.of("performance", "信用承诺书", "commitment", "履行义务、纠正行为的证明").entrySet()) {
            var refused = post(
                    "window",
                    "/api/v1/repairs/pushes",
                    object("applicationNumber", "XY-BARE-" + base, "record", address, "appliedOn", day().toString())
                            .replace("}", ",\"papers\":{\"" + paper.getKey() + "\":\"第1号\"}}"));
            assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
            assertThat(refused.text("type")).endsWith("case.papers-missing");
            assertThat(refused.text("title")).contains(paper.getValue());
        }
        var unknown = post(
                "window",
                "/api/v1/repairs/pushes",
                object("applicationNumber", "XY-BARE-" + base, "record", address, "appliedOn", day().toString())
                        .replace("}", ",\"papers\":{\"training\":\"培训证明\"}}"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("detail")).contains("performance", "commitment");
        assertThat(push("XY-BARE-" + base, day().toString()).status())
                .as("the same number with both")
                .isEqualTo(200);
    }

    @Test
    void aPushNamesNoDayBeforeTheDecisionAndALateOneIsOverdue() throws Exception {
        // Decided on Friday, 5 June.
        today("2026-06-10");
        var before = push("XY-OLD-" + base, "2026-06-04");
        assertThat(before.status()).as(before.body().toString()).isEqualTo(400);
        assertThat(before.text("type")).endsWith("case.applied-too-early");
        assertThat(before.text("title")).contains("2026-06-05");
        today("2026-09-09");
        assertThat(push("XY-OLD-" + base, "2026-09-10").status()).as("ahead").isEqualTo(400);
        // Ten working days from 25 August ended on 8 September: that the window was slow is not the applicant's fault.
        var late = push("XY-OLD-" + base, "2026-08-25");
        assertThat(late.status()).as(late.body().toString()).isEqualTo(200);
        assertThat(server.get("/api/v1/cases/" + late.text("id"), token("market"))
                        .body())
                .contains("2026-09-08");
    }

    private Answered expose(String id) throws Exception {
        return step(
                "market",
                id,
                2,
                "expose",
                "reason",
                "缴款凭证系伪造。",
                "documentNumber",
                "昕市监修〔2026〕7号",
                "documentDate",
                day().toString());
    }

    @Test
    void theSameFormHandsARepairOverOnce() throws Exception {
        today(earliest());
        var window = new Actor("window-clerk", Actor.Kind.CLERK, null, Set.of(Permission.QUERY_AT_WINDOW));
        var papers = new Repairs.Papers("缴款凭证", "信用承诺书", new Presented(Presented.Kind.LICENCE, "副本1号"));

        var first = repairs.handOver(window, address, papers, "form-" + base);
        var again = repairs.handOver(window, address, papers, "form-" + base);

        assertThat(first).isInstanceOf(Application.HandedOver.class).isEqualTo(again);
        assertThat(sql.sql("SELECT count(*) FROM casework.handover WHERE record_key = :record")
                        .param("record", address)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Whether the organisation presses twice or the window asks for it too; only when no push comes may it be tried again. */
    @Test
    void whileAPushIsAwaitedAnotherFormHandsNothingOver() throws Exception {
        today(earliest());
        var window = new Actor("window-clerk", Actor.Kind.CLERK, null, Set.of(Permission.QUERY_AT_WINDOW));
        var party =
                new Actor("own-" + base, Actor.Kind.CLERK, null, PenaltyFile.code(base), Set.of(Permission.OWN_FILE));
        var papers = new Repairs.Papers("缴款凭证", "信用承诺书", new Presented(Presented.Kind.LICENCE, "副本1号"));

        List<Application> told;
        try (var both = Executors.newFixedThreadPool(2)) {
            var start = new CountDownLatch(1);
            var asked = Stream.of(party, window)
                    .map(actor -> both.submit(() -> {
                        start.await();
                        return repairs.handOver(actor, address, papers, actor.name() + "-" + base);
                    }))
                    .toList();
            start.countDown();
            told = List.of(asked.get(0).get(), asked.get(1).get());
        }

        assertThat(told.getFirst()).isInstanceOf(Application.HandedOver.class).isEqualTo(told.getLast());
        var pushed = push("XY-" + base, day().toString());
        assertThat(push("XY-TWICE-" + base, day().toString()).status())
                .as("one case about a record")
                .isEqualTo(409);
        assertThat(step("market", pushed.text("id"), 2, "decline", "reason", "材料不齐。")
                        .status())
                .isEqualTo(200);
        var again = repairs.handOver(party, address, papers, "again-" + base);
        assertThat(again).as("a case has followed on the first").isNotEqualTo(told.getFirst());
        today(day().plusDays(1).toString());
        var waiting = repairs.handOver(party, address, papers, "waiting-" + base);
        assertThat(repairs.handOver(window, address, papers, "too-" + base)).isEqualTo(waiting);
        today(day().plusDays(1).toString());
        closedAtTheWindow();
        again = repairs.handOver(party, address, papers, "after-" + base);
        assertThat(again).as("the window has closed the last").isNotEqualTo(waiting);
        today(day().plusDays(60).toString());
        assertThat(repairs.handOver(party, address, papers, "late-" + base))
                .as("no push came within its period")
                .isInstanceOf(Application.HandedOver.class)
                .isNotEqualTo(again);
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

    private void closedAtTheWindow() throws Exception {
        var closing = object("applicationNumber", "XY-GONE-" + base, "record", address, "closedOn", day().toString())
                .replace("}", ",\"granted\":false}");
        assertThat(post("window", "/api/v1/repairs/closings", closing).status()).isEqualTo(200);
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
