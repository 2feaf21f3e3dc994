package org.xinheng.server.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.xlsx.RawWorkbook;

/**
 * A file that is refused as a whole, and where its fault has to be named.
 *
 * @param code of the first finding
 */
record BadFile(
        String name,
        byte[] bytes,
        String code,
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable String column) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Override
    public String toString() {
        return name;
    }

    private static BadFile of(String name, byte[] bytes, FileFault fault) {
        return new BadFile(name, bytes, fault.code(), null, null, null);
    }

    private static BadFile of(String name, String text, FileFault fault) {
        return of(name, text.getBytes(StandardCharsets.UTF_8), fault);
    }

    private BadFile on(String wanted) {
        return new BadFile(name, bytes, code, wanted, row, column);
    }

    private BadFile in(int wanted) {
        return new BadFile(name, bytes, code, sheet, wanted, column);
    }

    private BadFile at(String wanted) {
        return new BadFile(name, bytes, code, sheet, row, wanted);
    }

    static Stream<BadFile> all() {
        return Stream.of(nothing(), headers(), encodings(), csv(), formats(), archives(), workbooks(), sheets())
                .flatMap(cases -> cases);
    }

    private static PenaltyFile good() {
        return PenaltyFile.of(1, 3);
    }

    private static String text() {
        return good().text();
    }

    private static Stream<BadFile> nothing() {
        var header = String.join(",", PenaltyFile.COLUMNS);
        return Stream.of(
                of("no byte", "", FileFault.EMPTY),
                of("byte order mark only", "\uFEFF", FileFault.EMPTY),
                of("blank lines only", "\n , ,\n\r\n\"\"\n", FileFault.EMPTY),
                of("workbook without content", new RawWorkbook().sheet("一", "").bytes(), FileFault.EMPTY),
                of("header only", header, FileFault.HEADER_ONLY),
                of("header and blank lines", header + "\n\n,,,\n", FileFault.HEADER_ONLY),
                of(
                        "workbook with header only",
                        RawWorkbook.of(List.of(PenaltyFile.COLUMNS)).bytes(),
                        FileFault.HEADER_ONLY));
    }

    private static Stream<BadFile> headers() {
        return Stream.of(
                of("unknown column", text().replace("CF_YJ,", "CF_UNKNOWN,"), FileFault.UNKNOWN_COLUMN)
                        .in(1)
                        .at("CF_UNKNOWN"),
                of("extra column", text().replace("BZ\n", "BZ,备用列\n"), FileFault.UNKNOWN_COLUMN)
                        .in(1)
                        .at("备用列"),
                of("missing column", without("CF_JDRQ"), FileFault.MISSING_COLUMN)
                        .in(1)
                        .at("处罚决定日期 CF_JDRQ"),
                of("doubled column", text().replace("BZ\n", "BZ,CF_WSH\n"), FileFault.DOUBLED_COLUMN)
                        .in(1)
                        .at("CF_WSH"),
                of("column by code and by name", text().replace("BZ\n", "BZ,处罚决定日期\n"), FileFault.DOUBLED_COLUMN)
                        .in(1)
                        .at("处罚决定日期"),
                of("blank header", text().replace("CF_WFXW,", ","), FileFault.BLANK_COLUMN)
                        .in(1)
                        .at("#15"),
                of("2015 and 2018 mixed", text().replace("BZ\n", "BZ,CF_CFMC\n"), FileFault.MIXED_LAYOUTS)
                        .in(1),
                of("2015 without what it lacks", Layouts2015.bare(), FileFault.MISSING_COLUMN)
                        .in(1)
                        .at("行政相对人类别 CF_XDR_LB"),
                of(
                                "header in the third row",
                                "\n\n" + text().replace("CF_YJ,", "CF_UNKNOWN,"),
                                FileFault.UNKNOWN_COLUMN)
                        .in(3)
                        .at("CF_UNKNOWN"),
                of("no header", text().substring(text().indexOf('\n') + 1), FileFault.NO_HEADER)
                        .in(1),
                of("unknown column on the second sheet", onSecondSheet("CF_YJ", "CF_UNKNOWN"), FileFault.UNKNOWN_COLUMN)
                        .on("二")
                        .in(1)
                        .at("CF_UNKNOWN"),
                of("sheets of two layouts", twoLayouts(), FileFault.MIXED_LAYOUTS)
                        .on("二")
                        .in(1),
                of("formula in the header", formulaInHeader(), FileFault.HEADER_CELL)
                        .on("数据")
                        .in(1)
                        .at("A1"));
    }

    private static String without(String column) {
        var table = good().table();
        int index = PenaltyFile.COLUMNS.indexOf(column);
        var text = new StringBuilder();
        for (var row : table) {
            var cells = new java.util.ArrayList<>(row);
            cells.remove(index);
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static byte[] onSecondSheet(String from, String to) {
        var second = RawWorkbook.texts(PenaltyFile.of(7, 1).table()).replace(from, to);
        return good().workbook().sheet("二", second).bytes();
    }

    private static byte[] twoLayouts() {
        return good().workbook()
                .sheet("二", RawWorkbook.texts(Layouts2015.full(9).table()))
                .bytes();
    }

    private static byte[] formulaInHeader() {
        return good().workbook()
                .change(
                        SHEET,
                        RawWorkbook.text("A1", "CF_XDR_MC"),
                        "<c r=\"A1\" t=\"str\"><f>\"CF_XDR_\"&amp;\"MC\"</f><v>CF_XDR_MC</v></c>")
                .bytes();
    }

    private static Stream<BadFile> encodings() {
        var gb = text().getBytes(GB18030);
        var hanzi = "示例市".getBytes(GB18030);
        int inside = indexOf(gb, hanzi) + 3;
        return Stream.of(
                of(
                        "UTF-16LE with mark",
                        ("\uFEFF" + text()).getBytes(StandardCharsets.UTF_16LE),
                        FileFault.ENCODING_UTF16),
                of("UTF-16LE without mark", text().getBytes(StandardCharsets.UTF_16LE), FileFault.ENCODING_UTF16),
                of("UTF-16BE without mark", text().getBytes(StandardCharsets.UTF_16BE), FileFault.ENCODING_UTF16),
                of("GB18030 cut inside a character", Arrays.copyOf(gb, inside), FileFault.ENCODING_BROKEN)
                        .in(2),
                of(
                                "UTF-8 with a damaged byte",
                                damaged(
                                        text().getBytes(StandardCharsets.UTF_8),
                                        "第1商".getBytes(StandardCharsets.UTF_8)),
                                FileFault.ENCODING_BROKEN)
                        .in(2),
                of(
                                "UTF-8 behind GB18030",
                                joined(
                                        gb,
                                        PenaltyFile.of(50, 1)
                                                .text()
                                                .substring(header().length())
                                                .getBytes(StandardCharsets.UTF_8)),
                                FileFault.ENCODING_MIXED)
                        .in(5));
    }

    private static String header() {
        return String.join(",", PenaltyFile.COLUMNS) + "\n";
    }

    private static byte[] damaged(byte[] bytes, byte[] place) {
        bytes[indexOf(bytes, place) + 1] = 'x';
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    private static Stream<BadFile> csv() {
        return Stream.of(
                of("quote never closed", text().replaceFirst("未按规定公示价格", "\"未按规定公示价格"), FileFault.QUOTE_NOT_CLOSED)
                        .in(2),
                of("text behind a quote", text().replace("罚款人民币50000元。", "\"罚款\"人民币50000元。"), FileFault.QUOTE_MISPLACED)
                        .in(2),
                of("cell of 10 MB", text().replace("未按规定公示价格", "长".repeat(10 << 20)), FileFault.CELL_TOO_LONG)
                        .in(2),
                of("a million columns", ",".repeat(1_000_000), FileFault.TOO_MANY_COLUMNS)
                        .in(1),
                of("a million cells", header() + ",".repeat(1_000_000), FileFault.TOO_MANY_COLUMNS)
                        .in(2),
                of("tabs", text().replace(',', '\t'), FileFault.SEPARATOR).in(1),
                of("semicolons", text().replace(',', ';'), FileFault.SEPARATOR).in(1));
    }

    private static Stream<BadFile> formats() {
        return Stream.of(
                of("old or encrypted workbook", hex("D0CF11E0A1B11AE1" + "00".repeat(600)), FileFault.OLD_EXCEL),
                of("PDF", "%PDF-1.7\n%âãÏÓ\n", FileFault.UNKNOWN_FORMAT),
                of("web page under the name of a workbook", "\n<html><table><tr><td>CF_WSH", FileFault.UNKNOWN_FORMAT),
                of("compressed", hex("1F8B0800000000000003"), FileFault.UNKNOWN_FORMAT),
                of("picture", hex("89504E470D0A1A0A"), FileFault.UNKNOWN_FORMAT));
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }

    private static Stream<BadFile> archives() {
        var bytes = good().workbook().bytes();
        return Stream.of(
                of("cut in the middle", Arrays.copyOf(bytes, bytes.length / 2), FileFault.WORKBOOK_DAMAGED),
                of("last byte missing", Arrays.copyOf(bytes, bytes.length - 1), FileFault.WORKBOOK_DAMAGED),
                of("nothing but a beginning", "PK", FileFault.WORKBOOK_DAMAGED),
                of("data changed", changed(bytes), FileFault.WORKBOOK_DAMAGED).on("数据"),
                of("without its sheet", good().workbook().bytesWithout(SHEET), FileFault.WORKBOOK_PART_MISSING)
                        .on("数据"),
                of(
                        "without its content list",
                        good().workbook().bytesWithout("[Content_Types].xml"),
                        FileFault.NO_WORKBOOK),
                of("bomb", bomb(), FileFault.EXPANDS_TOO_FAR).on("数据"));
    }

    /** One bit within the packed rows. */
    private static byte[] changed(byte[] bytes) {
        var changed = bytes.clone();
        int at = indexOf(bytes, SHEET.getBytes(StandardCharsets.US_ASCII)) + SHEET.length() + 40;
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] bomb() {
        return new RawWorkbook()
                .sheet("数据", "", "", RawWorkbook.texts(good().table()), "<x/>".repeat(9 << 20))
                .bytes();
    }

    private static Stream<BadFile> workbooks() {
        return Stream.of(
                of(
                                "document type with entities",
                                good().workbook()
                                        .change(
                                                SHEET,
                                                "<worksheet",
                                                "<!DOCTYPE w [<!ENTITY a \"" + "x".repeat(100) + "\">]><worksheet")
                                        .bytes(),
                                FileFault.DOCTYPE)
                        .on("数据"),
                of(
                                "external entity",
                                good().workbook()
                                        .change(
                                                SHEET,
                                                "<worksheet",
                                                "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet")
                                        .change(SHEET, "甲某", "&a;")
                                        .bytes(),
                                FileFault.DOCTYPE)
                        .on("数据"),
                of(
                                "text of 40,000 characters",
                                good().set(1, "CF_SY", "长".repeat(40_000))
                                        .workbook()
                                        .bytes(),
                                FileFault.CELL_TOO_LONG)
                        .on("数据")
                        .in(3)
                        .at("P"),
                of(
                                "row beyond the last",
                                good().workbook()
                                        .change(SHEET, "<row r=\"4\"", "<row r=\"1048577\"")
                                        .bytes(),
                                FileFault.TOO_MANY_ROWS)
                        .on("数据"));
    }

    private static Stream<BadFile> sheets() {
        var rows = RawWorkbook.texts(good().table());
        return Stream.of(
                of(
                                "hidden sheet",
                                good().workbook()
                                        .sheet("底稿", "state=\"hidden\"", "", rows, "")
                                        .bytes(),
                                FileFault.SHEET_HIDDEN)
                        .on("底稿"),
                of(
                                "hidden row",
                                good().workbook()
                                        .change(SHEET, "<row r=\"3\"", "<row r=\"3\" hidden=\"1\"")
                                        .bytes(),
                                FileFault.ROW_HIDDEN)
                        .on("数据")
                        .in(3),
                of(
                                "hidden column",
                                new RawWorkbook()
                                        .sheet(
                                                "数据",
                                                "",
                                                "<cols><col min=\"9\" max=\"9\" width=\"0\"/></cols>",
                                                rows,
                                                "")
                                        .bytes(),
                                FileFault.COLUMN_HIDDEN)
                        .on("数据")
                        .in(1)
                        .at("I"),
                of("merged cells", merged(rows), FileFault.CELLS_MERGED).on("数据"),
                of("title over merged cells", titled(), FileFault.CELLS_MERGED).on("数据"));
    }

    private static byte[] merged(String rows) {
        return new RawWorkbook()
                .sheet("数据", "", "", rows, "<mergeCells count=\"1\"><mergeCell ref=\"Z2:Z4\"/></mergeCells>")
                .bytes();
    }

    private static byte[] titled() {
        var table = new java.util.ArrayList<>(good().table());
        table.addFirst(Collections.singletonList("行政处罚信息公示表"));
        return new RawWorkbook()
                .sheet("数据", "", "", RawWorkbook.texts(table), "<mergeCells><mergeCell ref=\"A1:AD1\"/></mergeCells>")
                .bytes();
    }
}
