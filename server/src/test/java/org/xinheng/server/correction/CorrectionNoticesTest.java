package org.xinheng.server.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.measure.CheckingOffice;

/** Whatever ends or corrects a record becomes a numbered notice to those who were told of it, and to nobody else. */
@ExtendWith(OutputCaptureExtension.class)
class CorrectionNoticesTest extends CorrectionServer {

    @Autowired
    private RecordMarks marks;

    @BeforeEach
    void consumersAreRegistered() {
        bulkConsumer("bulk-consumer");
        setup.client("stranger", SECRET, Set.of(Permission.TAKE_CORRECTIONS), null);
    }

    @Test
    void withdrawalRepairAndCorrectionReachWhoeverHadTheRecordWithAllThatIsNeededToFindTheCopy() throws Exception {
        deliver(penalties(base, 3));
        var withdrawn = addressOf(base);
        var repaired = addressOf(base + 1);
        var corrected = addressOf(base + 2);

        withdraw(withdrawn);
        archive.end(repaired, Ending.REPAIRED, "修复决定1号", "", "test");
        deliver(penalties(base + 2, 1).set(0, "CF_NR_FK", "3"));

        soon().untilAsserted(
                        () -> assertThat(noticesOf("bulk-consumer", corrected)).hasSize(1));
        var notice = noticesOf("bulk-consumer", withdrawn).getFirst();
        assertThat(notice.path("kind").asString()).isEqualTo("withdrawn");
        assertThat(notice.path("action").asString()).isEqualTo("remove");
        assertThat(notice.path("statement").asString()).isEqualTo(STATEMENT);
        assertThat(notice.path("organisation").path("code").asString()).isEqualTo(PenaltyFile.code(base));
        assertThat(notice.path("record").path("documentNumber").asString()).isEqualTo(PenaltyFile.number(base));
        assertThat(notice.path("number").asString()).startsWith("2026-");
        assertThat(notice.path("dueOn").asString())
                .as("one working day of the pack")
                .isEqualTo("2026-06-11");
        var ofRepair = noticesOf("bulk-consumer", repaired).getFirst();
        assertThat(ofRepair.path("kind").asString()).isEqualTo("repaired");
        assertThat(ofRepair.path("statement").isNull()).isTrue();
        var ofCorrection = noticesOf("bulk-consumer", corrected).getFirst();
        assertThat(ofCorrection.path("action").asString()).isEqualTo("replace");
        assertThat(ofCorrection.path("record").path("version").asInt()).isEqualTo(2);
        assertThat(noticesOf("stranger", withdrawn)).isEmpty();
        assertThat(get("/api/v1/corrections", null).statusCode()).isEqualTo(401);
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE actor = 'bulk-consumer' AND organisation_id = ?")
                        .param(organisations
                                .findByCode(PenaltyFile.code(base))
                                .orElseThrow()
                                .id())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void marksAndRevokedRepairsReachThemToo() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        var today = LocalDate.now(clock);
        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.DISPUTED, "case-1", today, "")), "test");
        marks.change(address, List.of(RecordMarks.placed(RecordMark.Kind.WITHHELD, "case-1", today, "")), "test");
        marks.change(
                address,
                List.of(
                        RecordMarks.lifted(RecordMark.Kind.WITHHELD, "case-1", today),
                        RecordMarks.lifted(RecordMark.Kind.DISPUTED, "case-1", today)),
                "test");
        archive.end(address, Ending.REPAIRED, "修复决定2号", "", "test");
        marks.restore(address, "撤销决定1号", "查明材料虚假。", "test");

        soon().untilAsserted(() -> assertThat(noticesOf("bulk-consumer", address))
                .extracting(notice -> notice.path("kind").asString() + " "
                        + notice.path("action").asString())
                .containsExactly(
                        "marked replace", "withheld remove", "marked replace", "repaired remove", "restored replace"));
    }

    @Test
    void numbersHaveNoGapsAndActsAreWrittenOnceAlsoWhenManyComeAtOnce() throws Exception {
        deliver(penalties(base, 40));
        var addresses = new java.util.ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            addresses.add(addressOf(base + i));
        }
        try (var hands = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            addresses.forEach(address -> hands.execute(() -> withdraw(address)));
        }
        soon().untilAsserted(() -> assertThat(
                        sql.sql("SELECT count(*) FROM correction.notice WHERE opaque_id = ANY (?::text[])")
                                .param(addresses.toArray(String[]::new))
                                .query(Integer.class)
                                .single())
                .isEqualTo(40));
        assertThat(sql.sql("SELECT count(*) = max(number) AND count(*) = max(ordinal) FROM correction.notice")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql("SELECT count(DISTINCT opaque_id) FROM correction.notice WHERE opaque_id = ANY (?::text[])")
                        .param(addresses.toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    @Test
    void clientThatACheckToldOfARecordBecomesAConsumerByThat() throws Exception {
        var office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyIsHeard();
        office.deliver(base, "罚款;吊销许可证件", "5", LocalDate.now(clock).minusDays(3).toString());
        var answer = office.check(PenaltyFile.code(base), CheckingOffice.PROCUREMENT);
        assertThat(answer.path("outcome").asString()).as(answer.toString()).isEqualTo("HIT");
        var address = addressOf(base);

        withdraw(address);

        soon().untilAsserted(() -> assertThat(noticesOf("approval", address)).hasSize(1));
        assertThat(office.check(PenaltyFile.code(base), CheckingOffice.PROCUREMENT)
                        .path("outcome")
                        .asString())
                .isEqualTo("CLEAR");
        // The board is counted once a second at most.
        soon().untilAsserted(() -> assertThat(json(get("/api/v1/corrections/board", null))
                        .path("consumers")
                        .toString())
                .contains("approval"));
    }

    @Test
    void programThatTookAPublicRecordOverSaysSoAndIsTold() throws Exception {
        deliver(penalties(base, 2));
        var taken = addressOf(base);
        var gone = addressOf(base + 1);
        withdraw(gone);
        setup.client("holder", SECRET, Set.of(Permission.TAKE_CORRECTIONS), null);
        assertThat(post("/api/v1/corrections/holdings", "holder", Map.of("records", List.of(taken)))
                        .statusCode())
                .as("not registered")
                .isEqualTo(409);
        var registered = post(
                "/api/v1/corrections/registration", "holder", Map.of("name", "自行登记的单位", "types", List.of(PENALTY)));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
        assertThat(json(registered).path("types").isEmpty())
                .as("nobody says of itself that it takes a type over")
                .isTrue();

        var declared = json(
                post("/api/v1/corrections/holdings", "holder", Map.of("records", List.of(taken, gone, "no-address"))));
        assertThat(declared.path("held").asInt()).isEqualTo(1);
        assertThat(declared.path("refused").toString()).contains(gone, "no-address");

        withdraw(taken);
        soon().untilAsserted(() -> assertThat(noticesOf("holder", taken)).hasSize(1));
        assertThat(noticesOf("holder", gone)).isEmpty();
    }

    @Test
    void acknowledgementIsTakenOnceFromWhomItIsOwedAndLateOnesStayLate() throws Exception {
        deliver(penalties(base, 2));
        var first = addressOf(base);
        withdraw(first);
        soon().untilAsserted(() -> assertThat(noticesOf("bulk-consumer", first)).hasSize(1));
        var notice = noticesOf("bulk-consumer", first).getFirst();
        var path = notice.path("acknowledgement").asString();

        assertThat(post(path, "stranger", Map.of()).statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/corrections/2026-0/acknowledgement", "bulk-consumer", Map.of())
                        .statusCode())
                .isEqualTo(404);
        var done = json(post(path, "bulk-consumer", Map.of()));
        assertThat(done.path("inTime").asBoolean()).isTrue();
        assertThat(json(post(path, "bulk-consumer", Map.of())).path("acknowledgedAt"))
                .as("the first one stands")
                .isEqualTo(done.path("acknowledgedAt"));
        assertThat(post("/api/v1/corrections/acknowledgements", "bulk-consumer", Map.of("numbers", List.of()))
                        .statusCode())
                .isEqualTo(400);
    }

    /** What a correction corrects is not said again: by no page, feed or log. */
    @Test
    void boardFeedPagesAndLogsCarryOpaqueIdsOnly(CapturedOutput output) throws Exception {
        var conduct = "假冒伪劣之特别行为";
        deliver(penalties(base, 2).set(0, "CF_WFXW", conduct).set(1, "CF_WFXW", conduct));
        var withdrawn = addressOf(base);
        var repaired = addressOf(base + 1);
        withdraw(withdrawn);
        archive.end(repaired, Ending.REPAIRED, "特别修复决定1号", "", "test");
        soon().untilAsserted(
                        () -> assertThat(noticesOf("bulk-consumer", repaired)).hasSize(1));

        for (var path : List.of(
                "/corrections",
                "/en/corrections",
                "/api/v1/corrections/feed?limit=1000",
                "/api/v1/corrections/board",
                "/records/" + repaired)) {
            assertThat(get(path, null).body())
                    .as(path)
                    .doesNotContain(
                            PenaltyFile.name(base),
                            PenaltyFile.name(base + 1),
                            PenaltyFile.code(base),
                            PenaltyFile.code(base + 1),
                            PenaltyFile.number(base),
                            PenaltyFile.number(base + 1),
                            conduct,
                            "特别修复决定1号");
        }
        assertThat(get("/corrections", null).body()).contains(withdrawn, "单位bulk-consumer");
        assertThat(get("/api/v1/corrections/feed?limit=1000", null).body())
                .contains(withdrawn, repaired)
                .doesNotContain("withdrawn", "repaired", PENALTY);
        assertThat(output.getAll())
                .doesNotContain(PenaltyFile.name(base), PenaltyFile.code(base), PenaltyFile.number(base), conduct);
    }

    @Test
    void officeRegistersByProgramAndIsToldWhatIsWrong() throws Exception {
        setup.client("the-office", SECRET, Set.of(Permission.DELIVER_FOR_ALL, Permission.OVERSEE), null);
        var faulty = post(
                "/api/v1/corrections/consumers",
                "the-office",
                Map.of(
                        "client", "Bad Name",
                        "name", "",
                        "types", List.of("no-type"),
                        "webhook", "ftp://example.org/x",
                        "probe", "http://127.0.0.1/x"));
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body()).contains("client", "name", "types", "no-type");
        var addresses = post(
                "/api/v1/corrections/consumers",
                "the-office",
                Map.of(
                        "client",
                        "good",
                        "name",
                        "某银行",
                        "webhook",
                        "ftp://example.org/x",
                        "probe",
                        "http://127.0.0.1/x"));
        assertThat(addresses.statusCode()).isEqualTo(400);
        assertThat(json(addresses).path("errors").findValuesAsString("field")).containsExactly("webhook", "probe");
        assertThat(addresses.body()).contains("http://", "{id}");
        assertThat(post("/api/v1/corrections/consumers", "bulk-consumer", Map.of("client", "x", "name", "y"))
                        .statusCode())
                .isEqualTo(403);
    }
}
