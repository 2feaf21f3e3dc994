package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.Holdings;

/** What becomes of a row, from the file to the archive. */
class DeliveryOutcomesTest extends RiggedIntake {

    @Test
    void acceptsCleanRowsOntoStubsAndShowsThem() throws Exception {
        var delivery = rig.deliver(PenaltyFile.of(base, 40));

        assertThat(delivery.state()).isEqualTo(Delivery.State.CLOSED);
        assertThat(delivery.counts()).isEqualTo(new RowCounts(40, 40, 0, 0, 0, 0));
        var organisation = idOf(base + 3);
        var shown = rig.publicRecords().ofOrganisation(organisation, LocalDate.of(2026, 6, 10));
        assertThat(shown).singleElement().satisfies(record -> {
            assertThat(record.values()).containsEntry("CF_WSH", PenaltyFile.number(base + 3));
            assertThat(record.values()).doesNotContainKey("CF_FRDB");
            assertThat(record.version()).isEqualTo(1);
            assertThat(record.window()).isNotNull();
        });
    }

    @Test
    void leavesNothingInTheStagingFolder() throws Exception {
        rig.deliver(PenaltyFile.of(base, 5));

        rig.requireNothingStaged();
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws Exception {
        var first = rig.deliver(PenaltyFile.of(base, 30));
        var second = rig.deliver(PenaltyFile.of(base, 30));

        assertThat(second.counts()).isEqualTo(new RowCounts(30, 0, 30, 0, 0, 0));
        assertThat(second.fileHash()).isEqualTo(first.fileHash());
        assertThat(rig.archive().currentOf(idOf(base)).getFirst().version()).isEqualTo(1);
    }

    @Test
    void makesAChangedRowWithTheSameKeyTheNextVersion() throws Exception {
        rig.deliver(PenaltyFile.of(base, 3));
        var corrected = PenaltyFile.of(base, 3)
                .set(1, "CF_NR_FK", "6")
                .set(1, "CF_NR", "罚款人民币60000元。")
                .set(1, "CF_WSH", " 示市监罚[2026] " + (base + 1) + "号");
        var delivery = rig.deliver(corrected);

        assertThat(delivery.counts()).isEqualTo(new RowCounts(3, 1, 2, 0, 0, 0));
        assertThat(rig.archive().currentOf(idOf(base + 1))).singleElement().satisfies(record -> {
            assertThat(record.version()).isEqualTo(2);
            assertThat(record.values()).containsEntry("CF_NR_FK", "6");
        });
    }

    @Test
    void countsAnIdenticalRowOfOneDeliveryAsUnchangedAndRefusesDifferentOnes() throws Exception {
        var file = PenaltyFile.of(base, 2)
                .add(PenaltyFile.row(base, PenaltyFile.number(base)))
                .add(PenaltyFile.row(base + 1, PenaltyFile.number(base + 1)))
                .set(3, "BZ", "另一说法");
        var delivery = rig.deliver(file);

        assertThat(delivery.counts()).isEqualTo(new RowCounts(4, 1, 1, 0, 2, 0));
        assertThat(rig.archive().currentOf(idOf(base + 1))).isEmpty();
    }

    @Test
    void countsANaturalPersonAndKeepsNothingOfIt() throws Exception {
        var file = PenaltyFile.of(base, 3).set(1, "CF_XDR_LB", "自然人").set(1, "CF_XDR_MC", "植名某某");
        var delivery = rig.deliver(file);

        assertThat(delivery.counts()).isEqualTo(new RowCounts(3, 2, 0, 0, 0, 1));
    }

    @Test
    void keepsARowWithoutUsableCodeOrWithAnUnknownNameWaiting() throws Exception {
        rig.register.register(PenaltyFile.code(base), "完全不同的名称有限公司");
        var file = PenaltyFile.of(base, 3)
                .set(1, "CF_XDR_SHXYM", "")
                .set(2, "CF_XDR_SHXYM", wrongCheck(PenaltyFile.code(base + 2)));
        var delivery = rig.deliver(file);

        assertThat(delivery.counts()).isEqualTo(new RowCounts(3, 0, 0, 3, 0, 0));
        var again = rig.deliver(file);
        assertThat(again.counts()).isEqualTo(delivery.counts());
    }

    @Test
    void acceptsBracketsAndWidthsOfANameAsEqual() throws Exception {
        rig.register.register(PenaltyFile.code(base), "示例市（城东）商贸有限公司");
        var delivery = rig.deliver(PenaltyFile.of(base, 1).set(0, "CF_XDR_MC", "示例市(城东) 商贸有限公司"));

        assertThat(delivery.counts().accepted()).isEqualTo(1);
    }

    @Test
    void acceptsTheSameNumberForAnotherOrganisation() throws Exception {
        rig.deliver(PenaltyFile.of(base, 1));
        var delivery = rig.deliver(new PenaltyFile().add(PenaltyFile.row(base + 1, PenaltyFile.number(base))));

        assertThat(delivery.counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0, 0));
        assertThat(rig.archive().currentOf(idOf(base + 1))).hasSize(1);
    }

    @Test
    void refusesRowsWithFaultsAndKeepsTheOthers() throws Exception {
        var file = PenaltyFile.of(base, 4).set(0, "CF_JDRQ", "2026/02/30").set(2, "CF_WSH", "");
        var delivery = rig.deliver(file);

        assertThat(delivery.counts()).isEqualTo(new RowCounts(4, 2, 0, 0, 2, 0));
    }

