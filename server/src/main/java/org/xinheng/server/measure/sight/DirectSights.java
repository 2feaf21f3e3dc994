package org.xinheng.server.measure.sight;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.code.CodeFinding;

/** Looks into the database itself, a handful of queries a time: as long as there is no snapshot that is up to date. */
final class DirectSights {

    private final Sources sources;

    DirectSights(Sources sources) {
        this.sources = sources;
    }

    /** The positions come first: what is read after them may be newer, never older. */
    Sight look(CodeFinding code) {
        Positions at = sources.positions();
        Subject subject = sources.subject(code).orElse(null);
        List<KnownRecord> records = new ArrayList<>();
        if (subject != null) {
            records.addAll(sources.records(subject.id()));
            sources.organisations.merged().stream()
                    .filter(merged -> merged.into() == subject.id())
                    .forEach(merged -> records.addAll(sources.records(merged.id())));
        }
        return new Sight(at, subject, records, sources.feeds());
    }
}
