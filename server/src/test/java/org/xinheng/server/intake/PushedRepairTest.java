package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;

/** What a pushed repair needs before it is accepted and granted, and what its applicant is told. */
class PushedRepairTest extends RepairServer {

    /** As documents write a day. */
    private static String printed(LocalDate day) {
        return new Formats(Language.CHINESE).day(day);
    }

    @Test
    void aPushedRepairIsNotGrantedBeforeTheShortestPeriodIsOver() throws Exception {
        var pushed = push("XY-EARLY-" + base, day().toString());
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(200);
        var id = pushed.text("id");
        assertThat(step("market", id, 2, "accept").status()).isEqualTo(200);

        var granted = decision("market", id, 3, "grant", "符合修复条件。", "昕市监修〔2026〕2号", day().toString());

        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(409);
        assertThat(granted.text("type")).endsWith("too-early");
        assertThat(visible()).isTrue();

        var refused = decision("market", id, 3, "refuse", "最短公示期未满。", "昕市监修〔2026〕3号", day().toString());
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
        return decision("market", id, 2, "expose", "缴款凭证系伪造。", "昕市监修〔2026〕7号", day().toString());
    }
}
