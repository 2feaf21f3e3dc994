package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Rule;

/** Reads {@code lists/NAME.yaml}: one list (名单) with grounds, procedure, term and way out. */
final class ListReader {

    private final Reading reading;
    private final PersonGuard guard;
    private final Conditions conditions;

    ListReader(Reading reading, PersonGuard guard, Conditions conditions) {
        this.reading = reading;
        this.guard = guard;
        this.conditions = conditions;
    }

    Map<String, ListRule> read(Map<String, MappingNode> documents) {
        Map<String, ListRule> lists = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            String id = block.text("id");
            Naming.check(reading.faults(), block, path, id);
            lists.put(id, list(block, id));
        });
        return lists;
    }

    private ListRule list(Block block, String id) {
        Rule rule = reading.rule(block, "list." + id);
        guard.checkTitle(block, "title", rule.title());
        ListRule.Scope scope = new ListRule.Scope(
                guard.subjects(block),
                reading.title(block, "decided-by"),
                block.textOrNull("record-type"),
                block.texts("kinds"));
        ListRule list = new ListRule(
                rule,
                block.choice("nature", ListRule.Nature.class),
                scope,
                grounds(block, rule.id(), scope.recordType()),
                steps(block),
                term(block));
        block.end();
        return list;
    }

    private List<ListRule.Ground> grounds(Block block, String prefix, @Nullable String listed) {
        List<ListRule.Ground> grounds = new ArrayList<>();
        for (Block item : block.blocks("grounds")) {
            Rule rule = reading.rule(item, prefix + ".ground." + item.text("id"));
            guard.checkTitle(item, "title", rule.title());
            String over = item.textOrNull("record-type");
            grounds.add(new ListRule.Ground(rule, conditions.read(item, "when", over == null ? listed : over)));
            item.end();
        }
        return grounds;
    }

    private List<ListRule.Step> steps(Block block) {
        List<ListRule.Step> steps = new ArrayList<>();
        for (Block item : block.blocks("procedure")) {
            steps.add(new ListRule.Step(
                    item.choice("step", ListRule.Step.Kind.class),
                    reading.title(item, "title"),
                    item.textOrNull("clock")));
            item.end();
        }
        return steps;
    }

    private ListRule.Term term(Block list) {
        Block block = list.block("term");
        Block early = block.blockOrNull("early-removal");
        ListRule.EarlyRemoval removal = null;
        if (early != null) {
            removal = new ListRule.EarlyRemoval(
                    early.period("not-before"), reading.titles(early, "conditions"), early.texts("clocks"));
            early.end();
        }
        ListRule.Term term = new ListRule.Term(
                block.has("longest") ? block.period("longest") : null,
                block.flag("until-duty-done", false),
                removal,
                block.textOrNull("revocation"),
                block.textOrNull("reminder"));
        if (term.longest() == null && !term.untilDutyDone() && !block.isAbsent()) {
            reading.faults().add(block.node(), "list.without-end");
        }
        block.end();
        return term;
    }
}
