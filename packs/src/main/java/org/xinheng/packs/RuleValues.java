package org.xinheng.packs;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.xinheng.core.policy.Rule;

/**
 * The values of one rule as a pack has them in effect.
 *
 * @param place file and line of the rule
 * @param values by the keys that lead to them
 */
record RuleValues(String place, Map<String, String> values) {

    static Map<String, RuleValues> of(PackDiff.Place pack, FaultLog faults) throws IOException {
        PackFiles files = new PackFiles(pack.packs(), faults);
        files.read(pack.name());
        Map<String, RuleValues> all = new LinkedHashMap<>();
        Reading reading = new Reading(faults);
        if (files.folders().isEmpty() || new PolicyReader(files, faults).read(pack.name(), reading) == null) {
            return all;
        }
        Map<Node, Boolean> ofRules = new IdentityHashMap<>();
        reading.rules().forEach(rule -> ofRules.put(reading.nodeOf(rule), true));
        for (Rule rule : reading.rules()) {
            all.put(rule.id(), of(reading.nodeOf(rule), rule.place(), ofRules));
        }
        files.document("place.yaml")
                .ifPresent(node -> all.put("place", of(node, Position.of(node).toString(), ofRules)));
        return all;
    }

    private static RuleValues of(Node node, String place, Map<Node, Boolean> ofRules) {
        Map<String, String> values = new TreeMap<>();
        flatten("", node, values, ofRules);
        return new RuleValues(place, values);
    }

    /** A rule inside another one is compared by itself. */
    private static void flatten(String path, Node node, Map<String, String> values, Map<Node, Boolean> ofRules) {
        if (!path.isEmpty() && ofRules.containsKey(node)) {
            return;
        }
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple tuple : mapping.getValue()) {
                    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                    flatten(path.isEmpty() ? key : path + "." + key, tuple.getValueNode(), values, ofRules);
                }
            }
            case SequenceNode sequence -> {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    Node item = sequence.getValue().get(i);
                    String name = PackMerge.identityOf(item).orElse(Integer.toString(i));
                    flatten(path + "[" + name + "]", item, values, ofRules);
                }
            }
            case ScalarNode scalar -> values.put(path, scalar.getValue());
            default -> values.put(path, node.toString());
        }
    }
}
