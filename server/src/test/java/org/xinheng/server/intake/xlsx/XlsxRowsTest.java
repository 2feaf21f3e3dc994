package org.xinheng.server.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.xlsx.RawWorkbook.row;
import static org.xinheng.server.intake.xlsx.RawWorkbook.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.server.intake.RowFault;
import org.xinheng.server.intake.read.FileRefused;
import org.xinheng.server.intake.read.SourceRow;
import org.xinheng.server.intake.spool.Scratches;

/** What a clerk sees in a workbook is what is read; what she does not see is refused. */
class XlsxRowsTest {

    private static final String HEADER = row(1, "", text("A1", "名称") + text("B1", "值"));

    @TempDir
    Path folder;

    @AfterEach
    void leavesNothingOnTheDisk() throws IOException {
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void readsTextsOfEveryKind() throws IOException {
        var book = new RawWorkbook()
                .shared("<si><t>共享</t></si>"
                        + "<si><r><rPr><b/><sz val=\"11\"/></rPr><t xml:space=\"preserve\">富 </t></r><r><t>文本</t></r></si>"
                        + "<si><t>汉字</t><rPh sb=\"0\" eb=\"1\"><t>hanzi</t></rPh><phoneticPr fontId=\"1\"/></si>"
                        + "<si><t>回车_x000D_换行&#10;&lt;b&gt;_x0041_x_</t></si>")
                .sheet(
                        "数据",
                        HEADER
                                + row(
                                        2,
                                        "spans=\"1:5\" ht=\"14.4\" customHeight=\"1\"",
                                        "<c r=\"A2\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
                                                + "<c r=\"C2\" t=\"s\"><v>2</v></c><c r=\"D2\" t=\"s\"><v>3</v></c>"
                                                + text("E2", "  行内  ") + "<c r=\"F2\" s=\"3\"/>"
                                                + "<c r=\"G2\" t=\"b\"><v>1</v></c><c r=\"H2\" t=\"b\"><v>0</v></c>"));

        assertThat(data(book)).containsExactly("共享", "富 文本", "汉字", "回车\r换行\n<b>Ax_", "  行内  ", "", "TRUE", "FALSE");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "-0.35, -0.35",
        "0.34999999999999998, 0.35",
        "1E-7, 0.0000001",
        "1.2345E3, 1234.5",
        "123456789012345, 123456789012345",
        "1.23456789012345E14, 123456789012345",
        "20260605, 20260605",
        "0, 0",
        "-0, -0"
    })
    void readsANumberAsTheDigitsThatASpreadsheetKeeps(String stored, String shown) throws IOException {
        assertThat(data(cell("<c r=\"A2\"><v>" + stored + "</v></c>"))).containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "#14, 46178, 2026-06-05",
        "#14, 46178.5625, 2026-06-05 13:30:00",
        "#14, 1, 1900-01-01",
        "#14, 59, 1900-02-28",
        "#14, 60, 1900-02-29",
        "#14, 61, 1900-03-01",
        "#14, 0, 1900-01-00",
        "#14, 2958465, 9999-12-31",
        "#21, 0.5, 12:00:00",
        "#31, 46178, 2026-06-05",
        "#58, 46178, 2026-06-05",
        "yyyy/m/d, 46178, 2026-06-05",
        "'yyyy\"年\"m\"月\"d\"日\";@', 46178, 2026-06-05",
        "'[$-804]aaaa;@', 46178, 46178",
        "'[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 46178, 2026-06-05",
        "'[DBNum1][$-804]yyyy\"年\"m\"月\"', 46178, 2026-06-05",
        "'[h]:mm', 1.5, 1.5",
        "General, 46178, 46178",
        "G/通用格式, 46178, 46178",
        "0.00_);[Red]\\(0.00\\), 46178, 46178",
        "'0\"days\"', 46178, 46178",
        "000000, 13, 000013",
        "000000, 1234567, 1234567",
        "@, 46178, 46178"
    })
    void readsANumberAsItsFormatShowsIt(String format, String stored, String shown) throws IOException {
        var book = new RawWorkbook()
                .styles(format)
                .sheet("数据", HEADER + row(2, "", "<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>"));

        assertThat(data(book)).containsExactly(shown);
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookSaysSo() throws IOException {
        var book = new RawWorkbook()
                .since1904()
                .styles("#14")
                .sheet(
                        "数据",
                        HEADER + row(2, "", "<c r=\"A2\" s=\"1\"><v>44716</v></c><c r=\"B2\" s=\"1\"><v>0</v></c>"));

        assertThat(data(book)).containsExactly("2026-06-05", "1904-01-01");
    }

    @Test
    void readsDaysOfTheStrictForm() throws IOException {
        assertThat(data(cell("<c r=\"A2\" t=\"d\"><v>2026-06-05T00:00:00Z</v></c>")))
                .containsExactly("2026-06-05 00:00:00");
    }

    @Test
    void readsCellsWithoutAddressesAndNamesWithPrefixes() throws IOException {
        var book = new RawWorkbook()
                .sheet("数据", "")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                                + "<x:row><x:c t=\"str\"><x:v>名称</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row>"
                                + "<x:row r=\"5\"><x:c r=\"B5\"><x:v>8</x:v></x:c><x:c><x:v>9</x:v></x:c></x:row>"
                                + "</x:sheetData></x:worksheet>");

        assertThat(read(book)).extracting(SourceRow::number).containsExactly(1, 5);
        assertThat(read(book).getLast().cells()).containsExactly("", "8", "9");
    }

    @Test
    void numbersSheetsWithContentAndLeavesOutBlankOnes() throws IOException {
        var book = new RawWorkbook()
                .sheet("一", HEADER + row(3, "", text("A3", "甲")))
                .sheet("空", row(1, "", "<c r=\"A1\" s=\"0\"/>") + row(9, "", text("C9", "  ")))
                .sheet("二", HEADER);

        assertThat(read(book))
                .extracting(SourceRow::sheet, SourceRow::sheetName, SourceRow::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "一", 1),
                        org.assertj.core.groups.Tuple.tuple(0, "一", 3),
                        org.assertj.core.groups.Tuple.tuple(1, "二", 1));
    }

    @ParameterizedTest
    @MethodSource
    void marksCellsWhoseTextIsNoValue(String cells, int column, RowFault fault, List<String> facts) throws IOException {
        var row = read(cell(cells)).getLast();

        assertThat(row.faults()).singleElement().satisfies(found -> {
            assertThat(found.column()).isEqualTo(column);
            assertThat(found.fault()).isEqualTo(fault);
            assertThat(found.cell()).isEqualTo((char) ('A' + column) + "2");
            assertThat(found.facts()).isEqualTo(facts);
        });
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> marksCellsWhoseTextIsNoValue() {
        return Stream.of(
                fault("<c r=\"B2\"><f>1+1</f><v>2</v></c>", 1, RowFault.FORMULA),
                fault("<c r=\"B2\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>乙</v></c>", 1, RowFault.FORMULA),
                fault("<c r=\"B2\"><f>NOW()</f></c>", 1, RowFault.FORMULA),
                fault("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>", 0, RowFault.ERROR_VALUE, "#N/A"),
                fault("<c r=\"C2\"><v>9.11101080000000E+17</v></c>", 2, RowFault.DIGITS_LOST, "9.11101E+17"),
                fault("<c r=\"C2\"><v>110101199003070000</v></c>", 2, RowFault.DIGITS_LOST, "1.10101E+17"),
                fault("<c r=\"C2\"><v>1e15</v></c>", 2, RowFault.DIGITS_LOST, "1E+15"));
    }

    private static org.junit.jupiter.params.provider.Arguments fault(
            String cells, int column, RowFault fault, String... facts) {
        return org.junit.jupiter.params.provider.Arguments.of(cells, column, fault, List.of(facts));
    }

    @Test
    void marksEveryCellThatAFormulaOfAnArrayFills() throws IOException {
        var book = new RawWorkbook()
                .sheet(
                        "数据",
                        HEADER
                                + row(2, "", "<c r=\"B2\"><f t=\"array\" ref=\"B2:B3\">A2:A3</f><v>1</v></c>")
                                + row(3, "", "<c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>1</v></c>")
                                + row(4, "", "<c r=\"B4\"><v>1</v></c>"));

        assertThat(read(book)).extracting(row -> row.faults().size()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void marksADayThatASpreadsheetCannotShow() throws IOException {
        var book =
                new RawWorkbook().styles("#14").sheet("数据", HEADER + row(2, "", "<c r=\"A2\" s=\"1\"><v>-1</v></c>"));

        assertThat(read(book).getLast().faults())
                .singleElement()
                .satisfies(found -> assertThat(found.facts()).containsExactly("#####"));
    }

    @Test
    void readsWhatOtherProgramsWrite() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("一");
            sheet.value(0, 0, "名称");
            sheet.value(1, 0, "示例市甲𠮷有限公司");
            sheet.value(1, 1, 0.3);
            sheet.value(1, 2, java.time.LocalDate.of(2026, 6, 5));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        }

        assertThat(Workbooks.read(folder, bytes.toByteArray()).getLast().cells())
                .containsExactly("示例市甲𠮷有限公司", "0.3", "2026-06-05");
    }

    @Test
    void tellsOfMergedCellsWhenTheHeaderCannotBeRead() throws IOException {
        var book = new RawWorkbook()
                .sheet("数据", "", "", HEADER, "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
                .bytes();
        try (var source = new XlsxFormat().open(new ByteArrayInputStream(book), new Scratches(folder))) {
            assertThat(source.next()).isNotNull();
            assertThat(source.otherFaults())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("sheet.merged-cells"));
        }
    }

    @Test
    void readsTextsThatDoNotFitIntoMemory() throws IOException {
        var items = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            items.append("<si><t>文").append(i).append("</t></si>");
        }
        var book =
                new RawWorkbook().shared(items.toString()).sheet("数据", HEADER).bytes();
        var archive = new Archive(new ByteArrayInputStream(book), new Scratches(folder));
        try (archive;
                var strings = new SharedStrings(new Scratches(folder), 20_000)) {
            strings.read(archive.xml("xl/sharedStrings.xml"));
            assertThat(strings.size()).isEqualTo(5000);
            for (int round = 0; round < 2; round++) {
                for (int i = 4999; i >= 0; i--) {
                    assertThat(strings.get(i)).isEqualTo("文" + i);
                }
            }
            assertThat(strings.get(5000)).isNull();
            assertThat(strings.get(-1)).isNull();
            assertThat(Files.readString(folder.resolve("workbook"), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("sheetData", "PK");
        }
    }

    @Test
    void leavesNothingWhenTheUploadBreaksOff() {
        var broken =
                new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), new java.io.InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new XlsxFormat().open(broken, new Scratches(folder))))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileRefused.class);
    }

    private static RawWorkbook cell(String cells) {
        return new RawWorkbook().sheet("数据", HEADER + row(2, "", cells));
    }

    private String[] data(RawWorkbook book) throws IOException {
        return read(book).getLast().cells();
    }

    private List<SourceRow> read(RawWorkbook book) throws IOException {
        return Workbooks.read(folder, book.bytes());
    }
}
