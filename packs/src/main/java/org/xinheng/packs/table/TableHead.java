package org.xinheng.packs.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML head of a table (表头文件): what the table is, where it comes from, and which CSV file beside it holds the rows.
 *
 * @param path of the head itself
 * @param kind what the rows mean: {@code calendar}, {@code divisions}, {@code uscc-prefixes}, …
 * @param file the CSV file
 * @param years for a calendar: the years whose official notice the table holds whole; else empty
 */
public record TableHead(Path path, String id, String kind, Path file, List<Integer> years) {

    public TableHead {
        years = List.copyOf(years);
    }

    /** Reads a head. */
    public static TableHead read(Path path) {
        Map<String, Object> head = mapping(path);
        for (String key : List.of("title", "basis", "source", "licence", "confidence")) {
            if (!head.containsKey(key)) {
                throw new FaultyTableException(path.toString(), 0, "table.key-missing", key);
            }
        }
        List<Integer> years = new ArrayList<>();
        if (head.get("years") instanceof Collection<?> list) {
            for (Object year : list) {
                if (!(year instanceof Integer number)) {
                    throw new FaultyTableException(path.toString(), 0, "table.year", String.valueOf(year));
                }
                years.add(number);
            }
        }
        Path file = path.resolveSibling(text(head, path, "file"));
        return new TableHead(path, text(head, path, "id"), text(head, path, "kind"), file, years);
    }

    /**
     * The heads of one kind in a folder of a chain of packs. A table of an upper pack stands in place of the one with the
     * same file name below it; a new name adds a table.
     *
     * @param folders of the packs, the lowest first
     */
    public static List<TableHead> list(List<Path> folders, String folder, String kind) {
        Map<String, TableHead> heads = new TreeMap<>();
        for (Path pack : folders) {
            for (Path path : yamlFilesIn(pack.resolve(folder))) {
                if (kind.equals(mapping(path).get("kind"))) {
                    heads.put(path.getFileName().toString(), read(path));
                }
            }
        }
        return List.copyOf(heads.values());
    }

    private static List<Path> yamlFilesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, Object> head, Path path, String key) {
        if (head.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new FaultyTableException(path.toString(), 0, "table.key-missing", key);
    }

    static Map<String, Object> mapping(Path path) {
        try {
            Object root = new Load(
                            LoadSettings.builder().setLabel(path.toString()).build())
                    .loadFromString(Files.readString(path));
            if (root instanceof Map<?, ?> map) {
                Map<String, Object> mapping = new TreeMap<>();
                map.forEach((key, value) -> mapping.put(String.valueOf(key), value == null ? "" : value));
                return mapping;
            }
            throw new FaultyTableException(path.toString(), 0, "table.yaml", "");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new FaultyTableException(path.toString(), line, "table.yaml", e.getProblem());
        } catch (YamlEngineException e) {
            throw new FaultyTableException(path.toString(), 0, "table.yaml", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new FaultyTableException(path.toString(), 0, "table.unreadable", String.valueOf(e.getMessage()));
        }
    }
}
