package org.xinheng.server.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.server.intake.FileFinding;

/** Rows and faults of CSV files. */
class CsvRowsTest {

    private static final String TEXT = "名称,代码\n示例市甲有限公司,1\n\n\"带\"\"引号,逗号\n和换行\",2\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsBothEncodings(String charset) throws IOException {
        var rows = read(TEXT.getBytes(Charset.forName(charset)));

        assertThat(rows).extracting(SourceRow::number).containsExactly(1, 2, 4);
        assertThat(rows.get(2).cells()).containsExactly("带\"引号,逗号\n和换行", "2");
    }

    @Test
    void skipsTheByteOrderMark() throws IOException {
        assertThat(read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))
                        .getFirst()
                        .cells()[0])
                .isEqualTo("名称");
    }

    @Test
    void readsAFileOfMoreThanOneBuffer() throws IOException {
        var text = new StringBuilder("a,b\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(i).append(",行").append(i).append('\n');
        }
        assertThat(read(text.toString().getBytes(StandardCharsets.UTF_8))).hasSize(30_001);
        assertThat(read(text.toString().getBytes(Charset.forName("GB18030"))))
                .last()
                .satisfies(row -> assertThat(row.cells()[1]).isEqualTo("行29999"));
    }

    @Test
    void refusesUtf16WithASentenceOfItsOwn() {
        assertThat(refusal("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)).code())
                .isEqualTo("file.encoding-utf16");
    }

    @Test
    void refusesAByteThatBelongsToNoEncodingAndTellsTheRow() {
        var bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        var broken = bytes.clone();
        broken[indexOf(bytes, "甲".getBytes(StandardCharsets.UTF_8)) + 1] = 'x';

        var finding = refusal(broken);
        assertThat(finding.code()).isEqualTo("file.encoding-broken");
        assertThat(finding.row()).isEqualTo(2);
        assertThat(finding.facts()).containsEntry("encoding", "UTF-8");
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        assertThat(refusal("a,b\n1,\"2\n3,4\n".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("file.quote-not-closed");
    }

    @Test
    void refusesACellOfTenMegabytes() {
        var bytes = new byte[10 << 20];
        Arrays.fill(bytes, (byte) 'x');
        var finding = refusal(bytes);
        assertThat(finding.code()).isEqualTo("file.cell-too-long");
    }

    @Test
    void refusesAMillionColumns() {
        var bytes = new byte[1_000_000];
        Arrays.fill(bytes, (byte) ',');
        bytes[0] = 'a';
        assertThat(refusal(bytes).code()).isEqualTo("file.too-many-columns");
    }

    @Test
    void endsAnywhereAFileIsCutWithRowsOrAFinding() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var bytes = TEXT.getBytes(charset);
            for (int end = 1; end < bytes.length; end++) {
                try {
                    assertThat(read(Arrays.copyOf(bytes, end))).isNotEmpty();
                } catch (FileRefused refused) {
                    assertThat(refused.findings()).hasSize(1);
                }
            }
        }
    }

    private static List<SourceRow> read(byte[] bytes) throws IOException {
        var rows = new ArrayList<SourceRow>();
        try (var source = CsvRows.of(new ByteArrayInputStream(bytes))) {
            for (var row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static FileFinding refusal(byte[] bytes) {
        return catchThrowableOfType(FileRefused.class, () -> read(bytes))
                .findings()
                .getFirst();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
