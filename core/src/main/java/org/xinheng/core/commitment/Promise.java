package org.xinheng.core.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.SubjectKind;

/**
 * A commitment from its signing to its end. Everything is derived from the steps.
 *
 * @param number six digits of the place, eight of the day, six of the series (承诺编码); empty before it is kept
 * @param item id of the matter
 * @param authority id of the body that accepts it
 * @param steps as they were taken, the signing first; empty before it
 */
public record Promise(long id, String number, String item, Giver giver, String authority, List<Step> steps) {

    public Promise {
        steps = List.copyOf(steps);
    }

    /** @param organisation its id in the register */
    public record Giver(long organisation, SubjectKind kind) {}

    /** The same with one more step. */
    public Promise with(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Promise(id, number, item, giver, authority, all);
    }

    public Act.Sign signed() {
        return (Act.Sign) steps.getFirst().act();
    }

    public LocalDate signedOn() {
        return steps.getFirst().on();
    }

    /** The last step of a kind. */
    public Optional<Step> last(Act.Kind kind) {
        return steps.reversed().stream().filter(step -> step.act().of() == kind).findFirst();
    }

    /** @throws java.util.NoSuchElementException before the signing */
    public Stage stage() {
        Stage stage = signed().missing().isEmpty() ? Stage.RUNNING : Stage.PAPERS_OWED;
        for (Step step : steps.subList(1, steps.size())) {
            stage = stage.allows(step.act().of()) ? after(stage, step.act()) : stage;
        }
        return stage;
    }

    private static Stage after(Stage before, Act act) {
        return switch (act) {
            case Act.Sign _, Act.Answer _ -> before;
            case Act.Withdraw _ -> Stage.WITHDRAWN;
            case Act.Supply _ -> Stage.RUNNING;
            case Act.Lapse _ -> Stage.LAPSED;
            case Act.Review review -> review.performance() == Performance.FULFILLED ? Stage.FULFILLED : before;
            case Act.Notify _ -> Stage.CHARGED;
            case Act.Decide decide -> decide.broken() ? Stage.BROKEN : Stage.RUNNING;
            case Act.Repair _ -> Stage.REPAIRED;
        };
    }

    /** Last day of the breach's window; null where no breach stands on the day: repaired, over, or never found. */
    public @Nullable LocalDate breachUntil(LocalDate day) {
        LocalDate until =
                stage() == Stage.BROKEN ? last(Act.Kind.DECIDE).map(Step::due).orElse(null) : null;
        return until == null || day.isAfter(until) ? null : until;
    }

    /**
     * Whether everybody may see it on the day. What was withdrawn, came to nothing or was found against it and is over is not
     * shown: using the ordinary procedure is no blemish.
     */
    public boolean shown(LocalDate day) {
        LocalDate end = signed().until();
        boolean over = end != null && day.isAfter(end);
        return switch (stage()) {
            case PAPERS_OWED, RUNNING, CHARGED, FULFILLED -> !over;
            case BROKEN -> breachUntil(day) != null;
            case WITHDRAWN, LAPSED, REPAIRED -> false;
        };
    }

    /** As the public may know it: a charge that is not decided reads as running. */
    public Stage publicStage() {
        Stage stage = stage();
        return stage == Stage.CHARGED ? Stage.RUNNING : stage;
    }

    /** What the public may know of the performance; null for nothing yet. A charge that is not decided is not told. */
    public @Nullable Performance published() {
        Step review = last(Act.Kind.REVIEW).orElse(null);
        if (review == null) {
            return null;
        }
        Performance found = ((Act.Review) review.act()).performance();
        return found.lacking() && stage() != Stage.BROKEN ? null : found;
    }

    /** Whether a review since the last decision found that something lacks. */
    boolean lacking() {
        int decided = last(Act.Kind.DECIDE).map(Step::no).orElse(0);
        return last(Act.Kind.REVIEW)
                .filter(step -> step.no() > decided
                        && ((Act.Review) step.act()).performance().lacking())
                .isPresent();
    }

    /** Whether the organisation itself declared since the last notice that it has nothing to add. */
    boolean lastWordSaid() {
        int notified = last(Act.Kind.NOTIFY).map(Step::no).orElse(0);
        return steps.stream()
                .anyMatch(step -> step.no() > notified
                        && step.by().post() == Post.SUBJECT
                        && step.act() instanceof Act.Answer answer
                        && answer.last());
    }
}
