package org.xinheng.server.measure.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.core.measure.Consequence;
import org.xinheng.core.measure.FeedState;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.answer.CheckAnswer.Feed;
import org.xinheng.server.measure.sight.KnownRecord;
import org.xinheng.server.measure.sight.Sight;
import org.xinheng.server.measure.sight.Subject;

/** Puts what was seen before the catalogue of measures, on the day of the clock. */
public final class Judge {

    private final Policy policy;
    private final MeasureCatalogue catalogue;
    private final CheckClock clock;

    public Judge(Policy policy, MeasureCatalogue catalogue, CheckClock clock) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @throws ClockBehind when the clock stands before what was seen */
    public CheckAnswer judge(Question question, Sight seen) {
        return judge(question, seen, clock.past(seen.feeds().recordedAt()));
    }

    /** @param asOf the instant whose day counts */
    public CheckAnswer judge(Question question, Sight seen, Instant asOf) {
        LocalDate day = clock.dayOf(asOf);
        Sight sight = seen.usable(day);
        Matter matter = question.matter();
        List<Feed> feeds = feeds(matter, sight, day);
        List<Consequence> consequences = consequences(matter, sight, day);
        CheckOutcome outcome = CheckOutcome.of(
                sight.subject() != null, !consequences.isEmpty(), feeds.stream().anyMatch(Feed::stale));
        return new CheckAnswer(question, sight, asOf, day, outcome, consequences, feeds);
    }

    private List<Consequence> consequences(Matter matter, Sight sight, LocalDate day) {
        Subject subject = sight.subject();
        if (subject == null || sight.records().isEmpty()) {
            return List.of();
        }
        List<Ground> grounds = sight.records().stream().map(KnownRecord::ground).toList();
        return catalogue.consequences(matter.id(), subject.kind(), grounds, day);
    }

    private List<Feed> feeds(Matter matter, Sight sight, LocalDate day) {
        List<Feed> feeds = new ArrayList<>(matter.feeds().size());
        for (String id : matter.feeds()) {
            RecordType type = policy.recordType(id).orElseThrow();
            FeedState state = sight.feeds().state(type, day);
            feeds.add(new Feed(type, state, state.stale(matter.toleratedLatePercent())));
        }
        return feeds;
    }
}
