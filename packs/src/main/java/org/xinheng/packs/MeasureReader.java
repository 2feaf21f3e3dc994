package org.xinheng.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Rule;

/** Reads {@code matters.yaml} (事项) and {@code measures.yaml} (惩戒与激励措施). */
final class MeasureReader {

    /**
     * Never a trigger of a restriction: grades, risk classes, internal tags, mere counts, and records that are disputed or
     * repaired (law 3 of the house).
     */
    private static final List<String> FORBIDDEN_TRIGGERS =
            List.of("grade", "risk-class", "watch-tag", "count", "disputed", "repaired");

    private static final String TOLERATED = "tolerated-late-percent";

    private final Reading reading;
    private final PersonGuard guard;

    MeasureReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Map<String, Matter> matters(Block document) {
        Map<String, Matter> matters = new LinkedHashMap<>();
        for (Block block : document.blocks("matters")) {
            int tolerated = block.has(TOLERATED) ? block.integer(TOLERATED, 0, 100) : 0;
            Matter matter =
                    new Matter(reading.rule(block), block.texts("feeds"), tolerated, block.textOrNull("decisions"));
            guard.checkTitle(block, "title", matter.rule().title());
            block.end();
            matters.put(matter.id(), matter);
        }
        document.end();
        return matters;
    }

    /** @param lists lists that a measure may name as its trigger */
    List<Measure> measures(Block document, Map<String, ListRule> lists) {
        List<Measure> measures = new ArrayList<>();
        for (Block block : document.blocks("measures")) {
            Rule rule = reading.rule(block);
            guard.checkTitle(block, "title", rule.title());
            Measure.Effect effect = block.choice("effect", Measure.Effect.class);
            measures.add(new Measure(
                    rule,
                    block.texts("matters"),
                    block.choice("duty", Measure.Duty.class),
                    effect,
                    guard.subjects(block),
                    reading.title(block, "body"),
                    trigger(block.block("trigger"), effect, lists),
                    block.textOrNull("item"),
                    block.texts("executed-by")));
            block.end();
        }
        document.end();
        return measures;
    }

    private Measure.Trigger trigger(Block block, Measure.Effect effect, Map<String, ListRule> lists) {
        for (String key : FORBIDDEN_TRIGGERS) {
            if (block.has(key) && effect == Measure.Effect.RESTRICTION) {
                reading.faults().add(block.at(key), "measure.trigger-forbidden", key);
                return new Measure.Trigger("", List.of(), null, block.period("lasting"));
            }
        }
        if (block.has("list")) {
            return ofList(block, effect, lists);
        }
        BigDecimal fine = block.amountOrNull("fine-from-yuan");
        Measure.Trigger trigger =
                new Measure.Trigger(block.text("record-type"), block.texts("kinds"), fine, block.period("lasting"));
        block.end();
        return trigger;
    }

    /** A list triggers by the delivered listings that it names: the listing itself is the finding. */
    private Measure.Trigger ofList(Block block, Measure.Effect effect, Map<String, ListRule> lists) {
        String id = block.text("list");
        ListRule list = lists.get(id);
        Measure.Trigger trigger = new Measure.Trigger(
                list == null || list.scope().recordType() == null
                        ? ""
                        : list.scope().recordType(),
                list == null ? List.of() : list.scope().kinds(),
                null,
                block.period("lasting"));
        if (list == null) {
            reading.faults().add(block.at("list"), "reference.dangling", id, "lists");
        } else if (effect == Measure.Effect.RESTRICTION
                && (list.nature() == ListRule.Nature.WATCH || list.nature() == ListRule.Nature.HONOUR)) {
            reading.faults().add(block.at("list"), "measure.trigger-forbidden", id);
        } else if (list.scope().recordType() == null) {
            reading.faults().add(block.at("list"), "measure.list-without-records", id);
        }
        block.end();
        return trigger;
    }
}
