package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentItems;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.core.policy.Rule;

/** Reads {@code commitment-items.yaml}: for which matters commitments are taken, and for which never (信用承诺事项清单). */
final class CommitmentItemReader {

    private static final int MOST_MEMBERS = 1_000_000;

    private final Reading reading;
    private final PersonGuard guard;

    CommitmentItemReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    CommitmentItems read(Block document) {
        Map<String, CommitmentItem> items = new LinkedHashMap<>();
        for (Block block : document.blocks("items")) {
            String id = block.text("id");
            items.put(id, item(block, reading.rule(block, CommitmentItem.PREFIX + id)));
            block.end();
        }
        Map<String, Rule> excluded = new LinkedHashMap<>();
        for (Block block : document.blocks("excluded")) {
            String id = block.text("id");
            excluded.put(id, reading.rule(block, "commitment-excluded." + id));
            block.end();
        }
        document.end();
        return new CommitmentItems(items, excluded);
    }

    private CommitmentItem item(Block block, Rule rule) {
        guard.checkTitle(block, "title", rule.title());
        return new CommitmentItem(
                rule,
                block.text("type"),
                block.choice("handling", CommitmentItem.Handling.class),
                block.text("kind"),
                block.texts("accepted-by"),
                reading.titles(block, "conditions"),
                papers(block),
                reading.title(block, "liability"),
                reading.title(block, "remedy"),
                clocks(block.block("clocks")),
                block.text("openness"),
                block.has("members") ? block.integer("members", 1, MOST_MEMBERS) : null);
    }

    private List<CommitmentType.Part> papers(Block block) {
        List<CommitmentType.Part> papers = new ArrayList<>();
        for (Block paper : block.blocks("papers")) {
            papers.add(new CommitmentType.Part(
                    paper.text("id"), reading.title(paper, "title"), paper.flag("required", true)));
            paper.end();
        }
        return papers;
    }

    private static CommitmentItem.Clocks clocks(Block block) {
        CommitmentItem.Clocks clocks = new CommitmentItem.Clocks(
                block.textOrNull("supply"), block.text("review"), block.text("answer"), block.text("shown"));
        block.end();
        return clocks;
    }
}
