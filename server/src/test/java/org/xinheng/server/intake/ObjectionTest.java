package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMark.Kind;

/** Objections over HTTP, with what they do to record, portal and inbox. */
class ObjectionTest extends CaseworkServer {

    @Test
    void theObjectionOfTheSubjectMarksAtOnceAndARejectionNamesTheNextRemedy() throws Exception {
        var filed = file("wrong", "单位授权证明〔2026〕1号");
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        assertThat(marks()).extracting(RecordMark::kind).contains(Kind.DISPUTED, Kind.STATEMENT);
        assertThat(served(filed.text("number"))).containsExactly("objection.acceptance");

        var id = filed.text("id");
        assertThat(step("office", id, 1, "forward").status()).isEqualTo(200);
        // The office decides nothing that another body found.
        assertThat(decision("office", id, 2, "reject", "核查属实", "甲〔2026〕1号", "2026-06-10")
                        .status())
                .isEqualTo(403);
        assertThat(step("ecology", id, 2, "reject").status()).isEqualTo(404);
        var rejected = decision("market", id, 2, "reject", "经核查，缴款凭证属于另一案件。", "昕市监异〔2026〕1号", "2026-06-10");
        assertThat(rejected.status()).as(rejected.body().toString()).isEqualTo(200);
        assertThat(rejected.body().path("closed").asBoolean()).isTrue();
        assertThat(marks()).extracting(RecordMark::kind).containsExactly(Kind.STATEMENT);
        assertThat(served(filed.text("number"))).containsExactly("objection.acceptance", "objection.rejected");
    }

    @Test
    void theSameGroundWithoutNewEvidenceBringsNoSecondMark() throws Exception {
        var first = file("wrong", "凭证1号");
        decision("market", first.text("id"), 1, "reject", "经核查无误。", "甲〔2026〕2号", "2026-06-10");

        var number = sql.sql("SELECT number FROM casework.case_file WHERE record_key = :record")
                .param("record", address)
                .query(String.class)
                .single();
        assertThat(told(number, "objection.acceptance")).contains("起加注异议标识").doesNotContain("暂停公示");
        assertThat(told(number, "objection.rejected")).contains("起取消", "说明继续与该信息一并展示：缴款凭证显示罚款已经缴清");

        var again = file("wrong", "凭证1号");
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(marks()).extracting(RecordMark::kind).doesNotContain(Kind.DISPUTED);
        decision("market", again.text("id"), 1, "reject", "经核查无误。", "甲〔2026〕3号", "2026-06-10");

        assertThat(told(again.text("number"), "objection.acceptance"))
                .contains("不再加注异议标识")
                .doesNotContain("起加注异议标识", "起暂停公示");
        assertThat(told(again.text("number"), "objection.rejected")).doesNotContain("起取消", "说明继续");

        var newer = file("wrong", "凭证2号");
        assertThat(newer.body().path("repeated").asBoolean()).isFalse();
        assertThat(marks()).extracting(RecordMark::kind).contains(Kind.DISPUTED);
    }

    /** A notice says what the case knows, whatever is sent along with the objection, and bears no number of whoever objects. */
    @Test
    void whoObjectsWritesNothingIntoTheNotice() throws Exception {
        String objection = object(
                "record",
                address,
                "ground",
                "wrong",
                "statement",
                "缴款凭证显示罚款已经缴清。",
                "papers",
                "凭证1号",
                "documentNumber",
                "自拟〔2026〕1号",
                "documentDate",
                "2026-06-09",
                "presented",
                "authorisation",
                "presentedNumber",
                "授权〔2026〕7号");
        var filed = post(
                "hall", "/api/v1/cases/objection", writing(objection, "withheld", "2026-01-01", "due", "2036-01-01"));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        assertThat(told(filed.text("number"), "objection.acceptance"))
                .contains("起加注异议标识")
                .doesNotContain("暂停公示", "2026年1月1日", "2036年", "自拟〔2026〕1号");
    }

