package org.xinheng.core.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.SubjectKind;

/**
 * A listing from its proposal to its end (认定程序). Everything is derived from the steps.
 *
 * @param id number of the proceeding
 * @param list id of the list
 * @param subject the organisation
 * @param authority id of the body that conducts it
 * @param steps as they were taken, the proposal first; empty before it
 * @param recordEnd how its record ended outside the proceeding, such as by a granted repair; null where it stands, or never was
 */
public record Proceeding(
        long id,
        String list,
        Subject subject,
        String authority,
        List<Step> steps,
        @Nullable RecordEnd recordEnd) {

    public Proceeding {
        steps = List.copyOf(steps);
    }

    /** One whose record no act outside it has ended. */
    public Proceeding(long id, String list, Subject subject, String authority, List<Step> steps) {
        this(id, list, subject, authority, steps, null);
    }

    /**
     * The end of the record of a listing by an act outside its proceeding. It goes when that act is revoked, and the organisation
     * stands on the list again.
     *
     * @param repaired by a repair (信用修复); else it was withdrawn (撤回)
     * @param document number of the document that ended it
     */
    public record RecordEnd(boolean repaired, String document, Instant at) {}

    /** @param organisation its id in the register */
    public record Subject(long organisation, SubjectKind kind) {}

    /** The same with one more step. */
    public Proceeding with(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Proceeding(id, list, subject, authority, all, recordEnd);
    }

    /** The same whose record ended outside it. */
    public Proceeding ended(@Nullable RecordEnd end) {
        return new Proceeding(id, list, subject, authority, steps, end);
    }

    /** As it stood before one of its steps was taken. */
    Proceeding before(Step step) {
        return new Proceeding(id, list, subject, authority, steps.subList(0, steps.indexOf(step)));
    }

    public Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** The last step of a kind. */
    public Optional<Step> last(Act.Kind kind) {
        return steps.reversed().stream().filter(step -> step.act().of() == kind).findFirst();
    }

    /** The decision to list, if there is one. */
    public Act.@Nullable Decide decision() {
        return last(Act.Kind.DECIDE)
                .map(step -> (Act.Decide) step.act())
                .filter(decision -> decision.verdict() == Act.Decide.Verdict.LIST)
                .orElse(null);
    }

    /** @param day the term ends by itself: no act is needed (law 5 of the house) */
    public Stage stage(LocalDate day) {
        Stage stage = Stage.PROPOSED;
        for (Step step : steps) {
            stage = after(stage, step.act());
        }
        if (recordEnd != null && stage.listed()) {
            return recordEnd.repaired() ? Stage.REMOVED : Stage.REVOKED;
        }
        Act.Decide decision = decision();
        boolean over = decision != null && decision.until() != null && day.isAfter(decision.until());
        return over && (stage.listed() || stage == Stage.DECIDED) ? Stage.EXPIRED : stage;
    }

    /** An act that had no place there leads nowhere, whoever wrote it down. */
    private static Stage after(Stage before, Act act) {
        return before.allows(act.of()) ? led(before, act) : before;
    }

    private static Stage led(Stage before, Act act) {
        return switch (act) {
            case Act.Propose _ -> before;
            case Act.Consent _ -> before;
            case Act.Answer _ -> before;
            case Act.CallHearing _ -> before;
            case Act.Hear _ -> before;
            case Act.Notify _ -> Stage.NOTIFIED;
            case Act.Decide decide -> decide.verdict() == Act.Decide.Verdict.LIST ? Stage.DECIDED : Stage.DECLINED;
            case Act.Serve _ -> Stage.LISTED;
            case Act.AskRemoval _ -> Stage.REMOVAL_ASKED;
            case Act.DecideRemoval decide -> decide.granted() ? Stage.REMOVED : Stage.LISTED;
            case Act.Revoke _ -> Stage.REVOKED;
            case Act.Drop _ -> Stage.DROPPED;
        };
    }

    /** The last notice of a hearing that was served since a hearing was last asked for. */
    Optional<Act.CallHearing> hearingCalled() {
        Act.CallHearing called = null;
        for (Step step : steps) {
            called = asksHearing(step) ? null : step.act() instanceof Act.CallHearing call ? call : called;
        }
        return Optional.ofNullable(called);
    }

    /** Whether a hearing was asked for and none held since to which the organisation was called. */
    boolean hearingOwed() {
        boolean owed = false;
        boolean called = false;
        for (Step step : steps) {
            if (asksHearing(step)) {
                owed = true;
                called = false;
            } else if (step.act() instanceof Act.CallHearing) {
                called = true;
            } else if (step.act() instanceof Act.Hear) {
                owed = owed && !called;
            }
        }
        return owed;
    }

    private static boolean asksHearing(Step step) {
        return step.act() instanceof Act.Answer answer && answer.form() == Act.Answer.Form.HEARING_REQUEST;
    }

    /** Whether the organisation declared that it has nothing to add. */
    boolean lastWordSaid() {
        return lastWord().isPresent();
    }

    /** The answer in which it first declared so itself. */
    Optional<Step> lastWord() {
        return steps.stream()
                .filter(step -> step.by().post() == Officer.Post.SUBJECT
                        && step.act() instanceof Act.Answer answer
                        && answer.last())
                .findFirst();
    }

    /** Its own last word on being shown, if that was yes. */
    Optional<Step> consent() {
        return last(Act.Kind.CONSENT)
                .filter(step -> step.by().post() == Officer.Post.SUBJECT && ((Act.Consent) step.act()).given());
    }
}
