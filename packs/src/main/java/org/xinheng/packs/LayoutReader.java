package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Layout;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;

/** Reads the file layouts (字段版式) of one record type. A layout without {@code columns} has those of the fields. */
final class LayoutReader {

    private final Reading reading;
    private final PersonGuard guard;

    LayoutReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    List<Layout> read(Block type, List<Field> fields) {
        List<Layout> layouts = new ArrayList<>();
        for (Block block : type.blocks("layouts")) {
            String id = block.text("id");
            Rule rule = reading.rule(block, type.text("id") + ".layout." + id);
            guard.checkLayout(block, rule.title());
            layouts.add(layout(block, rule, id, fields));
            block.end();
        }
        return layouts;
    }

    private Layout layout(Block block, Rule rule, String id, List<Field> fields) {
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        Map<String, String> columns = new LinkedHashMap<>();
        if (block.has("columns")) {
            block.textMap("columns").forEach((header, field) -> {
                known(block, "columns", field, names);
                columns.put(header, field);
            });
            for (String field : block.texts("also")) {
                known(block, "also", field, names);
                fields.stream().filter(f -> f.name().equals(field)).forEach(f -> addHeaders(columns, f));
            }
        } else {
            fields.forEach(field -> addHeaders(columns, field));
        }
        List<String> dropped = block.texts("dropped");
        for (String mark : block.texts("marks")) {
            if (!columns.containsKey(mark) && !dropped.contains(mark)) {
                reading.faults().add(block.at("marks"), "reference.dangling", mark, "columns");
            }
        }
        List<String> lacks = block.texts("lacks");
        lacks.forEach(field -> known(block, "lacks", field, names));
        return new Layout(
                rule,
                id,
                block.texts("marks"),
                columns,
                dropped,
                lacks,
                valueMaps(block, names),
                reading.titleOrNull(block, "advice"),
                reading.titleOrNull(block, "refusal"));
    }

    private void addHeaders(Map<String, String> columns, Field field) {
        columns.putIfAbsent(field.name(), field.name());
        columns.putIfAbsent(field.title().zh(), field.name());
        field.aliases().forEach(alias -> columns.putIfAbsent(alias, field.name()));
    }

    private Map<String, Layout.ValueMap> valueMaps(Block layout, Set<String> names) {
        Map<String, Layout.ValueMap> maps = new LinkedHashMap<>();
        for (Block block : layout.blocks("values")) {
            String field = block.text("name");
            known(block, "name", field, names);
            Map<String, Title> refused = new LinkedHashMap<>();
            Block refusals = block.blockOrNull("refused");
            if (refusals != null) {
                for (Map.Entry<String, Node> refusal : refusals.entries().entrySet()) {
                    refused.put(refusal.getKey(), reading.title(refusals, refusal.getKey()));
                }
            }
            maps.put(field, new Layout.ValueMap(block.textMap("map"), refused, block.textOrNull("when-blank")));
            block.end();
        }
        return maps;
    }

    private void known(Block block, String key, String field, Set<String> names) {
        if (!names.contains(field) && !field.isEmpty()) {
            reading.faults().add(block.at(key), "reference.dangling", field, "fields");
        }
    }
}