    @Test
    void whatIsNotAnsweredInTimeIsWithheldUntilTheSourceCertifies() throws Exception {
        var filed = file("wrong", "凭证1号");
        var id = filed.text("id");
        // Seven working days from 10 June 2026; 19 June is the Dragon Boat Festival.
        today("2026-06-22");
        assertThat(visible()).isTrue();
        today("2026-06-23");
        assertThat(visible()).as("without any job").isFalse();

        assertThat(watch.missing()).as("an escalation of yesterday is due").isPositive();
        while (watch.run() > 0) {
            // one step a case and turn
        }
        assertThat(watch.missing()).isZero();
        assertThat(told(filed.text("number"), "objection.withheld")).contains("起暂停公示");
        var late = decision("market", id, 3, "reject", "经核查无误。", "甲〔2026〕4号", "2026-06-23");
        assertThat(late.status()).isEqualTo(409);
        assertThat(visible()).isFalse();
        var certified = decision("market", id, 3, "certify", "书面确认信息无误。", "甲〔2026〕5号", "2026-06-23");
        assertThat(certified.status()).as(certified.body().toString()).isEqualTo(200);
        assertThat(visible()).isTrue();
    }

    @Test
    void attackingTheDecisionItselfIsAnsweredWithTheRemedyAndProofOfFilingMarks() throws Exception {
        var elsewhere = file("decision-itself", "凭证1号");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.text("detail")).contains("行政复议", "行政诉讼");
        assertThat(marks()).isEmpty();

        var without = post("hall", "/api/v1/cases/litigation", object("record", address));
        assertThat(without.text("type")).endsWith("fields");
        var marked = post(
                "hall",
                "/api/v1/cases/litigation",
                object(
                        "presented",
                        "licence",
                        "presentedNumber",
                        "副本1号",
                        "record",
                        address,
                        "papers",
                        "受理通知书〔2026〕3号",
                        "documentNumber",
                        "昕府复受〔2026〕3号",
                        "documentDate",
                        "2026-06-08"));
        assertThat(marked.status()).as(marked.body().toString()).isEqualTo(201);
        assertThat(marks()).extracting(RecordMark::kind).containsExactly(Kind.LITIGATION);
    }

    /** A repetition without new evidence never hid anything: nothing is said to be hidden when nobody answers it. */
    @Test
    void whatWithholdsNothingSaysNothingOfIt() throws Exception {
        var first = file("wrong", "凭证1号");
        decision("market", first.text("id"), 1, "reject", "经核查无误。", "甲〔2026〕5号", "2026-06-10");
        var again = file("wrong", "凭证1号");
        today("2026-06-23");
        while (watch.run() > 0) {
            // one step a case and turn
        }

        assertThat(visible()).isTrue();
        assertThat(told(again.text("number"), "objection.withheld"))
                .contains("未在期限内答复")
                .doesNotContain("暂停公示，");
    }

    @Test
    void anUpheldObjectionWithdrawsOrNeedsACorrection() throws Exception {
        var id = file("not-mine", "凭证1号").text("id");
        var uncorrected = step("market", id, 1, "uphold-corrected", "reason", "已经更正有关内容。");
        assertThat(uncorrected.text("type")).endsWith("case.not-corrected");
        assertThat(marks()).extracting(RecordMark::kind).contains(Kind.DISPUTED);

        var upheld = step(
                "market",
                id,
                1,
                "uphold-withdraw",
                "reason",
                "经核查，该信息不属于该企业，予以撤回。",
                "documentNumber",
                "昕市监撤〔2026〕7号",
                "documentDate",
                "2026-06-10",
                "withdrawalGround",
                "revoked");
        assertThat(upheld.status()).as(upheld.body().toString()).isEqualTo(200);
        assertThat(publicRecords.find(address, day())).isInstanceOf(Sight.Gone.class);
        assertThat(archive.currentOf(organisation(base).id())).isEmpty();
    }

    @Test
    void aDoubleClickOpensOneCaseAndTakesOneStep() throws Exception {
        assertThat(file("wrong", "凭证1号").status()).isEqualTo(201);
        var second = file("wrong", "凭证1号");
        assertThat(second.status()).isEqualTo(409);
        var id = second.text("case");

        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = two.submit(() -> {
                start.await();
                return decision("market", id, 1, "reject", "经核查无误。", "甲〔2026〕8号", "2026-06-10")
                        .status();
            });
            Future<Integer> other = two.submit(() -> {
                start.await();
                return decision("market", id, 1, "reject", "经核查无误。", "甲〔2026〕9号", "2026-06-10")
                        .status();
            });
            start.countDown();
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 409);
        }
    }
}
