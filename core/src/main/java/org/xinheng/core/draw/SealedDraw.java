package org.xinheng.core.draw;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A frozen draw whose hash was made known (已承诺); only a seed that came later opens it. */
public record SealedDraw(FrozenDraw frozen, String root, Instant at) {

    /** Whole seconds, so that two instants compare as their texts do. */
    public SealedDraw {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What becomes of an attempt to open. */
    public sealed interface Outcome {

        record Drawn(Draw draw) implements Outcome {}

        /** The value was, or may have been, known when the pool was committed to. */
        record SeedTooOld(Instant sealed, Instant published) implements Outcome {}

        /** The frozen lines are not those that were committed to. */
        record Changed(String committed, String found) implements Outcome {}
    }

    /**
     * @param entropy the public value, word for word as its source published it
     * @param published when its source published it
     */
    public Outcome open(String entropy, Instant published) {
        String found = frozen.root();
        if (!found.equals(root)) {
            return new Outcome.Changed(root, found);
        }
        Instant second = published.truncatedTo(ChronoUnit.SECONDS);
        return second.isAfter(at)
                ? new Outcome.Drawn(new Draw(this, Lines.check(entropy), second))
                : new Outcome.SeedTooOld(at, second);
    }
}
