package org.xinheng.server.intake.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that everything in it can be wrong. */
public final class RawWorkbook {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String RELATIONSHIPS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private String properties = "";

    /** A workbook with one sheet of texts. */
    public static RawWorkbook of(List<List<String>> rows) {
        return new RawWorkbook().sheet("数据", texts(rows));
    }

    /** Rows of texts in their cells. */
    public static String texts(List<List<String>> rows) {
        var xml = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            var cells = new StringBuilder();
            for (int column = 0; column < rows.get(row).size(); column++) {
                if (!rows.get(row).get(column).isEmpty()) {
                    cells.append(text(
                            CellAddress.letters(column) + (row + 1),
                            rows.get(row).get(column)));
                }
            }
            xml.append(row(row + 1, "", cells.toString()));
        }
        return xml.toString();
    }

    public static String row(int number, String attributes, String cells) {
        return "<row r=\"" + number + "\" " + attributes + ">" + cells + "</row>";
    }

    /** Letters of a column, counted from 0. */
    public static String letters(int column) {
        return CellAddress.letters(column);
    }

    public static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text)
                + "</t></is></c>";
    }

    /** Characters that XML cannot hold are written as spreadsheets write them. */
    public static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean control = (c < ' ' && c != '\n' && c != '\t') || c >= 0xFFFE;
                    escaped.append(control ? String.format("_x%04X_", (int) c) : c);
                }
            }
        }
        return escaped.toString();
    }

    public RawWorkbook sheet(String name, String rows) {
        return sheet(name, "", "", rows, "");
    }

    /**
     * @param attributes of the sheet in the workbook, such as {@code state="hidden"}
     * @param before what stands before the rows, such as {@code cols}
     * @param after what stands behind them, such as {@code mergeCells}
     */
    public RawWorkbook sheet(String name, String attributes, String before, String rows, String after) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + escaped(name) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\" "
                + attributes + "/>");
        targets.add("<Relationship Id=\"rId" + number + "\" Type=\"" + TYPE + "worksheet\" Target=\"worksheets/sheet"
                + number + ".xml\"/>");
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                XML + "<worksheet " + MAIN + ">" + before + "<sheetData>" + rows + "</sheetData>" + after
                        + "</worksheet>");
    }

    /** @param items the {@code si} elements */
    public RawWorkbook shared(String items) {
        targets.add("<Relationship Id=\"texts\" Type=\"" + TYPE + "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>");
        return part("xl/sharedStrings.xml", XML + "<sst " + MAIN + ">" + items + "</sst>");
    }

    /** Styles with these format codes, in the order of their numbers. */
    public RawWorkbook styles(String... formats) {
        targets.add("<Relationship Id=\"styles\" Type=\"" + TYPE + "styles\" Target=\"styles.xml\"/>");
        var codes = new StringBuilder();
        var styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.length; i++) {
            boolean builtIn = formats[i].startsWith("#");
            int id = builtIn ? Integer.parseInt(formats[i].substring(1)) : 170 + i;
            if (!builtIn) {
                codes.append(
                        "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + formats[i].replace("\"", "&quot;") + "\"/>");
            }
            styles.append("<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"><alignment/></xf>");
        }
        return part(
                "xl/styles.xml",
                XML + "<styleSheet " + MAIN + "><numFmts>" + codes + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                        + "</cellStyleXfs><cellXfs>" + styles + "</cellXfs></styleSheet>");
    }

    public RawWorkbook since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public RawWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public RawWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** Changes the text of a part that is there. */
    public RawWorkbook change(String name, String from, String to) {
        var text = new String(all().get(name), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(name + " does not hold " + from);
        }
        return part(name, text.replace(from, to));
    }

    private Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("[Content_Types].xml", (XML + "<Types/>").getBytes(StandardCharsets.UTF_8));
        all.put(
                "_rels/.rels",
                (XML + RELATIONSHIPS + "<Relationship Id=\"main\" Type=\"" + TYPE
                                + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/workbook.xml",
                (XML + "<workbook " + MAIN + ">" + properties + "<sheets>" + String.join("", sheets)
                                + "</sheets></workbook>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/_rels/workbook.xml.rels",
                (XML + RELATIONSHIPS + String.join("", targets) + "</Relationships>").getBytes(StandardCharsets.UTF_8));
        all.putAll(parts);
        return all;
    }

    public byte[] bytes() {
        return bytesWithout("");
    }

    public byte[] bytesWithout(String part) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : all().entrySet()) {
                if (!entry.getKey().equals(part)) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
