package org.xinheng.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SeverityClass;

/** Reads {@code gate/TYPE.yaml}: the publish gate (公示闸门) of one record type. */
final class GateReader {

    private static final String BASIS_LEVEL = "basis-level";

    private final Reading reading;

    GateReader(Reading reading) {
        this.reading = reading;
    }

    Map<String, GateRules> read(Map<String, MappingNode> documents) {
        Map<String, GateRules> gates = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            GateRules gate = read(block);
            Naming.check(reading.faults(), block, path, gate.recordType());
            gates.put(gate.recordType(), gate);
        });
        return gates;
    }

    private GateRules read(Block block) {
        String type = block.text("id");
        String prefix = "gate." + type;
        Block simplified = block.blockOrNull("simplified");
        List<GateRules.SimplifiedBound> bounds = new ArrayList<>();
        List<String> simplifiedValues = List.of();
        if (simplified != null) {
            simplifiedValues = simplified.texts("values");
            for (Block edition : simplified.blocks("bounds")) {
                Rule rule = reading.rule(edition, prefix + ".simplified." + edition.text("id"));
                BigDecimal bound = edition.amountOrNull("fine-up-to");
                bounds.add(new GateRules.SimplifiedBound(rule, bound == null ? BigDecimal.ZERO : bound));
                edition.end();
            }
            simplified.end();
        }
        GateRules gate = new GateRules(
                reading.rule(block, prefix),
                type,
                block.choice("shown-until", GateRules.ShownUntil.class),
                block.texts("hidden-statuses"),
                classes(block),
                Editions.of(reading, severity(block, prefix), GateRules.SeverityTable::rule),
                Editions.of(reading, windows(block, prefix), GateRules.WindowTable::rule),
                Editions.of(reading, bounds, GateRules.SimplifiedBound::rule),
                simplifiedValues,
                block.texts("warning-kinds"),
                block.flag("favourable", true),
                block.flag("ends-with-validity", false));
        block.end();
        return gate;
    }

    private Map<String, SeverityClass> classes(Block block) {
        Map<String, SeverityClass> classes = new LinkedHashMap<>();
        for (Block item : block.blocks("classes")) {
            SeverityClass one =
                    new SeverityClass(item.text("id"), reading.title(item, "title"), item.integer("gravity", 1, 99));
            item.end();
            classes.put(one.id(), one);
        }
        return classes;
    }

    private List<GateRules.SeverityTable> severity(Block block, String prefix) {
        List<GateRules.SeverityTable> editions = new ArrayList<>();
        for (Block edition : block.blocks("severity")) {
            Rule rule = reading.rule(edition, prefix + ".severity." + edition.text("id"));
            List<GateRules.SeverityRow> rows = new ArrayList<>();
            for (Block row : edition.blocks("rows")) {
                rows.add(new GateRules.SeverityRow(
                        row.text("kind"),
                        row.amountOrNull("from-yuan"),
                        row.amountOrNull("below-yuan"),
                        row.text("class"),
                        row.flag("confirmed", true)));
                row.end();
            }
            editions.add(new GateRules.SeverityTable(rule, rows));
            edition.end();
        }
        return editions;
    }

    private List<GateRules.WindowTable> windows(Block block, String prefix) {
        List<GateRules.WindowTable> editions = new ArrayList<>();
        for (Block edition : block.blocks("windows")) {
            Rule rule = reading.rule(edition, prefix + ".windows." + edition.text("id"));
            editions.add(new GateRules.WindowTable(rule, byClass(reading, edition)));
            edition.has(BASIS_LEVEL);
            edition.end();
        }
        return editions;
    }

    static Map<String, GateRules.Window> byClass(Reading reading, Block edition) {
        Map<String, GateRules.Window> byClass = new LinkedHashMap<>();
        for (Map.Entry<String, Node> entry : edition.block("by-class").entries().entrySet()) {
            Block window = reading.block(entry.getValue());
            byClass.put(
                    entry.getKey(),
                    new GateRules.Window(
                            window.flag("published", true),
                            window.period("earliest-repair"),
                            window.period("longest")));
            window.end();
        }
        return byClass;
    }

    /** The rank by which an edition of the windows claims to depart from the national ones; null when it claims none. */
    static Basis.@Nullable Level basisLevel(Reading reading, Rule edition) {
        Block block = reading.block(reading.nodeOf(edition));
        return block.has(BASIS_LEVEL) ? block.choice(BASIS_LEVEL, Basis.Level.class) : null;
    }
}
