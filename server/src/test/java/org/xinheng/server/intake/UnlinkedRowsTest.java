package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Decision.Refused;
import org.xinheng.server.intake.WaitingRows.Refusal;
import org.xinheng.server.intake.WaitingRows.Target;

/** Law 12: what a human linked can be unlinked, and what stood before follows. */
class UnlinkedRowsTest extends WaitingRowsServer {

    @Test
    void unlinkedRecordIsGoneAtOnceAndTheRowWaitsAgain() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        var before = archive.position();
        waiting.link(id, new Target.Known(organisation), GROUND, "office");
        var address = addressOf(base);
        var linked = archive.position();

        assertThat(waiting.unlink(id, "核实有误", "office")).isInstanceOf(Decision.Unlinked.class);

        assertThat(archive.currentOf(organisation)).isEmpty();
        assertThat(archive.find(address)).isNull();
        assertThat(publicRecords.find(address, day())).isEqualTo(new Sight.Gone(null));
        assertThat(row(id).state()).isEqualTo(State.WAITING);
        assertThat(archive.history(address, before)).isEmpty();
        assertThat(archive.history(address, linked).orElseThrow().ended()).isNull();
        assertThat(archive.history(address, archive.position()).orElseThrow().ended())
                .isNotNull()
                .extracting(Ended::ending)
                .isEqualTo(Ending.UNLINKED);
        assertThat(deliver(penalties(base, 1).set(0, "CF_XDR_SHXYM", ""))
                        .counts()
                        .waiting())
                .isEqualTo(1);
    }

    @Test
    void unlinkedRowCanBeLinkedToTheRightOneAndEvenToTheSameAgain() throws Exception {
        long right = register(base);
        long wrong = register(base + 1);
        var id = waitingRow(base);
        waiting.link(id, new Target.Known(wrong), GROUND, "office");
        waiting.unlink(id, "核实有误", "office");

        waiting.link(id, new Target.Known(right), GROUND, "office");
        assertThat(archive.currentOf(right)).hasSize(1);
        assertThat(archive.currentOf(wrong)).isEmpty();

        waiting.unlink(id, "核实有误", "office");
        assertThat(waiting.link(id, new Target.Known(right), GROUND, "office"))
                .isInstanceOfSatisfying(
                        Decision.Linked.class,
                        linked -> assertThat(linked.correction()).isFalse());
        assertThat(archive.currentOf(right))
                .singleElement()
                .satisfies(record -> assertThat(record.version()).isEqualTo(2));
    }

    @Test
    void aWrongLinkTakenBackDoesNotBarTheRowThatBringsTheCode() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        waiting.link(id, new Target.Known(organisation), GROUND, "office");
        waiting.unlink(id, "核实有误", "office");

        assertThat(deliver(penalties(base, 1)).counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(archive.currentOf(organisation)).hasSize(1);
    }

    @Test
    void linkThatCorrectedARecordIsFollowedByWhatStoodBefore() throws Exception {
        deliver(penalties(base, 1));
        var address = addressOf(base);
        today("2026-06-11");
        var corrected = deliver(penalties(base, 1)
                .set(0, "CF_XDR_SHXYM", "")
                .set(0, "CF_NR_FK", "6")
                .set(0, "CF_NR", "罚款人民币60000元。"));
        var id = new WaitingRow.Id(corrected.id(), 2);
        var organisation = organisation(base).id();

        assertThat(waiting.link(id, new Target.Known(organisation), GROUND, "office"))
                .isInstanceOfSatisfying(
                        Decision.Linked.class,
                        linked -> assertThat(linked.correction()).isTrue());
        assertThat(Objects.requireNonNull(archive.find(address)).values()).containsEntry("CF_NR_FK", "6");

        waiting.unlink(id, "核实有误", "office");

        assertThat(Objects.requireNonNull(archive.find(address))).satisfies(record -> {
            assertThat(record.values()).containsEntry("CF_NR_FK", "5");
            assertThat(record.version()).isEqualTo(3);
        });
        assertThat(archive.history(address, archive.position()).orElseThrow().versions())
                .hasSize(3);
        assertThat(deliver(penalties(base, 1)).counts().unchanged()).isEqualTo(1);
    }

    @Test
    void rowThatCameWithItsCodeSinceIsSettledWithoutAVersion() throws Exception {
        var id = waitingRow(base);
        today("2026-06-12");
        deliver(penalties(base, 1));
        var organisation = organisation(base).id();

        assertThat(waiting.candidates(row(id)).getFirst().record()).isEqualTo(addressOf(base));
        assertThat(waiting.link(id, new Target.Known(organisation), GROUND, "office"))
                .isEqualTo(new Decision.StoodAlready(addressOf(base)));
        assertThat(archive.currentOf(organisation))
                .singleElement()
                .satisfies(record -> assertThat(record.version()).isEqualTo(1));
        assertThat(waiting.unlink(id, "核实有误", "office")).isInstanceOf(Decision.Unlinked.class);
        assertThat(archive.currentOf(organisation)).hasSize(1);
    }

    @Test
    void linkWhoseRecordADeliveryCarriesFurtherIsNotTakenBack() throws Exception {
        long organisation = register(base);
        var id = waitingRow(base);
        waiting.link(id, new Target.Known(organisation), GROUND, "office");
        deliver(penalties(base, 1));

        assertThat(waiting.unlink(id, "核实有误", "office")).isEqualTo(Refused.of(Refusal.LATER_VERSION));
        assertThat(row(id).state()).isEqualTo(State.LINKED);
        assertThat(archive.currentOf(organisation)).hasSize(1);
    }
}
