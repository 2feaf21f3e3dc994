package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.xlsx.RawWorkbook;

/**
 * Whatever a source delivers gets a clear answer: which file, sheet, row and column, what is wrong and what to do; and
 * nothing is lost or half done. The cases stand in {@link BadFile} and {@link BadRow}.
 */
class BadInputTests extends RiggedIntake {

    @ParameterizedTest
    @MethodSource("org.xinheng.server.intake.BadFile#all")
    void refusesTheFileAndKeepsNothingOfIt(BadFile file) throws Exception {
        long records = records();
        var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(file.bytes()));

        assertThat(delivery.state()).isEqualTo(Delivery.State.REJECTED);
        assertThat(delivery.counts()).isEqualTo(new RowCounts(0, 0, 0, 0, 0, 0));
        assertThat(delivery.fileHash()).isEqualTo(sha256(file.bytes()));
        assertThat(delivery.fileSize()).isEqualTo(file.bytes().length);
        assertThat(delivery.findings()).allSatisfy(FindingWords::requireSaid);
        assertThat(delivery.findings().getFirst()).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(file.code());
            assertThat(finding.sheet()).isEqualTo(file.sheet());
            assertThat(finding.row()).isEqualTo(file.row());
            assertThat(finding.column()).isEqualTo(file.column());
        });
        assertThat(records()).isEqualTo(records);
        rig.requireNothingStaged();
    }

    @ParameterizedTest
    @MethodSource("org.xinheng.server.intake.BadRow#all")
    void answersTheRowAndTakesTheOthers(BadRow bad) throws Exception {
        for (var bytes : files(bad)) {
            var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(bytes));

            assertThat(delivery.state()).as("%s", delivery.findings()).isEqualTo(Delivery.State.CLOSED);
            assertThat(delivery.counts().received()).isEqualTo(3);
            assertThat(delivery.counts().answered()).isEqualTo(3);
            var receipts = rig.receipts(delivery);
            assertThat(receipts).extracting(RowReceipt::row).containsExactly(2, 3, 4);
            assertThat(receipts.getFirst().outcome()).isEqualTo(RowOutcome.ACCEPTED);
            assertThat(receipts.getLast().outcome()).isEqualTo(RowOutcome.ACCEPTED);
            requireAnswer(bad, receipts.get(1));
            rig.requireNothingStaged();
            base += 3;
        }
    }

    private static void requireAnswer(BadRow bad, RowReceipt answer) {
        assertThat(answer.outcome()).as("%s", answer.findings()).isEqualTo(bad.outcome());
        answer.findings().forEach(FindingWords::requireSaid);
        var codes =
                new ArrayList<>(answer.findings().stream().map(Finding::code).toList());
        if (answer.outcome() == RowOutcome.OUT_OF_SCOPE) {
            codes.add(answer.reason());
            FindingWords.requireSaid(answer.reason());
            assertThat(answer.cells()).isEmpty();
        }
        assertThat(codes).containsExactlyInAnyOrderElementsOf(bad.codes());
        if (bad.field() != null) {
            assertThat(answer.findings()).allSatisfy(finding -> {
                assertThat(finding.field()).isEqualTo(bad.field());
            });
        }
    }

    /** The same fault in every kind of file that can hold it. */
    private List<byte[]> files(BadRow bad) {
        if (bad.cell() != null) {
            var file = PenaltyFile.of(base, 3).set(1, bad.column(), "@");
            var book = file.workbook().styles("yyyy/m/d");
            var address = RawWorkbook.letters(PenaltyFile.COLUMNS.indexOf(bad.column())) + "3";
            return List.of(book.change(
                            "xl/worksheets/sheet1.xml",
                            RawWorkbook.text(address, "@"),
                            bad.cell().replace("@", address))
                    .bytes());
        }
        return List.of(
                PenaltyFile.of(base, 3).set(1, bad.column(), bad.value()).bytes(),
                PenaltyFile.of(base + 3, 3)
                        .set(1, bad.column(), bad.value())
                        .workbook()
                        .bytes());
    }

    private long records() {
        return sql.sql("SELECT count(*) FROM archive.version").query(Long.class).single();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