    @Test
    void readsGb18030AndByteOrderMark() throws Exception {
        var gb = rig.deliver(IntakeRig.order(), PenaltyFile.of(base, 3).stream(Charset.forName("GB18030")));
        var marked = rig.deliver(
                IntakeRig.order(),
                new java.io.ByteArrayInputStream(
                        ("\uFEFF" + PenaltyFile.of(base, 3).text()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(gb.counts().accepted()).isEqualTo(3);
        assertThat(marked.counts().unchanged()).isEqualTo(3);
    }

    @Test
    void answersTheSameIdempotencyKeyWithTheSameDelivery() throws Exception {
        var order = IntakeRig.order("key-" + base);
        var first = rig.deliver(order, PenaltyFile.of(base, 2).stream());
        var second = rig.deliver(order, PenaltyFile.of(base, 2).stream());

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void refusesAnotherFileUnderTheSameIdempotencyKey() throws Exception {
        var order = IntakeRig.order("key-" + base);
        rig.deliver(order, PenaltyFile.of(base, 2).stream());

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> rig.deliver(order, PenaltyFile.of(base + 5, 2).stream()))
                .isInstanceOfSatisfying(
                        OrderRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(OrderRefused.Reason.KEY_REUSED));
        rig.requireNothingStaged();
    }

    @Test
    void leavesTheFeedAsStaleAsItWasWhenNothingOfADeliveryIsKept() throws Exception {
        rig.deliver(PenaltyFile.of(base, 1));
        var before = heard();
        var delivery = rig.deliver(PenaltyFile.of(base, 2).set(0, "CF_WSH", "").set(1, "CF_XDR_LB", "自然人"));

        assertThat(delivery.counts()).isEqualTo(new RowCounts(2, 0, 0, 0, 1, 1));
        assertThat(heard()).isEqualTo(before);
    }

    @Test
    void leavesTheFeedAsStaleAsItWasWhenEveryRowWaitsOrIsRefused() throws Exception {
        rig.deliver(PenaltyFile.of(base, 1));
        var before = heard();
        var delivery = rig.deliver(PenaltyFile.of(base, 3)
                .set(0, "CF_WSH", "")
                .set(1, "CF_XDR_SHXYM", "")
                .set(2, "CF_XDR_SHXYM", ""));

        assertThat(delivery.counts()).isEqualTo(new RowCounts(3, 0, 0, 2, 1, 0));
        assertThat(heard()).isEqualTo(before);
    }

    /** The one word of the source, with its instant. */
    private Holdings.Feed heard() {
        return rig.get(Holdings.class).feeds().stream()
                .filter(feed -> feed.source().equals(PenaltyFile.AUTHORITY)
                        && feed.type().equals(IntakeRig.PENALTY))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesTheFeedAsStaleAsItWasAfterBacklog() throws Exception {
        rig.deliver(PenaltyFile.of(base, 1));
        var before = heard();
        var order =
                new Deliveries.Order(IntakeRig.PENALTY, PenaltyFile.AUTHORITY, "clerk", "penalties.csv", null, true);
        var delivery = rig.deliver(order, PenaltyFile.of(base + 5, 2).stream());

        assertThat(delivery.counts().accepted()).isEqualTo(2);
        assertThat(heard()).isEqualTo(before);
    }

    @Test
    void loadsTwoDeliveriesOfTheSameFileAtOnceOnlyOnce() throws Exception {
        var file = PenaltyFile.of(base, 500);
        var other = Thread.ofVirtual().start(() -> {
            try {
                rig.deliver(file);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        var one = rig.deliver(file);
        other.join();
        var two = rig.deliveries().ofSource(PenaltyFile.AUTHORITY, 2).stream()
                .filter(delivery -> delivery.id() != one.id())
                .findFirst()
                .orElseThrow();

        assertThat(one.counts().accepted() + two.counts().accepted()).isEqualTo(500);
        assertThat(one.counts().unchanged() + two.counts().unchanged()).isEqualTo(500);
    }

    @Test
    void answersEveryRowOfRandomDeliveries() throws Exception {
        long seed = Long.getLong("seed", 20260610L);
        var random = new Random(seed);
        for (int i = 0; i < 15; i++) {
            var file = new PenaltyFile();
            int size = 1 + random.nextInt(120);
            for (int row = 0; row < size; row++) {
                int organisation = base + random.nextInt(60);
                file.add(PenaltyFile.row(organisation, PenaltyFile.number(base + random.nextInt(80))));
                switch (random.nextInt(12)) {
                    case 0 -> file.set(row, "CF_XDR_LB", "自然人");
                    case 1 -> file.set(row, "CF_XDR_SHXYM", "");
                    case 2 -> file.set(row, "CF_NR_FK", "五万");
                    case 3 -> file.set(row, "CF_XDR_MC", "别的名称" + random.nextInt(5));
                    case 4, 5 -> file.set(row, "BZ", "说明" + random.nextInt(3));
                    default -> file.set(row, "BZ", "");
                }
            }
            var delivery = rig.deliver(file);
            assertThat(delivery.state())
                    .as("seed %d, delivery %d: %s", seed, i, delivery.findings())
                    .isEqualTo(Delivery.State.CLOSED);
            assertThat(delivery.counts().received()).isEqualTo(size);
            assertThat(delivery.counts().answered()).as("seed %d", seed).isEqualTo(size);
        }
    }

    private long idOf(int organisation) {
        var code = PenaltyFile.code(organisation);
        return Objects.requireNonNull(rig.register.subjects(List.of(code)).get(code))
                .id();
    }

    private static String wrongCheck(String code) {
        return org.xinheng.testkit.code.CodeMint.withWrongCheck(code, new Random(1));
    }
}
