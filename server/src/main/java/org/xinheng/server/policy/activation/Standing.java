package org.xinheng.server.policy.activation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activation.State;

/**
 * How the activations stand.
 *
 * @param inForce the edition by which is judged
 * @param current the activation that brought it; null for the pack with which the server was started
 * @param coming approved and not ended, in the order of their days
 * @param refused on its day, and nothing has taken effect since; null otherwise
 * @param steps how many had been taken when this was so
 * @param nextMillis from when on it has to be looked at again; {@code Long.MAX_VALUE} for never
 */
record Standing(
        Edition inForce,
        @Nullable Activation current,
        List<Activation> coming,
        @Nullable Activation refused,
        long steps,
        long nextMillis) {

    Standing {
        coming = List.copyOf(coming);
    }

    /** @param all oldest first */
    static Standing of(Edition inForce, List<Activation> all, long steps, ZoneId zone) {
        List<Activation> coming = all.stream()
                .filter(activation -> activation.state() == State.APPROVED)
                .sorted(Comparator.comparing(Activation::firstDay).thenComparing(Activation::id))
                .toList();
        Activation current = last(all, State.IN_FORCE).orElse(null);
        Activation refused = last(all, State.REFUSED)
                .filter(one -> current == null || endOf(one) > endOf(current))
                .orElse(null);
        long next = coming.isEmpty()
                ? Long.MAX_VALUE
                : coming.getFirst().firstDay().atStartOfDay(zone).toInstant().toEpochMilli();
        return new Standing(inForce, current, coming, refused, steps, next);
    }

    /** The one that came to this end last. */
    static Optional<Activation> last(List<Activation> all, State state) {
        return all.stream()
                .filter(activation -> activation.state() == state)
                .max(Comparator.comparing(Standing::endOf));
    }

    private static long endOf(Activation activation) {
        return activation.ending().orElseThrow().id();
    }

    boolean isDue(Instant now) {
        return now.toEpochMilli() >= nextMillis;
    }

    /** The same, to be looked at again later: what has to be written could not be. */
    Standing later(Instant when) {
        return new Standing(inForce, current, coming, refused, steps, when.toEpochMilli());
    }
}
