package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that ends anywhere: never an exception, never half a delivery, and every row that came is answered. */
class CutFilesTests extends RiggedIntake {

    private static final int ROWS = 6;
    private static final int CUTS = 40;
    private static final long SEED = Long.getLong("seed", 20260610L);

    private PenaltyFile file;

    @BeforeEach
    void aFile() {
        file = PenaltyFile.of(base, ROWS).set(1, "CF_SY", "两行，\n\"引\"，逗号,").set(3, "BZ", "𠮷");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "XLSX"})
    void answersEveryRowThatCameOrRefusesTheFile(String kind) throws Exception {
        var whole = kind.equals("XLSX") ? file.workbook().bytes() : file.text().getBytes(Charset.forName(kind));
        var random = new Random(SEED);
        for (int i = 0; i < CUTS; i++) {
            int end = random.nextInt(whole.length);
            requireWholeAnswer(kind + " cut at " + end + ", seed " + SEED, Arrays.copyOf(whole, end));
        }
        var last = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(whole));
        assertThat(last.state()).isEqualTo(Delivery.State.CLOSED);
        assertThat(last.counts().refused() + last.counts().waiting()).isZero();
        assertThat(last.counts().answered()).isEqualTo(ROWS);
    }

    private void requireWholeAnswer(String what, byte[] cut) throws Exception {
        var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(cut));
        var counts = delivery.counts();
        if (delivery.state() == Delivery.State.REJECTED) {
            assertThat(delivery.findings()).as(what).isNotEmpty().allSatisfy(FindingWords::requireSaid);
            assertThat(counts.received()).as(what).isZero();
        } else {
            assertThat(delivery.state()).as(what).isEqualTo(Delivery.State.CLOSED);
            assertThat(counts.answered()).as(what).isEqualTo(counts.received());
            assertThat(counts.received()).as(what).isBetween(1, ROWS);
            assertThat(rig.receipts(delivery)).as(what).hasSize(counts.received());
        }
        rig.requireNothingStaged();
    }

    /** A connection that breaks is no file that ends: it never becomes a delivery. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsNothingOfAnUploadThatBreaksOff(boolean workbook) throws Exception {
        var whole = workbook ? file.workbook().bytes() : file.text().getBytes(StandardCharsets.UTF_8);
        long deliveries = deliveries();
        var random = new Random(SEED);
        for (int i = 0; i < CUTS; i++) {
            var begin = new ByteArrayInputStream(whole, 0, 9 + random.nextInt(whole.length - 9));
            var fault = Assertions.catchThrowable(
                    () -> rig.deliveries().receive(IntakeRig.order(), new SequenceInputStream(begin, broken())));

            assertThat(fault).isInstanceOf(IOException.class).hasMessage("connection reset");
            rig.requireNothingStaged();
        }
        assertThat(deliveries()).isEqualTo(deliveries);
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
    }

    private long deliveries() {
        return sql.sql("SELECT count(*) FROM intake.delivery").query(Long.class).single();
    }

    /** The rows behind the last whole one are neither guessed nor lost: the row is there, and refused. */
    @Test
    void refusesTheRowInWhichACsvEnds() throws Exception {
        var text = PenaltyFile.of(base + ROWS, 2).text();
        var cut = text.substring(0, text.lastIndexOf("罚款人民币"));
        var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)));

        assertThat(delivery.counts()).isEqualTo(new RowCounts(2, 1, 0, 0, 1, 0));
        assertThat(rig.receipts(delivery).getLast().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("row.too-few-cells"));
    }
}
