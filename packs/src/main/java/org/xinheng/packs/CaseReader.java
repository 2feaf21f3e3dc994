package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Needs;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.CaseKind.State;
import org.xinheng.core.policy.CaseKind.Timer;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.NumberPattern;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** Reads {@code casework/KIND.yaml}: one kind of case (案件种类) with its way, its periods and its effects. */
final class CaseReader {

    private final Reading reading;
    private final PersonGuard guard;

    CaseReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Map<String, CaseKind> read(Map<String, MappingNode> documents, List<Monitoring.Campaign> campaigns) {
        Map<String, CaseKind> kinds = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            String id = block.text("id");
            Naming.check(reading.faults(), block, path, id);
            kinds.put(id, kind(block, id).with(campaigns));
        });
        return kinds;
    }

    private CaseKind kind(Block block, String id) {
        Rule rule = reading.rule(block, "case." + id);
        guard.checkTitle(block, "title", rule.title());
        CaseKind kind = new CaseKind(
                rule,
                new NumberPattern(number(block)),
                block.choice("about", CaseKind.About.class),
                block.texts("findings"),
                grounds(block, rule.validity()),
                block.choice("grounds-from", CaseKind.GroundsFrom.class, CaseKind.GroundsFrom.ITSELF),
                documents(block),
                states(block),
                actions(block),
                timers(block),
                recheck(block.blockOrNull("recheck")));
        block.end();
        return kind;
    }

    /** A pattern that would number two cases alike is told, and its kind read on with the usual one. */
    private String number(Block block) {
        String pattern = block.text("number");
        if (NumberPattern.fits(pattern)) {
            return pattern;
        }
        reading.faults().add(block.at("number"), "case.number-unfit", pattern);
        return "{year}-{count}";
    }

    private static CaseKind.@Nullable Recheck recheck(@Nullable Block block) {
        if (block == null) {
            return null;
        }
        var recheck = new CaseKind.Recheck(
                block.texts("after"), block.text("clock"), block.integer("share", 1, 100), block.text("push"));
        block.end();
        return recheck;
    }

    private List<CaseKind.Ground> grounds(Block block, Validity within) {
        List<CaseKind.Ground> grounds = new ArrayList<>();
        for (Block item : block.blocks("grounds")) {
            grounds.add(new CaseKind.Ground(
                    item.text("id"),
                    reading.title(item, "title"),
                    reading.titleOrNull(item, "remedy"),
                    within,
                    List.of(),
                    List.of()));
            item.end();
        }
        return grounds;
    }

    private List<CaseKind.Document> documents(Block block) {
        List<CaseKind.Document> documents = new ArrayList<>();
        for (Block item : block.blocks("documents")) {
            Title title = reading.title(item, "title");
            guard.checkTitle(item, "title", title);
            documents.add(new CaseKind.Document(item.text("id"), title, item.flag("required", false)));
            item.end();
        }
        return documents;
    }

    private List<State> states(Block block) {
        List<State> states = new ArrayList<>();
        for (Block item : block.blocks("states")) {
            states.add(new State(item.text("id"), reading.title(item, "title"), item.flag("closed", false)));
            item.end();
        }
        return states;
    }

    private List<Action> actions(Block block) {
        List<Action> actions = new ArrayList<>();
        for (Block item : block.blocks("actions")) {
            actions.add(new Action(
                    item.text("id"),
                    reading.title(item, "title"),
                    choices(item, "by", Party.class).stream().collect(Collectors.toCollection(java.util.TreeSet::new)),
                    item.texts("from"),
                    item.textOrNull("to"),
                    choices(item, "effects", CaseKind.Effect.class),
                    new Needs(
                            item.flag("reason", false),
                            item.choice("paper", CaseKind.Paper.class, CaseKind.Paper.NONE),
                            item.choice("clockwork", CaseKind.Clockwork.class, CaseKind.Clockwork.NONE)),
                    reading.titleOrNull(item, "answer"),
                    item.textOrNull("serves")));
            item.end();
        }
        return actions;
    }

    private static <E extends Enum<E>> List<E> choices(Block block, String key, Class<E> type) {
        return block.list(key).stream().map(node -> block.choiceOf(node, type)).toList();
    }

    private List<Timer> timers(Block block) {
        List<Timer> timers = new ArrayList<>();
        for (Block item : block.blocks("timers")) {
            timers.add(new Timer(
                    item.text("id"),
                    item.text("clock"),
                    item.texts("starts"),
                    item.texts("ends"),
                    item.textOrNull("on-miss")));
            item.end();
        }
        return timers;
    }
}
