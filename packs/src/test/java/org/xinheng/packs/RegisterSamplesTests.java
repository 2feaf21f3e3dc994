package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeKind;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.Verdict;
import org.xinheng.packs.table.CodeTablesReader;

/** A real register, dirty as real ones are: what is found must add up to its rows. */
class RegisterSamplesTests {

    private final CodeReader reader = CodeReader.of(CodeTablesReader.read(Project.nationalPack()));
    private final Map<CodeKind, Integer> kinds = new EnumMap<>(CodeKind.class);
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<CodeReason, Integer> reasons = new EnumMap<>(CodeReason.class);

    @Test
    void ordinaryRegisterAddsUp() throws IOException {
        assertAddsUp("org_register_sample.csv", 20_000, 19_951, 44, 5);
        assertThat(verdicts.get(Verdict.CHECKSUM_MISMATCH)).isEqualTo(1);
        assertThat(verdicts.get(Verdict.INVALID))
                .as("numbers of cooperatives with letters")
                .isEqualTo(3);
    }

    @Test
    void largeRegisterAddsUp() throws IOException {
        assertAddsUp("org_register_large.csv.gz", 150_000, 149_637, 345, 17);
        assertThat(reasons.get(CodeReason.INNER_ORGANISATION_CODE)).isEqualTo(14);
    }

    @Test
    void dirtyRegisterAddsUp() throws IOException {
        assertAddsUp("org_register_dirty.csv", 1_375, 762, 463, 141);
        assertThat(reasons.get(CodeReason.LENGTH))
                .as("licence numbers in words")
                .isEqualTo(8);
    }

    private void assertAddsUp(String name, int rows, int uscc, int fifteen, int thirteen) throws IOException {
        assertThat(read(name)).isEqualTo(rows);
        assertThat(kinds)
                .containsEntry(CodeKind.USCC, uscc)
                .containsEntry(CodeKind.REGISTRATION_15, fifteen)
                .containsEntry(CodeKind.REGISTRATION_13, thirteen);
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(rows);
        assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(rows);
        assertThat(reasons)
                .as("no code of a real organisation is taken for a person's number")
                .doesNotContainKey(CodeReason.RESIDENT_ID_NUMBER);
    }

    private int read(String name) throws IOException {
        Path file = Project.sample(name);
        int rows = 0;
        try (InputStream in = name.endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : records) {
                rows++;
                CodeFinding finding = reader.read(row.getField("uscc_raw"));
                kinds.merge(finding.kind(), 1, Integer::sum);
                verdicts.merge(finding.verdict(), 1, Integer::sum);
                finding.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            }
        }
        return rows;
    }
}
