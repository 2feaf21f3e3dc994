package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.xinheng.core.policy.ReportLayout;
import org.xinheng.core.policy.ReportLayout.Chapter;
import org.xinheng.core.policy.Rule;

/** Reads {@code reports/NAME.yaml}: the chapters of one kind of credit report (信用报告). */
final class ReportReader {

    private final Reading reading;
    private final PersonGuard guard;

    ReportReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Map<String, ReportLayout> read(Map<String, MappingNode> documents) {
        Map<String, ReportLayout> layouts = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            String id = block.text("id");
            Naming.check(reading.faults(), block, path, id);
            layouts.put(id, layout(block, "report." + id));
        });
        return layouts;
    }

    private ReportLayout layout(Block block, String prefix) {
        Rule rule = reading.rule(block, prefix);
        List<Chapter> chapters = new ArrayList<>();
        for (Block item : block.blocks("chapters")) {
            Rule own = reading.rule(item, prefix + "." + item.text("id"));
            guard.checkTitle(item, "title", own.title());
            chapters.add(new Chapter(
                    own,
                    item.texts("record-types"),
                    item.flag("unpublished-too", false),
                    reading.title(item, "without-source")));
            item.end();
        }
        ReportLayout layout = new ReportLayout(
                rule,
                block.choice("kind", ReportLayout.Kind.class),
                block.has("look-back") ? block.period("look-back") : null,
                reading.title(block, "statement"),
                chapters);
        block.end();
        return layout;
    }
}
