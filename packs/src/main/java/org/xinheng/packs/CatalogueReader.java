package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectKind;

/** Reads {@code catalogue/TYPE.yaml}: one record type (目录条目) with its fields and file layouts. */
final class CatalogueReader {

    /** Free text in the official layouts is bounded; ours is too, so that one cell cannot fill a store. */
    private static final int LONGEST = 20_000;

    private final Reading reading;
    private final PersonGuard guard;
    private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();

    CatalogueReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Map<String, RecordType> read(Map<String, MappingNode> documents) {
        List<RecordType> types = new ArrayList<>();
        Map<Integer, String> numbers = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            RecordType type = read(block);
            Naming.check(reading.faults(), block, path, type.id());
            String other = numbers.put(type.number(), type.id());
            if (other != null) {
                reading.faults().add(block.at("number"), "type.number-doubled", Integer.toString(type.number()), other);
            }
            types.add(type);
        });
        Map<String, RecordType> byId = new LinkedHashMap<>();
        types.stream()
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .forEach(type -> byId.put(type.id(), type));
        return byId;
    }

    private RecordType read(Block block) {
        List<Field> fields = new ArrayList<>();
        for (Block item : block.blocks("fields")) {
            fields.add(field(item));
        }
        RecordType type = new RecordType(
                reading.rule(block),
                block.integer("number", 1, Short.MAX_VALUE),
                block.choice("nature", RecordType.Nature.class),
                block.choice("target", RecordType.Target.class, RecordType.Target.ARCHIVE),
                block.choice("openness", RecordType.Openness.class),
                subjects(block),
                block.text("chapter"),
                fields,
                roles(block),
                block.texts("excluded-subjects"),
                new LayoutReader(reading, guard).read(block, fields),
                block.text("feed-cycle"));
        guard.checkTitle(block, "title", type.title());
        entries.put(
                type.id(),
                new CatalogueEntry(
                        type.id(),
                        block.text("class"),
                        block.textOrNull("timeliness"),
                        reading.titles(block, "sources"),
                        reading.titleOrNull(block, "masking")));
        block.end();
        return type;
    }

    /** Attributes of the types read, by id. */
    Map<String, CatalogueEntry> entries() {
        return entries;
    }

    private List<SubjectKind> subjects(Block block) {
        return guard.subjects(block);
    }

    private static List<Field.Role> roles(Block block) {
        List<Field.Role> roles = new ArrayList<>();
        for (Node item : block.list("key")) {
            roles.add(block.choiceOf(item, Field.Role.class));
        }
        return roles;
    }

    private Field field(Block block) {
        Field field = new Field(
                block.text("name"),
                reading.title(block, "title"),
                block.texts("aliases"),
                block.choice("type", Field.FieldType.class),
                block.integer("length", 1, LONGEST),
                block.textOrNull("code-list"),
                block.flag("multiple", false),
                block.choice("role", Field.Role.class, Field.Role.NONE),
                block.choice("privacy", Field.Privacy.class),
                requirement(block),
                bounds(block),
                reading.titleOrNull(block, "hint"),
                block.flag("optional", false));
        guard.checkField(block, field);
        block.end();
        return field;
    }

    private static Field.Requirement requirement(Block block) {
        String always = "always";
        Node value = block.nodeOrNull("required");
        if (value == null) {
            return new Field.Requirement.Never();
        }
        if (!(value instanceof MappingNode)) {
            String text = block.textOf(value);
            if (!text.equals(always) && !text.isEmpty()) {
                block.faults().add(value, "value.choice", text, "always, {when-filled: …}, {when: …, holds: […]}");
            }
            return new Field.Requirement.Always();
        }
        Block when = new Block(value, block.faults());
        Field.Requirement requirement = when.has("when-filled")
                ? new Field.Requirement.WhenFilled(when.text("when-filled"))
                : new Field.Requirement.WhenHolds(when.text("when"), when.texts("holds"));
        when.end();
        return requirement;
    }

    private static Field.Bounds bounds(Block block) {
        Block bounds = block.blockOrNull("bounds");
        if (bounds == null) {
            return Field.Bounds.NONE;
        }
        Field.Bounds read = new Field.Bounds(
                bounds.textOrNull("not-before"),
                bounds.flag("not-after-today", false),
                bounds.has("long-term-from-year") ? bounds.integer("long-term-from-year", 1949, 9999) : 0,
                bounds.has("suspicious-from-wan")
                        ? Long.valueOf(bounds.integer("suspicious-from-wan", 1, Integer.MAX_VALUE))
                        : null);
        bounds.end();
        return read;
    }
}
