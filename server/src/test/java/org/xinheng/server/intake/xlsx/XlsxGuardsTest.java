package org.xinheng.server.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.xlsx.RawWorkbook.row;
import static org.xinheng.server.intake.xlsx.RawWorkbook.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.server.intake.read.FileRefused;

/** Workbooks that are damaged, forged or made to hurt: each gets its code, and none an exception or the heap. */
class XlsxGuardsTest {

    private static final String HEADER = row(1, "", text("A1", "名称") + text("B1", "值"));
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @AfterEach
    void leavesNothingOnTheDisk() throws IOException {
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String name, byte[] book, String code) {
        assertThat(Workbooks.refusal(folder, book).code()).isEqualTo(code);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                Arguments.of("archive that is no workbook", zip("a.txt", "hello"), "file.not-a-workbook"),
                Arguments.of("binary workbook", main("xl/workbook.bin"), "file.not-a-workbook"),
                Arguments.of("document of text", main("word/document.xml"), "file.workbook-part-missing"),
                Arguments.of(
                        "another root",
                        book().part("xl/workbook.xml", "<document/>").bytes(),
                        "file.not-a-workbook"),
                Arguments.of("without main part", book().bytesWithout("xl/workbook.xml"), "file.workbook-part-missing"),
                Arguments.of(
                        "without relationships",
                        book().bytesWithout("xl/_rels/workbook.xml.rels"),
                        "file.workbook-part-missing"),
                Arguments.of("without sheet", book().bytesWithout(SHEET), "file.workbook-part-missing"),
                Arguments.of(
                        "without texts",
                        book().shared("<si><t>a</t></si>").bytesWithout("xl/sharedStrings.xml"),
                        "file.workbook-part-missing"),
                Arguments.of(
                        "sheet outside of the archive",
                        book().change("xl/_rels/workbook.xml.rels", "worksheets/", "../../../../etc/")
                                .bytes(),
                        "file.workbook-damaged"),
                Arguments.of(
                        "document type",
                        book().change(SHEET, "<worksheet", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet")
                                .bytes(),
                        "file.xml-doctype"),
                Arguments.of(
                        "external entity",
                        book().change(
                                        "xl/workbook.xml",
                                        "<workbook",
                                        "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook")
                                .bytes(),
                        "file.xml-doctype"),
                Arguments.of(
                        "entity without declaration",
                        book().change(SHEET, "名称", "&secret;").bytes(),
                        "file.xml-doctype"),
                Arguments.of(
                        "hidden sheet",
                        book().sheet("藏", "state=\"hidden\"", "", HEADER, "").bytes(),
                        "sheet.hidden"),
                Arguments.of(
                        "very hidden sheet",
                        book().sheet("藏", "state=\"veryHidden\"", "", HEADER, "")
                                .bytes(),
                        "sheet.hidden"),
                Arguments.of("hidden row", rows(row(2, "hidden=\"1\"", text("A2", "甲"))), "sheet.row-hidden"),
                Arguments.of("row without height", rows(row(2, "ht=\"0\"", text("A2", "甲"))), "sheet.row-hidden"),
                Arguments.of(
                        "hidden column",
                        new RawWorkbook()
                                .sheet("数据", "", "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>", HEADER, "")
                                .bytes(),
                        "sheet.column-hidden"),
                Arguments.of(
                        "merged cells",
                        new RawWorkbook()
                                .sheet("数据", "", "", HEADER, "<mergeCells><mergeCell ref=\"A2:A9\"/></mergeCells>")
                                .bytes(),
                        "sheet.merged-cells"),
                Arguments.of("row too far down", rows(row(1_048_577, "", "")), "file.too-many-rows"),
                Arguments.of(
                        "column too far right",
                        rows(row(2, "", "<c r=\"XFE2\"><v>1</v></c>")),
                        "file.too-many-columns"),
                Arguments.of("cell too long", rows(row(2, "", text("A2", "x".repeat(32_768)))), "file.cell-too-long"),
                Arguments.of(
                        "cell of ten megabytes",
                        rows(row(2, "", text("A2", "x".repeat(10 << 20)))),
                        "file.cell-too-long"),
                Arguments.of(
                        "attribute of ten megabytes",
                        rows("<row r=\"2\" spans=\"" + "1".repeat(10 << 20) + "\"/>"),
                        "file.cell-too-long"),
                Arguments.of("rows out of order", rows(row(1, "", "")), "file.workbook-damaged"),
                Arguments.of(
                        "one cell twice", rows(row(2, "", text("A2", "甲") + text("A2", "乙"))), "file.workbook-damaged"),
                Arguments.of("cell of another row", rows(row(2, "", text("A3", "甲"))), "file.workbook-damaged"),
                Arguments.of(
                        "text that is not there",
                        rows(row(2, "", "<c r=\"A2\" t=\"s\"><v>7</v></c>")),
                        "file.workbook-damaged"),
                Arguments.of("no number", rows(row(2, "", "<c r=\"A2\"><v>0x10</v></c>")), "file.workbook-damaged"),
                Arguments.of(
                        "infinite number", rows(row(2, "", "<c r=\"A2\"><v>1E999</v></c>")), "file.workbook-damaged"),
                Arguments.of("type of no cell", rows(row(2, "", "<c r=\"A2\" t=\"x\"/>")), "file.workbook-damaged"),
                Arguments.of(
                        "lone surrogate",
                        rows(row(2, "", text("A2", "x").replace("x", "&#xD800;"))),
                        "file.workbook-damaged"),
                Arguments.of(
                        "depth without end", rows("<row r=\"2\">" + "<a>".repeat(100_000)), "file.workbook-damaged"),
                Arguments.of("too many names", rows(names()), "file.workbook-damaged"),
                Arguments.of(
                        "one part as two sheets",
                        book().sheet("二", HEADER)
                                .change("xl/_rels/workbook.xml.rels", "sheet2.xml", "sheet1.xml")
                                .bytes(),
                        "file.workbook-damaged"),
                Arguments.of("encrypted part", encrypted(), "file.workbook-encrypted"),
                Arguments.of("two parts of one name", twoOfOneName(), "file.workbook-damaged"),
                Arguments.of("too many parts", manyParts(), "file.too-many-parts"),
                Arguments.of(
                        "more behind the end",
                        Arrays.copyOf(book().bytes(), 1 + book().bytes().length),
                        "file.workbook-damaged"));
    }

