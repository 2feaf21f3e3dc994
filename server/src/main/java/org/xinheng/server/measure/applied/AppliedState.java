package org.xinheng.server.measure.applied;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.use.Reason;
import org.xinheng.core.measure.use.Verdict;

/**
 * Whether an applied measure is on.
 *
 * @param reason why it is not; null when it is
 * @param facts of the reason's sentence
 */
public record AppliedState(Kind kind, @Nullable Reason reason, List<String> facts) {

    static final AppliedState ON = new AppliedState(Kind.ON, null, List.of());

    /** What it may be; the words are kept in the database. */
    public enum Kind {
        ON,
        /** The ground may not be used for the time being. */
        SUSPENDED,
        /** For good: should the ground stand again, it is applied anew or not at all. */
        OFF
    }

    public AppliedState {
        facts = List.copyOf(facts);
    }

    static AppliedState of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Lawful _ -> ON;
            case Verdict.Refused refused ->
                new AppliedState(
                        refused.reason().passing() ? Kind.SUSPENDED : Kind.OFF, refused.reason(), refused.facts());
        };
    }
}
