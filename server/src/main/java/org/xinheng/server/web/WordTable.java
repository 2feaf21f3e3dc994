package org.xinheng.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A table as a Word document (ECMA-376): title, one table that repeats its header on each page, A4 across. Text only, no macro, no link. */
final class WordTable {

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";
    private static final String BEGIN = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""";
    private static final String BORDERS = """
            <w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>\
            <w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>\
            <w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>\
            </w:tblBorders></w:tblPr>""";
    private static final String END = """
            </w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
            <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr></w:body></w:document>""";

    private WordTable() {}

    static void write(OutputStream out, String title, List<String> header, List<List<String>> rows) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(zip, "[Content_Types].xml", TYPES);
        part(zip, "_rels/.rels", RELATIONS);
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        put(zip, BEGIN + paragraph(title, 32, true) + BORDERS);
        put(zip, row(header, true));
        for (List<String> row : rows) {
            put(zip, row(row, false));
        }
        put(zip, END);
        zip.closeEntry();
        zip.finish();
        out.flush();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        put(zip, text);
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(List<String> cells, boolean header) {
        StringBuilder row = new StringBuilder("<w:tr>");
        if (header) {
            row.append("<w:trPr><w:tblHeader/></w:trPr>");
        }
        for (String cell : cells) {
            row.append("<w:tc><w:tcPr/>").append(paragraph(cell, 20, header)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    /** @param size in half points */
    private static String paragraph(String text, int size, boolean bold) {
        return "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"SimSun\"/>"
                + (bold ? "<w:b/>" : "")
                + "<w:sz w:val=\"" + size + "\"/></w:rPr><w:t xml:space=\"preserve\">"
                + escaped(LongWorkbook.withoutWhatXmlCannotHold(text))
                + "</w:t></w:r></w:p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
