package org.xinheng.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Rule;

/** Reads {@code matters.yaml} (事项) and {@code measures.yaml} (惩戒与激励措施). */
final class MeasureReader {

    private final Reading reading;
    private final PersonGuard guard;

    MeasureReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Map<String, Matter> matters(Block document) {
        Map<String, Matter> matters = new LinkedHashMap<>();
        for (Block block : document.blocks("matters")) {
            Matter matter = new Matter(reading.rule(block), block.texts("feeds"));
            guard.checkTitle(block, "title", matter.rule().title());
            block.end();
            matters.put(matter.id(), matter);
        }
        document.end();
        return matters;
    }

    List<Measure> measures(Block document) {
        List<Measure> measures = new ArrayList<>();
        for (Block block : document.blocks("measures")) {
            Rule rule = reading.rule(block);
            guard.checkTitle(block, "title", rule.title());
            measures.add(new Measure(
                    rule,
                    block.texts("matters"),
                    block.choice("duty", Measure.Duty.class),
                    block.choice("effect", Measure.Effect.class),
                    guard.subjects(block),
                    reading.title(block, "body"),
                    trigger(block.block("trigger"))));
            block.end();
        }
        document.end();
        return measures;
    }

    private static Measure.Trigger trigger(Block block) {
        BigDecimal fine = block.amountOrNull("fine-from-yuan");
        Measure.Trigger trigger =
                new Measure.Trigger(block.text("record-type"), block.texts("kinds"), fine, block.period("lasting"));
        block.end();
        return trigger;
    }
}
