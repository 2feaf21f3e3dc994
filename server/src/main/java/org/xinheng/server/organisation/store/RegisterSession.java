package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReader;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterOutcome.Answer;
import org.xinheng.server.organisation.RegisterRow;
import org.xinheng.server.organisation.store.RegisterJudgement.Decision;
import org.xinheng.server.organisation.store.RegisterReads.QueueKey;

/** One delivery of a register on its way in: read a batch, ask once what is known, judge row by row, write at once. */
final class RegisterSession implements RegisterImport.Session {

    private final Tools tools;
    private final CodeReader reader;
    private final long position;
    /** Organisations that a row of this delivery was about already. */
    private final LongSet seen = new LongSet();

    private boolean changed;

    RegisterSession(Tools tools, CodeReader reader, long position) {
        this.tools = tools;
        this.reader = reader;
        this.position = position;
    }

    @Override
    public List<RegisterOutcome> add(List<RegisterRow> rows) {
        List<ReadRow> read = new ArrayList<>(rows.size());
        rows.forEach(row -> read.add(ReadRow.of(row, reader)));
        var batch = new Batch(read);
        List<RegisterOutcome> outcomes = new ArrayList<>(rows.size());
        read.forEach(row -> outcomes.add(batch.take(row)));
        batch.writer.write();
        return outcomes;
    }

    boolean hasChanged() {
        return changed;
    }

    /** What an import works with; shared by all. */
    record Tools(RegisterReads reads, OrganisationIds ids, WriterAt writers) {}

    @FunctionalInterface
    interface WriterAt {
        RegisterWriter at(long position);
    }

    /** Rows that are judged against one reading of the register; what they change is seen by those after them. */
    private final class Batch {

        private final Map<String, Known> known;
        private final Set<QueueKey> open;
        private final Set<QueueKey> kept;
        private final long[] freshIds;
        private final RegisterWriter writer = tools.writers().at(position);
        private int idsUsed;

        Batch(List<ReadRow> rows) {
            Set<String> keys = HashSet.newHashSet(rows.size());
            Set<String> questioned = new HashSet<>();
            for (ReadRow row : rows) {
                String key = row.key();
                if (key == null
                        || !keys.add(key)
                        || row.hasOlderNumber()
                        || !row.code().reasons().isEmpty()) {
                    questioned.add(row.code().normalised());
                }
            }
            known = tools.reads().known(keys);
            for (ReadRow row : rows) {
                Known held = row.key() == null ? null : known.get(row.key());
                if (row.fails() || (held != null && differs(row, held))) {
                    questioned.add(row.code().normalised());
                }
            }
            open = tools.reads().openEntries(questioned);
            kept = tools.reads().keptEntries(questioned);
            freshIds = tools.ids().next(keys.size() - known.size());
        }

        RegisterOutcome take(ReadRow row) {
            String key = row.key();
            Known held = key == null ? null : known.get(key);
            boolean again = held != null && seen.contains(held.id());
            QueueKey otherName = entry(CodeFault.DUPLICATE_CODE, row);
            Decision decision =
                    RegisterJudgement.judge(row, held, again, open.contains(otherName), kept.contains(otherName));
            if (decision.answer() == Answer.ACCEPTED) {
                held = enter(row, held, decision);
                changed = true;
                known.put(row.code().normalised(), held);
            }
            Long id = held == null || decision.answer() == Answer.WAITING ? null : held.id();
            if (held != null && decision.answer() != Answer.REFUSED && decision.answer() != Answer.OUT_OF_SCOPE) {
                seen.add(held.id());
            }
            if (id != null) {
                for (CodeFinding older : row.older()) {
                    writer.evidence(id, older, row.row().rowNumber());
                }
            }
            boolean queued = queue(row, decision, held);
            return new RegisterOutcome(row.row().rowNumber(), decision.answer(), id, decision.findings(), queued);
        }

        private Known enter(ReadRow row, @Nullable Known held, Decision decision) {
            long id = held == null ? freshIds[idsUsed++] : held.id();
            int ordinal = held == null ? 0 : held.ordinal();
            int version = held == null ? 0 : held.version();
            String code = held == null ? row.hasUnifiedCode() ? row.code().normalised() : null : held.code();
            if (held == null) {
                writer.open(id, code);
                if (row.hasOlderNumber()) {
                    writer.evidence(id, row.code(), row.row().rowNumber());
                }
            }
            if (decision.newName()) {
                if (held != null) {
                    writer.endName(held);
                }
                ordinal++;
                writer.name(id, ordinal, row);
            }
            if (decision.newVersion()) {
                version++;
                writer.register(id, version, row);
            }
            return new Known(id, code, ordinal, row.name(), row.nameKey(), version, row.particulars());
        }

        /** One open entry for one question: a delivery that comes every month does not ask it every month. */
        private boolean queue(ReadRow row, Decision decision, @Nullable Known held) {
            CodeFault fault = decision.fault();
            if (fault == null) {
                return false;
            }
            if (open.add(entry(fault, row))) {
                writer.queue(fault, decision.reason(), row, held == null ? null : held.id());
            }
            return true;
        }

        private static QueueKey entry(CodeFault fault, ReadRow row) {
            return new QueueKey(fault, row.code().normalised(), row.nameKey());
        }

        private static boolean differs(ReadRow row, Known held) {
            return !held.nameKey().equals(row.nameKey()) || !row.particulars().equals(held.particulars());
        }
    }
}
