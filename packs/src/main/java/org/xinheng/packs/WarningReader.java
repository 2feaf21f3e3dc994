package org.xinheng.packs;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.policy.EarlyWarning.Span;
import org.xinheng.core.policy.Rule;

/** Reads {@code early-warnings.yaml}: when which departments are made attentive to an organisation. */
final class WarningReader {

    private static final int MOST_RECORDS = 99;
    private static final int MOST_DAYS = 366;

    private final Reading reading;
    private final PersonGuard guard;

    WarningReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    List<EarlyWarning> read(Block document) {
        List<EarlyWarning> warnings = new ArrayList<>();
        for (Block item : document.blocks("early-warnings")) {
            Rule rule = reading.rule(item, "early-warning." + item.text("id"));
            guard.checkTitle(item, "title", rule.title());
            warnings.add(new EarlyWarning(
                    rule,
                    item.text("record-type"),
                    item.textOrNull("severity"),
                    item.integer("at-least", 1, MOST_RECORDS),
                    span(item),
                    item.texts("subscribers")));
            item.end();
        }
        document.end();
        return warnings;
    }

    /** One of the two; a rule with neither lacks its period. */
    private static Span span(Block item) {
        Block nearEnd = item.blockOrNull("near-end");
        if (nearEnd == null) {
            return new Span.Within(item.period("within"));
        }
        Span span = new Span.NearEnd(nearEnd.period("term"), nearEnd.integer("days", 1, MOST_DAYS));
        nearEnd.end();
        return span;
    }
}
