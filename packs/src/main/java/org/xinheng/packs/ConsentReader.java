package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.ConsentRules.Category;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.policy.ConsentRules.Purpose;
import org.xinheng.core.policy.ConsentRules.Reader;
import org.xinheng.core.policy.ConsentRules.Scene;
import org.xinheng.core.policy.Rule;

/** Reads {@code consent.yaml}: what organisations may consent to (授权查询), and scenes of incentives (信易+). */
final class ConsentReader {

    private static final int MOST_READS = 1_000;

    private final Reading reading;
    private final PersonGuard guard;

    ConsentReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    ConsentRules read(Block document) {
        Map<String, Category> data = new LinkedHashMap<>();
        for (Block block : document.blocks("data")) {
            String id = block.text("id");
            data.put(id, new Category(rule(block, "consent-data." + id), id, block.texts("record-types")));
            block.end();
        }
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        for (Block block : document.blocks("purposes")) {
            String id = block.text("id");
            purposes.put(
                    id,
                    new Purpose(
                            rule(block, "consent-purpose." + id),
                            id,
                            block.texts("data"),
                            block.period("longest"),
                            new Frequency(block.integer("reads", 1, MOST_READS), block.choice("per", Per.class))));
            block.end();
        }
        Map<String, Reader> readers = new LinkedHashMap<>();
        for (Block block : document.blocks("readers")) {
            String id = block.text("id");
            readers.put(id, new Reader(rule(block, "consent-reader." + id), id, block.texts("purposes")));
            block.end();
        }
        List<Scene> scenes = new ArrayList<>();
        document.blocks("scenes").forEach(block -> scenes.add(scene(block)));
        document.end();
        return new ConsentRules(data, purposes, readers, scenes);
    }

    private Scene scene(Block block) {
        String id = block.text("id");
        Scene scene = new Scene(
                rule(block, "scene." + id),
                id,
                reading.title(block, "offered-by"),
                reading.title(block, "incentive"),
                reading.title(block, "ground"),
                guard.subjects(block));
        guard.checkTitle(block, "incentive", scene.incentive());
        guard.checkTitle(block, "ground", scene.ground());
        block.end();
        return scene;
    }

    private Rule rule(Block block, String id) {
        Rule rule = reading.rule(block, id);
        guard.checkTitle(block, "title", rule.title());
        return rule;
    }
}
