package org.xinheng.server.intake.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.spool.LoadedPart.Answer;
import org.xinheng.server.intake.spool.Staging;

/**
 * The rows of one slice, one for each record and in the order of the primary key; rows that met another one of the same
 * key are answered here, because they always fall into the same slice.
 *
 * @param answers twins and conflicts
 * @param repairNotices numbers of the rows that came with the day on which the notice of repair was served
 */
record SliceContent(List<NewVersion> rows, List<Answer> answers, BitSet repairNotices) {

    /** Written out: half of the time of a slice's own work went into comparing. */
    private static final Comparator<NewVersion> BY_KEY = (one, other) -> {
        int byOrganisation = Long.compare(one.organisationId(), other.organisationId());
        return byOrganisation != 0 ? byOrganisation : Long.compare(one.recordId(), other.recordId());
    };

    private record Key(long organisationId, long recordId) {}

    /** Keeps the content of one row for each key only, however often a key comes. */
    static SliceContent read(Staging.SliceRows source) throws IOException {
        var firsts = new HashMap<Key, NewVersion>();
        var twins = new HashMap<Key, List<Integer>>();
        var conflicts = new HashMap<Key, List<Integer>>();
        var repairNotices = new BitSet();
        for (var matched = source.next(); matched != null; matched = source.next()) {
            var row = matched.version();
            if (matched.repairNotice()) {
                repairNotices.set(row.row());
            }
            var key = new Key(row.organisationId(), row.recordId());
            var first = firsts.putIfAbsent(key, row);
            if (first != null) {
                var kind = Arrays.equals(first.payload(), row.payload()) ? twins : conflicts;
                kind.computeIfAbsent(key, _ -> new ArrayList<>()).add(row.row());
            }
        }
        var answers = new ArrayList<Answer>();
        conflicts.forEach((key, others) -> {
            var first = Objects.requireNonNull(firsts.remove(key));
            answers.add(new Answer(first.row(), RowCause.CONFLICT, others.getFirst()));
            others.forEach(row -> answers.add(new Answer(row, RowCause.CONFLICT, first.row())));
            twins.getOrDefault(key, List.of())
                    .forEach(row -> answers.add(new Answer(row, RowCause.CONFLICT, others.getFirst())));
            twins.remove(key);
        });
        answerTwins(twins, firsts, answers);
        var rows = new ArrayList<>(firsts.values());
        rows.sort(BY_KEY);
        return new SliceContent(rows, answers, repairNotices);
    }

    private static void answerTwins(Map<Key, List<Integer>> twins, Map<Key, NewVersion> firsts, List<Answer> answers) {
        twins.forEach((key, rows) -> {
            var first = Objects.requireNonNull(firsts.get(key));
            rows.forEach(row -> answers.add(new Answer(row, RowCause.TWIN, first.row())));
        });
    }
}
