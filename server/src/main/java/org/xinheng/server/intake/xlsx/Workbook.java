package org.xinheng.server.intake.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.read.FileRefused;

/** What a workbook says of all its sheets: their order and names, the texts they share, what their numbers mean. */
final class Workbook implements Closeable {

    private static final int MOST_SHEETS = 1000;
    private static final int LONGEST_NAME = 100;
    /** The part of the heap that shared texts may take: a fifth, and never so little that a small file spills. */
    private static final long SHARE = 5;

    private static final long LEAST = 16L << 20;

    private final Archive archive;
    private final List<SheetEntry> sheets = new ArrayList<>();
    private final SharedStrings strings;
    private CellStyles styles = new CellStyles();
    private boolean since1904;

    /** @param part where its rows lie */
    record SheetEntry(String name, String part) {}

    /** @throws FileRefused when it is none, lacks something, or hides a sheet */
    Workbook(Archive archive) throws IOException {
        this.archive = archive;
        strings = new SharedStrings(
                archive.scratches(), Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE));
        try {
            read();
        } catch (IOException | RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    private void read() throws IOException {
        if (!archive.has("_rels/.rels") || !archive.has("[Content_Types].xml")) {
            throw noWorkbook();
        }
        var main = Relationships.of(archive, "")
                .partOfType("officeDocument")
                .filter(part -> part.toLowerCase(Locale.ROOT).endsWith(".xml"))
                .orElseThrow(Workbook::noWorkbook);
        try (var xml = archive.xml(main)) {
            if (!xml.name().equals("workbook")) {
                throw noWorkbook();
            }
            var relationships = Relationships.of(archive, main);
            readMain(xml, relationships);
            readShared(relationships);
        }
    }

    private static FileRefused noWorkbook() {
        return new FileRefused(FileFault.NO_WORKBOOK.found());
    }

    private void readMain(XmlPart xml, Relationships relationships) throws IOException {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "workbookPr" -> {
                    var flag = xml.attribute("date1904");
                    since1904 = "1".equals(flag) || "true".equals(flag);
                    xml.skip();
                }
                case "sheets" -> readSheets(xml, relationships);
                default -> xml.skip();
            }
        }
        xml.finish();
        var parts = new HashSet<String>();
        if (!sheets.stream().allMatch(sheet -> parts.add(sheet.part()))) {
            throw ZipDirectory.damaged("workbook.xml");
        }
    }

    private void readSheets(XmlPart xml, Relationships relationships) throws IOException {
        while (xml.nextChild()) {
            var name = shortened(xml.attribute("name"));
            var id = xml.attribute("id");
            var state = xml.attribute("state");
            xml.skip();
            if (state != null && !state.equals("visible")) {
                throw new FileRefused(FileFault.SHEET_HIDDEN.found().onSheet(name));
            }
            var target = id == null ? null : relationships.find(id).orElse(null);
            if (target == null) {
                throw new FileRefused(FileFault.WORKBOOK_PART_MISSING.found("sheet"));
            }
            // Sheets of charts and dialogues hold no cells.
            if (target.type().equals("worksheet")) {
                sheets.add(new SheetEntry(name, target.part()));
            }
            if (sheets.size() > MOST_SHEETS) {
                throw new FileRefused(FileFault.TOO_MANY_PARTS.found(Integer.toString(MOST_SHEETS)));
            }
        }
    }

    private void readShared(Relationships relationships) throws IOException {
        var styled = relationships.partOfType("styles");
        if (styled.isPresent()) {
            try (var xml = archive.xml(styled.get())) {
                styles = new CellStyles(xml);
            }
        }
        var shared = relationships.partOfType("sharedStrings");
        if (shared.isPresent()) {
            try (var xml = archive.xml(shared.get())) {
                strings.read(xml);
            }
        }
    }

    private static String shortened(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "?";
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** In the order in which they are shown. */
    List<SheetEntry> sheets() {
        return List.copyOf(sheets);
    }

    SheetRows open(SheetEntry sheet) throws IOException {
        return new SheetRows(archive.xml(sheet.part()), sheet, this);
    }

    SharedStrings strings() {
        return strings;
    }

    CellStyles styles() {
        return styles;
    }

    boolean since1904() {
        return since1904;
    }

    Expansion expansion() {
        return archive.expansion();
    }

    @Override
    public void close() throws IOException {
        strings.close();
    }
}
