package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.Deliveries.Order;

/** Real registers re-encoded and damaged, fuzzers' workbooks, and decisions as authorities published them. */
class RealFilesTests extends RiggedIntake {

    private static final String REGISTER = "organisation-register";

    @ParameterizedTest
    @CsvSource({
        "register_utf16le_bom.csv, file.encoding-utf16",
        "register_utf8_tab_separated.tsv, file.separator",
        "poi_54764.xlsx, file.xml-doctype",
        "poi_xlsx-corrupted.xlsx, file.workbook-damaged",
        "poi_clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx, file.workbook-damaged",
        "spectrum_simple.csv, header.none",
        "spectrum_escaped_quotes.csv, header.none",
        "spectrum_newlines_crlf.csv, header.none",
        "spectrum_utf8.csv, header.none",
        "csv_formula_injection_payloads.txt, file.separator"
    })
    void refusesDamagedFiles(String name, String code) throws Exception {
        var delivery = deliver(REGISTER, Files.readAllBytes(sample(name)));

        assertThat(delivery.state()).isEqualTo(Delivery.State.REJECTED);
        assertThat(delivery.findings()).isNotEmpty().allSatisfy(FindingWords::requireSaid);
        assertThat(delivery.findings().getFirst().code()).isEqualTo(code);
        rig.requireNothingStaged();
    }

    /** The same 280 rows in both encodings come to the same answers. */
    @Test
    void readsTheRegisterInBothEncodings() throws Exception {
        var gb = deliver(REGISTER, Files.readAllBytes(sample("register_gb18030.csv")));
        var utf8 = deliver(REGISTER, Files.readAllBytes(sample("register_utf8_bom.csv")));

        assertThat(gb.counts().received()).isEqualTo(280);
        assertThat(gb.counts().refused()).isZero();
        assertThat(utf8.counts()).isEqualTo(gb.counts());
    }

    /** As it lies there the file ends behind a character, a byte less ends within it. */
    @Test
    void refusesARegisterThatEndsWithinACharacter() throws Exception {
        var bytes = Files.readAllBytes(sample("register_gb18030_cut_mid_character.csv"));
        var cut = deliver(REGISTER, Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(deliver(REGISTER, bytes).counts().received()).isEqualTo(139);
        assertThat(cut.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("file.encoding-broken");
            assertThat(finding.row()).isEqualTo(140);
            assertThat(finding.facts()).containsEntry("encoding", "GB18030");
        });
    }

    /** Five names lost a character on their way through GBK. */
    @Test
    void refusesNamesThatLostACharacter() throws Exception {
        var delivery = deliver(REGISTER, Files.readAllBytes(sample("register_gbk_lossy.csv")));

        assertThat(delivery.counts().received()).isEqualTo(280);
        assertThat(rig.receipts(delivery).stream().filter(row -> row.outcome() == RowOutcome.REFUSED))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(row ->
                        assertThat(row.findings()).extracting(Finding::code).containsExactly("text.lost-character"));
    }

    /** Columns of an authority's page are none of the catalogue's. */
    @Test
    void refusesAPageOfDecisionsThatIsNotInTheLayout() throws Exception {
        var delivery = deliver(IntakeRig.PENALTY, Files.readAllBytes(samples("permits_penalties.csv")));

        assertThat(delivery.state()).isEqualTo(Delivery.State.REJECTED);
        assertThat(delivery.findings().getFirst().code()).isEqualTo("header.none");
    }

    /** The same decisions in the layout: every row gets an answer, those without code or with a masked one too. */
    @Test
    void answersRealDecisionsRowByRow() throws Exception {
        var file = new PenaltyFile();
        for (var decision : decisions()) {
            file.add(PenaltyFile.row(1, decision.get(1)));
            int row = file.size() - 1;
            file.set(row, "CF_XDR_MC", decision.get(2))
                    .set(row, "CF_XDR_SHXYM", decision.get(3))
                    .set(row, "CF_JDRQ", decision.get(5))
                    .set(row, "CF_YXQ", "2099-01-31")
                    .set(row, "CF_WFXW", decision.get(7).isEmpty() ? "未公开" : decision.get(7))
                    .set(row, "CF_NR", decision.get(8).isEmpty() ? "罚款" : decision.get(8));
        }
        for (var bytes : List.of(file.bytes(), file.workbook().bytes())) {
            var delivery = deliver(IntakeRig.PENALTY, bytes);
            assertThat(delivery.state()).isEqualTo(Delivery.State.CLOSED);
            assertThat(delivery.counts().received()).isEqualTo(file.size());
            assertThat(delivery.counts().answered()).isEqualTo(file.size());
            assertThat(rig.receipts(delivery))
                    .hasSize(file.size())
                    .allSatisfy(row -> row.findings().forEach(FindingWords::requireSaid));
            assertThat(delivery.counts().waiting()).isPositive();
        }
    }

    private static List<List<String>> decisions() throws IOException {
        var decisions = new ArrayList<List<String>>();
        try (var rows = CsvReader.builder().ofCsvRecord(samples("permits_penalties.csv"))) {
            rows.forEach(row -> {
                if (row.getField(0).equals("penalty")) {
                    decisions.add(row.getFields());
                }
            });
        }
        return decisions;
    }

    private Delivery deliver(String type, byte[] bytes) throws Exception {
        var order = new Order(type, PenaltyFile.AUTHORITY, "clerk", "file", null, false);
        return rig.deliver(order, new ByteArrayInputStream(bytes));
    }

    private static Path sample(String name) {
        return samples("malformed/" + name);
    }

    private static Path samples(String name) {
        return Samples.require(name);
    }
}
