package org.xinheng.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.GradeRelease.ByConsent;
import org.xinheng.core.policy.GradeRelease.Kind;
import org.xinheng.core.policy.GradeRelease.Reader;
import org.xinheng.core.policy.GradeRelease.Recipient;
import org.xinheng.core.policy.Rule;

/** Reads {@code grade-release.yaml}: notice before a bad grade is given out, and who is given grades. */
final class GradeReleaseReader {

    private static final int MOST_DAYS = 3_650;

    private final Reading reading;
    private final PersonGuard guard;

    GradeReleaseReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    GradeRelease read(Block document) {
        Rule rule = reading.rule(document);
        Map<String, List<String>> bad = new LinkedHashMap<>();
        for (Block item : document.blocks("bad")) {
            bad.put(item.text("id"), item.texts("grades"));
            item.end();
        }
        List<Recipient> recipients = new ArrayList<>();
        for (Block item : document.blocks("recipients")) {
            Rule own = reading.rule(item, "grade-recipient." + item.text("id"));
            guard.checkTitle(item, "title", own.title());
            recipients.add(new Recipient(own, item.text("body"), item.text("model"), item.texts("grades")));
            item.end();
        }
        List<Reader> readers = new ArrayList<>();
        document.blocks("readers").forEach(item -> readers.add(reader(item)));
        GradeRelease release =
                new GradeRelease(rule, document.text("document"), document.text("answer"), bad, recipients, readers);
        document.end();
        return release;
    }

    private Reader reader(Block item) {
        Rule own = reading.rule(item, "grade-reader." + item.text("id"));
        guard.checkTitle(item, "title", own.title());
        ByConsent consent = null;
        if (item.has("consent")) {
            Block block = item.block("consent");
            consent = new ByConsent(block.text("data"), block.text("purpose"));
            block.end();
        }
        Reader reader = new Reader(
                own,
                item.choice("kind", Kind.class),
                item.text("reader"),
                item.text("model"),
                item.texts("grades"),
                item.has("bad-basis") ? reading.basis(item, "bad-basis") : null,
                consent,
                item.integer("keep-days", 1, MOST_DAYS));
        item.end();
        return reader;
    }
}
