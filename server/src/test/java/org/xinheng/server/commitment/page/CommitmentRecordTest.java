package org.xinheng.server.commitment.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Outcome.Refused;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Reason;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;

/** A commitment that is signed here is a record like any other, in the same transaction; its state comes as further versions. */
class CommitmentRecordTest extends CommitmentServer {

    private static final String SECRET = "commitment-record-secret";
    private static final String STATEMENT = "按规定条件经营并接受核查";
    private static final Act.Review LACKING = new Act.Review(Performance.NOT, "现场核查不符合条件");
    private static final Act.Notify NOTICE = new Act.Notify("告1", "经营场所不符合条件", "第三十条", "撤销许可");

    private Outcome sign(Organisation party, String key) {
        Act.Sign act = new Act.Sign(STATEMENT, List.of(), null);
        return desk.sign(
                account(party),
                desk.item("restaurant-permit").orElseThrow(),
                new CommitmentDesk.Signing("market", act, key));
    }

    private Promise signed(Organisation party) {
        return accepted(sign(party, UUID.randomUUID().toString()));
    }

    private Promise act(Actor actor, Promise promise, Act act) {
        return accepted(desk.act(actor, promise, promise.steps().size(), act));
    }

    private RecordVersion record() {
        List<RecordVersion> all = archive.currentOf(party.id());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Promise broken() {
        Promise charged = act(OFFICER, act(OFFICER, signed(party), LACKING), NOTICE);
        today("2026-06-18");
        return act(HEAD, charged, new Act.Decide("定1", true, "期限内未陈述申辩"));
    }

    @Test
    void theSigningIsAPublicRecord() throws Exception {
        String key = UUID.randomUUID().toString();
        Promise signed = accepted(sign(party, key));
        RecordVersion record = record();

        assertThat(record.type()).isEqualTo("commitment");
        assertThat(record.gate()).isEqualTo("shown");
        assertThat(record.values())
                .containsEntry("CN_BM", signed.number())
                .containsEntry("CN_NR", STATEMENT)
                .containsEntry("CN_LX", "审批替代型")
                .containsEntry("CN_GK", "可向社会公开")
                .doesNotContainKeys("CN_ZT_LX", "CN_RDRQ");
        assertThat(server.get("/records/" + record.address(), null).body()).contains(signed.number());
        assertThat(server.get("/organisations/" + party.code(), null).body()).contains(signed.number());

        assertThat(accepted(sign(party, key))).isEqualTo(signed);
        assertThat(record().version()).isEqualTo(1);
    }

    @Test
    void aFindingIsRecordedOnlyWithItsDecision() {
        Promise promise = act(OFFICER, act(OFFICER, signed(party), LACKING), NOTICE);
        assertThat(record().version()).as("a charge is not told").isEqualTo(1);

        today("2026-06-18");
        act(HEAD, promise, new Act.Decide("定1", true, "期限内未陈述申辩"));

        RecordVersion record = record();
        assertThat(record.version()).isEqualTo(2);
        assertThat(record.values())
                .containsEntry("CN_ZT_LX", "全部未履行")
                .containsEntry("CN_WLX", "经营场所不符合条件")
                .containsEntry("CN_ZJ", "撤销许可")
                .containsEntry("CN_RDRQ", "2026-06-18");
        assertThat(record.window())
                .as("gone by itself with the window of the breach")
                .isEqualTo(new DateWindow(LocalDate.parse("2026-06-10"), LocalDate.parse("2027-06-18")));
    }

    @Test
    void aDecisionThatClearsLeavesTheRecordAsItWas() {
        Promise promise = act(OFFICER, act(OFFICER, signed(party), LACKING), NOTICE);
        today("2026-06-18");
        act(HEAD, promise, new Act.Decide("定1", false, "说明成立"));

        assertThat(record().version()).isEqualTo(1);
    }

    @Test
    void aRepairEndsTheRecord() throws Exception {
        Promise broken = broken();
        String address = record().address();

        act(HEAD, broken, new Act.Repair("修1", "整改到位"));

        assertThat(archive.currentOf(party.id())).isEmpty();
        assertThat(server.get("/records/" + address, null).statusCode()).isEqualTo(410);
    }

    @Test
    void whatWasPerformedCounts() {
        act(OFFICER, signed(party), new Act.Review(Performance.FULFILLED, "现场核查符合条件"));

        assertThat(record().version()).isEqualTo(2);
        assertThat(record().values()).containsEntry("CN_ZT_LX", "全部履行");
    }

    @Test
    void whatWasTakenBackIsClosedToThePublic() throws Exception {
        Promise signed = signed(party);
        act(account(party), signed, new Act.Withdraw());

        assertThat(record().gate()).isEqualTo("not-shown");
        assertThat(record().values()).containsEntry("CN_GK", "不可公开").doesNotContainKey("CN_ZT_LX");
        assertThat(server.get("/organisations/" + party.code(), null).body()).doesNotContain(signed.number());
    }

    @Test
    void thatOfAnIndividualBusinessIsNotPublished() {
        party = organisation("92", 2);
        signed(party);

        assertThat(record().gate()).isEqualTo("not-shown");
    }

    @Test
    void nobodyWithdrawsTheRecordBesideItsCommitment() throws Exception {
        signed(party);
        setup.client("market-delivers", SECRET, Set.of(Permission.DELIVER), "market");

        var answer = server.post(
                "/api/v1/records/" + record().address() + "/withdrawal",
                server.token("market-delivers", SECRET),
                object("ground", "revoked", "documentNumber", "撤1", "statement", "撤销"));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(record().gate()).isEqualTo("shown");
    }

    @Test
    void anActWhoseRecordTakesNoVersionDoesNotStand() {
        Promise signed = signed(party);
        archive.end(record().address(), Ending.REPAIRED, "修1", "", "test");

        Outcome outcome = desk.act(OFFICER, signed, 1, new Act.Review(Performance.FULFILLED, "已全部履行"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.RECORD_UNFIT));
        assertThat(Objects.requireNonNull(desk.commitments().find(signed.id()).orElse(null))
                        .steps())
                .hasSize(1);
    }
}
