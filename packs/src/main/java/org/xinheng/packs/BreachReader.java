package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.BreachRules.Breach;
import org.xinheng.core.policy.Rule;

/** Reads {@code breach-notices.yaml}: which breaches of public bodies are put before which superiors. */
final class BreachReader {

    private final Reading reading;
    private final PersonGuard guard;

    BreachReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    BreachRules read(Block document) {
        Rule rule = reading.rule(document);
        guard.checkTitle(document, "title", rule.title());
        Map<String, String> superiors = new LinkedHashMap<>();
        for (Block item : document.blocks("superiors")) {
            if (superiors.put(item.text("body"), item.text("superior")) != null) {
                reading.faults().add(item.at("body"), "key.doubled", item.text("body"));
            }
            item.end();
        }
        List<Breach> breaches = new ArrayList<>();
        for (Block item : document.blocks("breaches")) {
            breaches.add(new Breach(item.text("record-type"), item.texts("kinds")));
            item.end();
        }
        BreachRules rules = new BreachRules(
                rule,
                document.text("acknowledge"),
                document.texts("prefixes"),
                superiors,
                document.text("otherwise"),
                breaches);
        document.end();
        return rules;
    }
}
