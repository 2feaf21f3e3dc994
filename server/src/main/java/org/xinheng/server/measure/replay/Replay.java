package org.xinheng.server.measure.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of working an answer out again (凭据重算).
 *
 * @param asOf the moment of the answer, as of which it was worked out
 * @param differences empty when it is the same
 */
public record Replay(long receiptId, Instant asOf, List<Difference> differences) {

    public Replay {
        differences = List.copyOf(differences);
    }

    public boolean equal() {
        return differences.isEmpty();
    }

    /**
     * @param at where in the answer, such as {@code measures[0].until}, or the column of the row that keeps it
     * @param kept what the receipt says; null when it has nothing there
     * @param replayed what came out now; null when nothing did
     */
    public record Difference(
            String at, @Nullable String kept, @Nullable String replayed) {}
}
