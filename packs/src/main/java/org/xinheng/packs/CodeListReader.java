package org.xinheng.packs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.SubjectState;
import org.xinheng.core.policy.Title;

/** Reads {@code codelists/NAME.yaml}: closed lists of values (代码集). Heads of tables ({@code file:}) are read elsewhere. */
final class CodeListReader {

    private final Reading reading;

    CodeListReader(Reading reading) {
        this.reading = reading;
    }

    Map<String, CodeList> read(Map<String, MappingNode> documents) {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            if (!block.has("file")) {
                CodeList list = read(block);
                Naming.check(reading.faults(), block, path, list.id());
                lists.put(list.id(), list);
            }
        });
        return lists;
    }

    private CodeList read(Block block) {
        Map<String, Title> values = new LinkedHashMap<>();
        Map<String, SubjectState> states = new LinkedHashMap<>();
        for (Block item : block.blocks("values")) {
            String value = item.text("id");
            Title title = new Title(item.text("zh"), item.text("en"));
            if (item.has("state")) {
                states.put(value, item.choice("state", SubjectState.class));
            }
            item.end();
            if (values.put(value, title) != null) {
                reading.faults().add(item.at("id"), "rule.id-doubled", value);
            }
        }
        Map<String, String> aliases = block.textMap("aliases");
        aliases.forEach((alias, value) -> {
            if (!values.containsKey(value)) {
                reading.faults().add(block.at("aliases"), "reference.dangling", value, "values");
            }
        });
        CodeList list = new CodeList(
                reading.rule(block),
                values,
                aliases,
                block.texts("open-prefixes"),
                block.has("separators") ? block.text("separators") : "",
                states);
        block.end();
        return list;
    }
}
