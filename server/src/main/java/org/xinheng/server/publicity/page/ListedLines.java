package org.xinheng.server.publicity.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.WrittenOnce;

/**
 * The lines of lists. What the archive and the register answer for a day is the same until one of them takes another act: both
 * are asked at every visit how far they are, and nothing that was read at an earlier position, on another day or under another
 * edition of the pack is shown again. So a correction, a mark and the end of a window are seen by the next visitor.
 */
@Component
final class ListedLines {

    static final int LINES = 50;

    /** The pages that are visited most; a reader who leafs through everything only pushes out others. */
    private static final int MOST_REMEMBERED = 64;

    private final Portal portal;
    private final SharedReading<Positions> positions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Question, Lines> remembered = new LinkedHashMap<>(MOST_REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Lines> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Positions(long archive, long register) {}

    private record Question(
            Positions positions,
            LocalDate day,
            String edition,
            PublicRecords.Filter filter,
            @Nullable String after) {}

    /**
     * @param table how they look
     * @param next key of the page that follows; null on the last one
     */
    record Lines(
            List<ListPage.Line> lines,
            WrittenOnce table,
            @Nullable String next) {}

    ListedLines(Portal portal) {
        this.portal = portal;
        this.positions = new SharedReading<>(() -> new Positions(
                portal.records().position(), portal.organisations().position()));
    }

    /** @param after key of the page before; null for the first */
    Lines of(PublicRecords.Filter filter, @Nullable String after) {
        Policy policy = portal.policy();
        // Before the question: an answer may be newer than what it is kept under, never older.
        Question question = new Question(positions.read(), portal.today(), policy.version(), filter, after);
        Lines known = find(question);
        if (known == null) {
            known = read(question);
            keep(question, known);
        }
        return known;
    }

    private @Nullable Lines find(Question question) {
        lock.lock();
        try {
            return remembered.get(question);
        } finally {
            lock.unlock();
        }
    }

    private void keep(Question question, Lines lines) {
        lock.lock();
        try {
            remembered.keySet().removeIf(other -> isOver(other, question));
            remembered.put(question, lines);
        } finally {
            lock.unlock();
        }
    }

    /** What nobody can ask for again takes no memory. */
    private static boolean isOver(Question one, Question now) {
        return one.positions().archive() < now.positions().archive()
                || one.positions().register() < now.positions().register()
                || one.day().isBefore(now.day());
    }

    private Lines read(Question question) {
        PublicRecords.Page page = portal.records().list(question.filter(), question.after(), LINES, question.day());
        RecordReader reader = portal.reader();
        Map<Long, OrganisationLabel> parties = portal.organisations()
                .labels(page.records().stream()
                        .map(RecordVersion::organisationId)
                        .toList());
        return new Lines(
                page.records().stream()
                        .map(version ->
                                new ListPage.Line(reader.inShort(version), parties.get(version.organisationId())))
                        .toList(),
                new WrittenOnce(),
                page.next());
    }
}
