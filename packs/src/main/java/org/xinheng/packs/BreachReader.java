package org.xinheng.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.core.code.Uscc;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.BreachRules.Breach;
import org.xinheng.core.policy.BreachRules.Enterprise;
import org.xinheng.core.policy.Rule;

/** Reads {@code breach-notices.yaml}: which breaches of public bodies and of which state-owned enterprises are put before whom. */
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
                enterprises(document),
                breaches);
        document.end();
        return rules;
    }

    /** Each enterprise once, under a code that an enterprise can have. */
    private List<Enterprise> enterprises(Block document) {
        List<String> prefixes = document.texts("enterprise-prefixes");
        Set<String> codes = new HashSet<>();
        List<Enterprise> enterprises = new ArrayList<>();
        for (Block item : document.blocks("enterprises")) {
            Enterprise one = new Enterprise(item.text("code"), reading.title(item, "name"), item.text("superior"));
            item.end();
            guard.checkTitle(item, "name", one.name());
            checkCode(item, one.code(), prefixes);
            if (!codes.add(one.code()) && !one.code().isEmpty()) {
                reading.faults().add(item.at("code"), "key.doubled", one.code());
            }
            enterprises.add(one);
        }
        return enterprises;
    }

    private void checkCode(Block item, String code, List<String> prefixes) {
        if (code.isEmpty()) {
            return;
        }
        if (!Uscc.isValid(code)) {
            reading.faults().add(item.at("code"), "breach.enterprise-code", code);
        } else if (prefixes.stream().noneMatch(code::startsWith)) {
            reading.faults().add(item.at("code"), "breach.enterprise-prefix", code, String.join(", ", prefixes));
        }
    }
}
