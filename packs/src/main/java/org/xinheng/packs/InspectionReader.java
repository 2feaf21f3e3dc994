package org.xinheng.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.core.policy.InspectionRules.Burden;
import org.xinheng.core.policy.InspectionRules.EntropySource;
import org.xinheng.core.policy.InspectionRules.Item;
import org.xinheng.core.policy.InspectionRules.Outcome;
import org.xinheng.core.policy.InspectionRules.Publication;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;

/** Reads {@code inspection.yaml}: random inspection (双随机抽查) of organisations. */
final class InspectionReader {

    private static final int LARGEST_TEAM = 9;
    private static final int LARGEST_POOL = 1_000;
    private static final int MOST_VISITS = 99;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Reading reading;
    private final PersonGuard guard;

    InspectionReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    InspectionRules read(Block document) {
        Rule rule = reading.rule(document);
        InspectionRules rules = new InspectionRules(
                rule,
                document.text("default-class"),
                document.integer("team", 2, LARGEST_TEAM),
                document.integer("smallest-pool", 2, LARGEST_POOL),
                watched(document),
                burden(document.block("burden")),
                publication(document.block("publication")),
                sources(document),
                items(document),
                outcomes(document));
        document.end();
        return rules;
    }

    private static BigDecimal watched(Block document) {
        BigDecimal share = Objects.requireNonNullElse(document.amountOrNull("watched"), BigDecimal.ZERO);
        if (share.compareTo(ALL) > 0) {
            document.faults().add(document.at("watched"), "value.percent", share.toPlainString());
        }
        return share;
    }

    private static Burden burden(Block block) {
        Block table = block.block("most-visits");
        Map<String, Integer> most = new LinkedHashMap<>();
        table.entries().keySet().forEach(id -> most.put(id, table.integer(id, 1, MOST_VISITS)));
        Burden burden = new Burden(block.period("within"), most);
        block.end();
        return burden;
    }

    private static Publication publication(Block block) {
        Publication publication = new Publication(block.text("plan"), block.text("list"), block.text("results"));
        block.end();
        return publication;
    }

    private List<EntropySource> sources(Block document) {
        List<EntropySource> sources = new ArrayList<>();
        for (Block item : document.blocks("entropy-sources")) {
            sources.add(new EntropySource(item.text("id"), reading.title(item, "title")));
            item.end();
        }
        return sources;
    }

    private List<Outcome> outcomes(Block document) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Block item : document.blocks("outcomes")) {
            outcomes.add(new Outcome(item.text("id"), reading.title(item, "title")));
            item.end();
        }
        return outcomes;
    }

    private List<Item> items(Block document) {
        List<Item> items = new ArrayList<>();
        for (Block item : document.blocks("items")) {
            Title title = reading.title(item, "title");
            guard.checkTitle(item, "title", title);
            items.add(new Item(item.text("id"), title, item.texts("needs")));
            item.end();
        }
        return items;
    }
}
