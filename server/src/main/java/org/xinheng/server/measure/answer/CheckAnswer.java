package org.xinheng.server.measure.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.core.measure.Consequence;
import org.xinheng.core.measure.FeedState;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.sight.Sight;

/**
 * An answer with all that it rests on.
 *
 * @param asOf when it was judged; its day is the day that counted
 * @param validUntil last day on which it may be relied on: its own, for records, sources and terms are others on the next
 * @param consequences the measures that apply in the matter; grounds are indexes into the records of the sight
 * @param feeds on which the matter rests, in the order of the pack
 */
public record CheckAnswer(
        Question question,
        Sight sight,
        Instant asOf,
        LocalDate validUntil,
        CheckOutcome outcome,
        List<Consequence> consequences,
        List<Feed> feeds) {

    public CheckAnswer {
        consequences = List.copyOf(consequences);
        feeds = List.copyOf(feeds);
    }

    /** @param stale by what the matter tolerates */
    public record Feed(RecordType type, FeedState state, boolean stale) {}
}
