package org.xinheng.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.policy.RiskRules.Ratios;
import org.xinheng.core.policy.RiskRules.RiskClass;
import org.xinheng.core.policy.RiskRules.Signal;
import org.xinheng.core.policy.Rule;

/** Reads {@code risk.yaml}: risk classes (信用风险分类) and editions of the draw ratios (抽查比例). */
final class RiskReader {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private static final int MOST_RECORDS = 99;

    private final Reading reading;
    private final PersonGuard guard;

    RiskReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    RiskRules read(Block document) {
        Rule rule = reading.rule(document);
        List<RiskClass> classes = new ArrayList<>();
        for (Block item : document.blocks("classes")) {
            classes.add(new RiskClass(item.text("id"), reading.title(item, "title"), item.integer("order", 1, 99)));
            item.end();
        }
        List<Ratios> editions = new ArrayList<>();
        for (Block edition : document.blocks("ratios")) {
            editions.add(ratios(edition, rule.id(), classes));
        }
        List<Signal> signals = new ArrayList<>();
        for (Block item : document.blocks("signals")) {
            signals.add(signal(item));
        }
        RiskRules rules = new RiskRules(
                rule, classes, document.text("recalculation"), signals, Editions.of(reading, editions, Ratios::rule));
        document.end();
        return rules;
    }

    private Signal signal(Block item) {
        Rule rule = reading.rule(item, "risk.signal." + item.text("id"));
        guard.checkTitle(item, "title", rule.title());
        guard.checkRelated(item.at("title"), rule.title());
        Signal signal = new Signal(
                rule,
                item.text("record-type"),
                item.textOrNull("severity"),
                item.integer("at-least", 1, MOST_RECORDS),
                item.period("within"),
                item.flag("standing", false),
                item.text("class"));
        item.end();
        return signal;
    }

    private Ratios ratios(Block edition, String prefix, List<RiskClass> classes) {
        Rule rule = reading.rule(edition, prefix + ".ratios." + edition.text("id"));
        Block table = edition.block("percent");
        Map<String, BigDecimal> percent = new LinkedHashMap<>();
        for (String id : table.entries().keySet()) {
            if (classes.stream().noneMatch(one -> one.id().equals(id))) {
                reading.faults().add(table.at(id), "reference.dangling", id, "classes");
            }
            BigDecimal share = table.amountOrNull(id);
            if (share != null && share.compareTo(ALL) > 0) {
                reading.faults().add(table.at(id), "value.percent", share.toPlainString());
            }
            percent.put(id, share == null ? BigDecimal.ZERO : share);
        }
        for (RiskClass one : classes) {
            if (!percent.containsKey(one.id())) {
                reading.faults().add(edition.node(), "risk.class-without-ratio", one.id());
            }
        }
        edition.end();
        return new Ratios(rule, percent);
    }
}
