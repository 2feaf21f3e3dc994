package org.xinheng.server.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That an edition of a pack be in force from a day on (规则包启用): who proposed it and why, and what became of it.
 *
 * @param version of the edition: SHA-256 over its files
 * @param replaces version of the edition that was in force when it was proposed
 * @param firstDay it takes effect at the beginning of this day (Asia/Shanghai)
 * @param actor account or client that proposed it
 * @param operator person whom a client names; null for an account
 * @param steps in the order in which they were taken
 */
public record Activation(
        long id,
        String pack,
        String version,
        String replaces,
        LocalDate firstDay,
        String reason,
        String actor,
        @Nullable String operator,
        Instant proposedAt,
        List<Step> steps) {

    public Activation {
        steps = List.copyOf(steps);
    }

    /** @param remark reason of a calling off; version of the edition that was replaced, or of the files found instead */
    public record Step(long id, Kind kind, String actor, String remark, Instant at) {}

    /** PROPOSED → APPROVED → one of IN_FORCE, REFUSED, CALLED_OFF; a proposal may be called off too. */
    public enum Kind {
        APPROVED,
        /** By a person, before its day. */
        CALLED_OFF,
        /** Took effect. A later activation may have replaced it since. */
        IN_FORCE,
        /** On its day the files were no longer those that had been approved. */
        REFUSED
    }

    public enum State {
        PROPOSED,
        APPROVED,
        CALLED_OFF,
        IN_FORCE,
        REFUSED
    }

    public State state() {
        return ending().map(step -> State.valueOf(step.kind().name()))
                .orElse(has(Kind.APPROVED) ? State.APPROVED : State.PROPOSED);
    }

    /** Whether it may still take effect. */
    public boolean isOpen() {
        return ending().isEmpty();
    }

    public Optional<Step> ending() {
        return steps.stream().filter(step -> step.kind() != Kind.APPROVED).findFirst();
    }

    public boolean has(Kind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    /** Who proposed it, as people read it. */
    public String proposer() {
        return operator == null ? actor : operator + " (" + actor + ")";
    }

    /** Whether it was this account or person that proposed it: whoever did approves nothing. */
    public boolean isBy(String name) {
        return actor.equals(name) || name.equals(operator);
    }
}
