package org.xinheng.packs;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.VoluntaryKind;

/** Reads {@code voluntary-facts.yaml}: which facts an organisation may file about itself (自主申报). */
final class VoluntaryReader {

    private final Reading reading;
    private final PersonGuard guard;

    VoluntaryReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    List<VoluntaryKind> read(Block document) {
        List<VoluntaryKind> kinds = new ArrayList<>();
        for (Block item : document.blocks("voluntary-facts")) {
            Rule rule = reading.rule(item, "voluntary-fact." + item.text("id"));
            guard.checkTitle(item, "title", rule.title());
            kinds.add(
                    new VoluntaryKind(rule, item.text("kind"), item.textOrNull("verifier"), item.flag("open", false)));
            item.end();
        }
        document.end();
        return kinds;
    }
}
