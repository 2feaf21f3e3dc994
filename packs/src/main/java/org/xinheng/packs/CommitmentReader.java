package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.core.policy.Rule;

/** Reads {@code commitments.yaml}: kinds of commitments (信用承诺) with their templates. */
final class CommitmentReader {

    private final Reading reading;
    private final PersonGuard guard;

    CommitmentReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Map<String, CommitmentType> read(Block document) {
        Map<String, CommitmentType> types = new LinkedHashMap<>();
        for (Block block : document.blocks("commitments")) {
            String id = block.text("id");
            Rule rule = reading.rule(block, "commitment." + id);
            guard.checkTitle(block, "title", rule.title());
            types.put(
                    id,
                    new CommitmentType(
                            rule,
                            guard.subjects(block),
                            block.choice("stage", CommitmentType.Stage.class),
                            parts(block),
                            reading.titles(block, "not-for"),
                            block.textOrNull("clock")));
            block.end();
        }
        document.end();
        return types;
    }

    private List<CommitmentType.Part> parts(Block block) {
        List<CommitmentType.Part> parts = new ArrayList<>();
        for (Block part : block.blocks("template")) {
            parts.add(new CommitmentType.Part(
                    part.text("id"), reading.title(part, "title"), part.flag("required", true)));
            part.end();
        }
        if (parts.isEmpty()) {
            reading.faults().add(block.node(), "commitment.without-template");
        }
        return parts;
    }
}
