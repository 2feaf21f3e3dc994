package org.xinheng.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Lays a place's file over the file of the same name below it. A key of the place stands in place of the same key below;
 * only lists whose items carry an {@code id}, {@code name} or {@code code} are joined: an item with a new one is added, an item
 * with a known one replaces that item whole, so that a changed rule always brings its own basis. The identity of a place is
 * not joined: a city does not have the divisions of its province.
 */
final class PackMerge {

    private static final List<String> IDENTITIES = List.of("id", "name", "code");

    private final FaultLog faults;

    PackMerge(FaultLog faults) {
        this.faults = faults;
    }

    MappingNode merge(MappingNode below, MappingNode above) {
        if (find(below, "basis").isPresent() && find(above, "basis").isEmpty()) {
            faults.add(above, "rule.change-without-basis");
        }
        return lay(below, above, this::mergeValue);
    }

    /** For the identity of a place: what it says stands whole in place of what the pack below says, lists too. */
    static MappingNode replace(MappingNode below, MappingNode above) {
        return lay(below, above, (under, over) -> over);
    }

    private static MappingNode lay(MappingNode below, MappingNode above, BinaryOperator<NodeTuple> sameKey) {
        Map<String, NodeTuple> merged = new LinkedHashMap<>();
        below.getValue().forEach(tuple -> merged.put(keyOf(tuple), tuple));
        for (NodeTuple tuple : above.getValue()) {
            merged.merge(keyOf(tuple), tuple, sameKey);
        }
        return new MappingNode(
                above.getTag(),
                true,
                new ArrayList<>(merged.values()),
                above.getFlowStyle(),
                above.getStartMark(),
                above.getEndMark());
    }

    private NodeTuple mergeValue(NodeTuple below, NodeTuple above) {
        if (below.getValueNode() instanceof SequenceNode base && above.getValueNode() instanceof SequenceNode own) {
            Map<String, Node> items = new LinkedHashMap<>();
            if (put(items, base) && put(items, own)) {
                SequenceNode joined = new SequenceNode(
                        own.getTag(),
                        true,
                        new ArrayList<>(items.values()),
                        own.getFlowStyle(),
                        own.getStartMark(),
                        own.getEndMark());
                return new NodeTuple(above.getKeyNode(), joined);
            }
        }
        return above;
    }

    private boolean put(Map<String, Node> items, SequenceNode list) {
        Set<String> own = new HashSet<>();
        for (Node item : list.getValue()) {
            String identity = item instanceof MappingNode mapping ? identity(mapping) : null;
            if (identity == null) {
                return false;
            }
            if (!own.add(identity)) {
                faults.add(item, "rule.id-doubled", identity);
            }
            items.put(identity, item);
        }
        return true;
    }

    /** How an item of a list is told from the others: by its id, name or code. */
    static Optional<String> identityOf(Node item) {
        return item instanceof MappingNode mapping ? Optional.ofNullable(identity(mapping)) : Optional.empty();
    }

    private static @Nullable String identity(MappingNode item) {
        for (String key : IDENTITIES) {
            Optional<Node> value = find(item, key);
            if (value.isPresent() && value.get() instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
        }
        return null;
    }

    private static Optional<Node> find(MappingNode node, String key) {
        return node.getValue().stream()
                .filter(tuple -> keyOf(tuple).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static String keyOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }
}
