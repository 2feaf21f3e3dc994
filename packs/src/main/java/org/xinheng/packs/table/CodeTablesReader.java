package org.xinheng.packs.table;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.core.code.CodeTables;

/** Reads the code lists that codes are judged by from {@code codelists/} of a chain of packs. */
public final class CodeTablesReader {

    private static final String FOLDER = "codelists";

    private CodeTablesReader() {}

    /**
     * @param folders of the packs, the lowest first
     * @throws FaultyTableException when a table is missing or faulty
     */
    public static CodeTables read(List<Path> folders) {
        Map<String, String> prefixes = new HashMap<>();
        for (TableHead head : required(folders, "uscc-prefixes")) {
            TableRows.forEach(head.file(), row -> {
                String prefix = row.get("prefix");
                if (prefixes.put(prefix, row.get("category_zh")) != null) {
                    throw row.fault("table.doubled", prefix);
                }
            });
        }
        Set<String> regions = new HashSet<>();
        for (TableHead head : required(folders, "divisions")) {
            TableRows.forEach(head.file(), row -> {
                String code = row.get("code");
                if (code.length() != 6 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    throw row.fault("table.division", code);
                }
                regions.add(code);
            });
        }
        try {
            return new CodeTables(prefixes, regions);
        } catch (IllegalArgumentException e) {
            throw new FaultyTableException(FOLDER, 0, "table.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static List<TableHead> required(List<Path> folders, String kind) {
        List<TableHead> heads = TableHead.list(folders, FOLDER, kind);
        if (heads.isEmpty()) {
            throw new FaultyTableException(folders.getLast().resolve(FOLDER).toString(), 0, "table.kind-missing", kind);
        }
        return heads;
    }
}
