package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.archive.GateReview;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Target;
import org.xinheng.server.policy.SourceScope;

/** What the gate said of stored records follows the rules: a kinder edition does not wait for the next delivery. */
class GateReviewTest extends RecordsServer {

    private static final String BEFORE_ORDER_36 = "2026-03-20";
    private static final String UNDER_ORDER_36 = "2026-04-02";

    @Autowired
    GateReview review;

    @Autowired
    WaitingRows waiting;

    @Autowired
    org.xinheng.server.archive.DeliveredRecords delivered;

    private PenaltyFile decided(String day) {
        return penalties(base, 1).set(0, "CF_JDRQ", day);
    }

    private RecordVersion record() {
        return archive.currentOf(organisation(base).id()).getFirst();
    }

    @Test
    void recordThatTheKinderEditionEndsIsGoneAtOnceAndStaysInTheArchive() throws Exception {
        today(BEFORE_ORDER_36);
        deliver(decided("2025/02/03"));
        var address = addressOf(base);
        today(UNDER_ORDER_36);
        assertThat(publicRecords.find(address, day())).isInstanceOf(Sight.Visible.class);

        review.all();

        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));
        assertThat(publicRecords.ofOrganisation(organisation(base).id(), day())).isEmpty();
        assertThat(record().gate()).isEqualTo("not-shown");
        var versions =
                archive.history(address, archive.position()).orElseThrow().versions();
        assertThat(versions).extracting(RecordVersion::gate).containsExactly("shown", "not-shown");
        assertThat(versions.getLast().values()).isEqualTo(versions.getFirst().values());
        assertThat(versions.getLast().receivedAt())
                .isEqualTo(versions.getFirst().receivedAt());
    }

    @Test
    void windowThatTheKinderEditionShortensIsShortenedAndNothingElse() throws Exception {
        today(BEFORE_ORDER_36);
        deliver(decided("2025/12/01"));
        assertThat(Objects.requireNonNull(record().window()).last()).isEqualTo("2028-11-30");
        today(UNDER_ORDER_36);

        review.all();

        assertThat(Objects.requireNonNull(record().window()).last()).isEqualTo("2026-11-30");
        assertThat(publicRecords.find(addressOf(base), day())).isInstanceOf(Sight.Visible.class);
        assertThat(deliver(decided("2025/12/01")).counts().unchanged()).isEqualTo(1);
        assertThat(delivered
                        .list(new SourceScope(false, java.util.Set.of(market.code())), "", null, 200)
                        .records())
                .extracting(RecordVersion::address)
                .contains(addressOf(base));
    }

    @Test
    void secondReviewFindsNothingToChange() throws Exception {
        today(BEFORE_ORDER_36);
        deliver(decided("2025/12/01"));
        today(UNDER_ORDER_36);
        review.all();
        var position = archive.position();

        assertThat(review.all().changed()).isZero();

        assertThat(archive.position()).isEqualTo(position);
        assertThat(record().version()).isEqualTo(2);
    }

    @Test
    void whatItsTimeEndedGetsNoFurtherVersion() throws Exception {
        today("2026-06-10");
        deliver(decided("2025/07/01"));
        today("2026-09-01");

        review.all();

        assertThat(record().version()).isEqualTo(1);
        assertThat(publicRecords.find(addressOf(base), day())).isEqualTo(new Sight.Gone(null));
    }

    @Test
    void withdrawnRecordIsNotJudgedAgain() throws Exception {
        today(BEFORE_ORDER_36);
        deliver(decided("2025/12/01"));
        var address = addressOf(base);
        archive.withdraw(
                address,
                new org.xinheng.server.archive.Archive.Withdrawal("revoked", "文1号", null, "原决定已撤销，当事人无违法行为。"),
                "test");
        today(UNDER_ORDER_36);

        review.all();

        assertThat(archive.history(address, archive.position()).orElseThrow().versions())
                .hasSize(1);
    }

    @Test
    void linkOfARecordThatWasJudgedAnewCanStillBeTakenBack() throws Exception {
        today(BEFORE_ORDER_36);
        long organisation = Objects.requireNonNull(organisations
                        .openStubs(Map.of(PenaltyFile.code(base), PenaltyFile.name(base)), 1)
                        .get(PenaltyFile.code(base)))
                .id();
        var id = new WaitingRow.Id(
                deliver(decided("2025/12/01").set(0, "CF_XDR_SHXYM", "")).id(), 2);
        waiting.link(id, new Target.Known(organisation), "经核实。", "office");
        var address = addressOf(base);
        today(UNDER_ORDER_36);
        review.all();

        assertThat(waiting.unlink(id, "核实有误", "office")).isInstanceOf(Decision.Unlinked.class);

        assertThat(archive.currentOf(organisation)).isEmpty();
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));
    }

    @Test
    void whatStoodBeforeALinkIsJudgedByTheRulesOfTheDayOnWhichTheLinkIsTakenBack() throws Exception {
        today(BEFORE_ORDER_36);
        deliver(decided("2025/12/01"));
        var organisation = organisation(base).id();
        today("2026-03-21");
        var id = new WaitingRow.Id(
                deliver(decided("2025/12/01").set(0, "CF_XDR_SHXYM", "").set(0, "BZ", "更正"))
                        .id(),
                2);
        waiting.link(id, new Target.Known(organisation), "经核实。", "office");
        today(UNDER_ORDER_36);

        waiting.unlink(id, "核实有误", "office");

        assertThat(record().values()).doesNotContainKey("BZ");
        assertThat(Objects.requireNonNull(record().window()).last()).isEqualTo("2026-11-30");
        assertThat(List.of(record().version())).containsExactly(4);
    }
}
