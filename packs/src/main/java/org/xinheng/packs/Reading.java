package org.xinheng.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** What all readers of one pack share: the fault log, the cited documents, and every rule read so far. */
final class Reading {

    private final FaultLog faults;
    private final Map<String, Basis> sources = new HashMap<>();
    private final Map<String, Node> placeOfRule = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    Reading(FaultLog faults) {
        this.faults = faults;
    }

    FaultLog faults() {
        return faults;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Where a rule was read, for messages. */
    Node nodeOf(Rule rule) {
        Node node = placeOfRule.get(rule.id());
        if (node == null) {
            throw new IllegalArgumentException("not a rule of this reading: " + rule.id());
        }
        return node;
    }

    Block block(Node node) {
        return new Block(node, faults);
    }

    /** Reads {@code sources.yaml}: documents that rules cite by a short id. */
    void readSources(Node document) {
        Block root = block(document);
        for (Block source : root.blocks("sources")) {
            String id = source.text("id");
            Basis basis = new Basis(
                    source.text("document"),
                    source.textOrNull("number"),
                    null,
                    source.choice("level", Basis.Level.class));
            source.end();
            if (sources.put(id, basis) != null) {
                faults.add(source.at("id"), "rule.id-doubled", id);
            }
        }
        root.end();
    }

    Title title(Block block, String key) {
        return title(block.block(key));
    }

    @Nullable
    Title titleOrNull(Block block, String key) {
        Block title = block.blockOrNull(key);
        return title == null ? null : title(title);
    }

    /** A title that is an item of a list. */
    Title title(Node item) {
        return title(block(item));
    }

    List<Title> titles(Block block, String key) {
        List<Title> titles = new ArrayList<>();
        for (Node item : block.list(key)) {
            titles.add(title(item));
        }
        return titles;
    }

    private static Title title(Block title) {
        Title read = new Title(title.text("zh"), title.text("en"));
        title.end();
        return read;
    }

    /** The part that every rule has, under the id that the block itself gives. */
    Rule rule(Block block) {
        return rule(block, block.text("id"));
    }

    /** The part that every rule has: title, days in force, basis, confidence. */
    Rule rule(Block block, String id) {
        Rule rule = new Rule(
                id,
                title(block, "title"),
                validity(block),
                basis(block, "basis"),
                block.choice("confidence", Confidence.class),
                Position.of(block.node()).file() + ":"
                        + Position.of(block.node()).line());
        Node earlier = placeOfRule.put(id, block.node());
        if (earlier != null) {
            faults.add(block.at("id"), "rule.id-doubled", id + " (" + Position.of(earlier) + ")");
        }
        rules.add(rule);
        return rule;
    }

    /** First and last day in force; reversed dates are a fault. */
    Validity validity(Block block) {
        LocalDate from = block.date("from");
        LocalDate to = block.dateOrNull("to");
        if (to != null && to.isBefore(from)) {
            faults.add(block.at("to"), "rule.dates-reversed", from.toString(), to.toString());
            return new Validity(from, null);
        }
        return new Validity(from, to);
    }

    /** Where something comes from: a document of the pack's sources, or one that is named here. */
    Basis basis(Block block, String key) {
        Basis none = new Basis("", null, null, Basis.Level.HOUSE);
        if (!block.has(key)) {
            faults.add(block.node(), "rule.no-basis");
            return none;
        }
        Block basis = block.block(key);
        String source = basis.textOrNull("source");
        Basis read;
        if (source == null) {
            read = new Basis(
                    basis.text("document"),
                    basis.textOrNull("number"),
                    basis.textOrNull("article"),
                    basis.choice("level", Basis.Level.class));
        } else {
            Basis cited = sources.get(source);
            if (cited == null) {
                faults.add(basis.at("source"), "basis.source-unknown", source);
                cited = none;
            }
            read = new Basis(cited.document(), cited.number(), basis.textOrNull("article"), cited.level());
        }
        basis.end();
        return read;
    }
}