    private static String names() {
        var names = new StringBuilder("<row r=\"2\"/>");
        for (int i = 0; i < 50_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        return names.toString();
    }

    /** 36 MB in some fifty kilobytes. */
    @Test
    void stopsUnpackingABomb() {
        var finding = Workbooks.refusal(folder, bomb(36 << 20));

        assertThat(finding.code()).isEqualTo("file.expands-too-far");
        assertThat(finding.facts()).containsEntry("part", SHEET);
    }

    /** A long text stored once and named by every cell. */
    @Test
    void stopsHandingOutAnEndlessText() {
        var cells = new StringBuilder();
        for (int i = 2; i < 20_000; i++) {
            cells.append("<row><c t=\"s\"><v>0</v></c></row>");
        }
        var book = new RawWorkbook()
                .shared("<si><t>" + "长".repeat(32_000) + "</t></si>")
                .sheet("数据", HEADER + cells);

        assertThat(Workbooks.refusal(folder, book.bytes()).code()).isEqualTo("file.expands-too-far");
    }

    @Test
    void namesTheFirstMergedRangesAndTheirNumber() {
        var ranges = new StringBuilder();
        for (int i = 2; i < 12; i++) {
            ranges.append("<mergeCell ref=\"A").append(i).append(":B").append(i).append("\"/>");
        }
        var book = new RawWorkbook().sheet("数据", "", "", HEADER, "<mergeCells>" + ranges + "</mergeCells>");
        var finding = Workbooks.refusal(folder, book.bytes());

        assertThat(finding.sheet()).isEqualTo("数据");
        assertThat(finding.facts().get("ranges")).startsWith("A2:B2, A3:B3").endsWith("(10)");
    }

    @Test
    void namesRowAndColumnOfWhatIsHidden() {
        var book = new RawWorkbook()
                .sheet(
                        "数据",
                        "",
                        "<cols><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols>",
                        HEADER + row(7, "", text("AB7", "甲")),
                        "");
        var finding = Workbooks.refusal(folder, book.bytes());

        assertThat(finding.row()).isEqualTo(7);
        assertThat(finding.column()).isEqualTo("AB");
    }

    @Test
    void takesHiddenRowsAndColumnsWithoutContent() throws IOException {
        var book = new RawWorkbook()
                .sheet(
                        "数据",
                        "",
                        "<cols><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols>",
                        HEADER + row(2, "hidden=\"1\"", "") + row(3, "", text("A3", "甲")),
                        "");

        assertThat(Workbooks.read(folder, book.bytes())).hasSize(2);
    }

    @Test
    void endsAWorkbookThatIsCutAnywhereWithARefusal() {
        var bytes = book().shared("<si><t>甲</t></si>").styles("yyyy-mm-dd").bytes();
        for (int end = 2; end < bytes.length; end++) {
            assertThat(Workbooks.refusal(folder, Arrays.copyOf(bytes, end)).code())
                    .as("cut at %d", end)
                    .isEqualTo("file.workbook-damaged");
        }
    }

    /** Changed bytes are found by checksums and structure, or hit something that carries no data. */
    @Test
    void endsAWorkbookWithChangedBytesWithRowsOrARefusal() throws IOException {
        long seed = Long.getLong("seed", 20260610L);
        var random = new Random(seed);
        var bytes = book().shared("<si><t>甲</t></si>").styles("yyyy-mm-dd").bytes();
        var whole = Workbooks.read(folder, bytes);
        for (int i = 0; i < 3000; i++) {
            var changed = bytes.clone();
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Workbooks.read(folder, changed))
                        .as("seed %d, change %d", seed, i)
                        .usingRecursiveComparison()
                        .isEqualTo(whole);
            } catch (FileRefused refused) {
                assertThat(refused.findings()).isNotEmpty();
            }
        }
    }

    /** XML of which bytes were changed before it was packed: no checksum tells. */
    @Test
    void endsWithChangedXmlWithRowsOrARefusal() throws IOException {
        long seed = Long.getLong("seed", 20260610L);
        var random = new Random(seed);
        var sheet = ("<worksheet><cols><col min=\"1\" max=\"2\" hidden=\"0\"/></cols><sheetData>" + HEADER
                        + row(
                                2,
                                "ht=\"9\"",
                                "<c r=\"A2\" s=\"1\"><v>46178</v></c><c r=\"B2\" t=\"s\"><f>A2</f><v>0</v></c>")
                        + "</sheetData><mergeCells/></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3000; i++) {
            var changed = sheet.clone();
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                changed[random.nextInt(changed.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : '<');
            }
            try {
                Workbooks.read(
                        folder,
                        book().shared("<si><t>甲</t></si>")
                                .styles("yyyy-mm-dd")
                                .part(SHEET, changed)
                                .bytes());
            } catch (FileRefused refused) {
                assertThat(refused.findings()).isNotEmpty();
            }
        }
    }

    @Test
    void takesTheLongestCell() throws IOException {
        var rows = Workbooks.read(folder, rows(row(2, "", text("A2", "长".repeat(32_767)))));

        assertThat(rows.getLast().cells()[0]).hasSize(32_767);
    }

    private static RawWorkbook book() {
        return RawWorkbook.of(List.of(List.of("名称", "值"), List.of("甲", "1")));
    }

    private static byte[] rows(String rows) {
        return new RawWorkbook().sheet("数据", HEADER + rows).bytes();
    }

    private static byte[] main(String part) {
        return book().change("_rels/.rels", "xl/workbook.xml", part).bytes();
    }

    private static byte[] bomb(int size) {
        return new RawWorkbook()
                .sheet("数据", "", "", HEADER, "<extLst>" + "<ext/>".repeat(size / 6) + "</extLst>")
                .bytes();
    }

    private static byte[] zip(String name, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] manyParts() {
        var book = book();
        for (int i = 0; i < 10_001; i++) {
            book.part("xl/media/" + i, "");
        }
        return book.bytes();
    }

    /** Sets the flag of encryption of the first entry of the directory. */
    private static byte[] encrypted() {
        var bytes = book().bytes();
        int at = find(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[at + 8] |= 1;
        return bytes;
    }

    private static byte[] twoOfOneName() {
        var bytes = book().part("xl/worksheets/sheet2.xml", "<worksheet/>").bytes();
        var name = "sheet2.xml".getBytes(StandardCharsets.US_ASCII);
        for (int at = find(bytes, name); at >= 0; at = find(bytes, name)) {
            bytes[at + 5] = '1';
        }
        return bytes;
    }

    private static int find(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (ByteBuffer.wrap(bytes, i, part.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .equals(ByteBuffer.wrap(part))) {
                return i;
            }
        }
        return -1;
    }
}
