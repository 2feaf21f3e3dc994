package org.xinheng.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.Rule;

/** Reads {@code documents.yaml}: templates of the documents (文书) that are served on organisations. */
final class DocumentReader {

    private final Reading reading;
    private final PersonGuard guard;

    DocumentReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Map<String, DocumentTemplate> read(Block document) {
        Map<String, DocumentTemplate> templates = new LinkedHashMap<>();
        for (Block block : document.blocks("documents")) {
            String id = block.text("id");
            Rule rule = reading.rule(block, "document." + id);
            guard.checkTitle(block, "title", rule.title());
            List<DocumentTemplate.Field> fields = fields(block);
            templates.put(id, new DocumentTemplate(rule, fields, body(block, fields)));
            block.end();
        }
        document.end();
        return templates;
    }

    private List<DocumentTemplate.Field> fields(Block block) {
        List<DocumentTemplate.Field> fields = new ArrayList<>();
        for (Block field : block.blocks("fields")) {
            fields.add(new DocumentTemplate.Field(
                    field.text("id"), reading.title(field, "title"), field.flag("required", true)));
            field.end();
        }
        return fields;
    }

    private List<String> body(Block block, List<DocumentTemplate.Field> fields) {
        List<String> body = block.texts("body");
        if (body.isEmpty()) {
            reading.faults().add(block.node(), "document.without-body");
        }
        Set<String> known = new HashSet<>(DocumentTemplate.GIVEN);
        fields.forEach(field -> known.add(field.id()));
        for (String paragraph : body) {
            for (String place : DocumentTemplate.places(paragraph)) {
                if (!known.contains(place)) {
                    reading.faults().add(block.at("body"), "document.field-unknown", place);
                }
            }
        }
        return body;
    }
}
