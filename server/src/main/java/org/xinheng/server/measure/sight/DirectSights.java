package org.xinheng.server.measure.sight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;

/** Looks into the database itself, a handful of queries a time: as long as there is no snapshot that is up to date. */
final class DirectSights {

    private final Sources sources;
    private volatile @Nullable Heard heard;

    /** @param archive position of the archive before the feeds were read */
    private record Heard(long archive, Feeds feeds) {}

    DirectSights(Sources sources) {
        this.sources = sources;
    }

    /** The positions come first: what is read after them may be newer, never older. */
    Sight look(CodeFinding code) {
        Positions at = sources.positions();
        Subject subject = sources.subject(code).orElse(null);
        List<KnownRecord> records = new ArrayList<>();
        if (subject != null) {
            sources.organisations.idsOf(subject.id()).forEach(id -> records.addAll(sources.records(id)));
        }
        return new Sight(at, subject, records, feeds(at));
    }

    /** Feeds change with the archive only. */
    private Feeds feeds(Positions at) {
        Heard before = heard;
        if (before != null && before.archive() == at.archive()) {
            return before.feeds();
        }
        Feeds feeds = sources.feeds();
        heard = new Heard(at.archive(), feeds);
        return feeds;
    }
}
