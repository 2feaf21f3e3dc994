package org.xinheng.packs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Rule;

/**
 * The two documents that only the lowest pack may have: {@code punishment-list.yaml}, the items of the national list of
 * restrictions (全国失信惩戒措施基础清单), and {@code publicity-standard.yaml}, the windows from which only a law or an administrative
 * regulation may depart. A place that brings its own would change the measure by which it is measured.
 */
final class NationalLists {

    /** Periods of the standard and the days in which they hold. */
    record Standard(Rule rule, Map<String, GateRules.Window> byClass) {}

    private final Reading reading;
    private final String lowest;

    /** @param lowest name of the pack that stands on no other */
    NationalLists(Reading reading, String lowest) {
        this.reading = reading;
        this.lowest = lowest;
    }

    /** Ids of the items. */
    Set<String> items(Optional<MappingNode> document) {
        Set<String> items = new HashSet<>();
        document.filter(this::isOfLowest).ifPresent(node -> {
            Block block = reading.block(node);
            for (Block item : block.blocks("items")) {
                String id = item.text("id");
                reading.rule(item, "item." + id);
                items.add(id);
                item.end();
            }
            block.end();
        });
        return items;
    }

    Optional<Standard> standard(Optional<MappingNode> document) {
        return document.filter(this::isOfLowest).map(node -> {
            Block block = reading.block(node);
            Rule rule = reading.rule(block);
            Map<String, GateRules.Window> byClass = GateReader.byClass(reading, block);
            block.end();
            return new Standard(rule, new LinkedHashMap<>(byClass));
        });
    }

    private boolean isOfLowest(Node document) {
        Position position = Position.of(document);
        if (position.file().startsWith(lowest + "/")) {
            return true;
        }
        reading.faults().add(position, "pack.lowest-only", lowest);
        return false;
    }
}
