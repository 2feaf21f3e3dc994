package org.xinheng.server.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.packs.PackDiff;
import org.xinheng.packs.PackFault;
import org.xinheng.server.access.Actor;

/** Which editions come into force when: proposed by one, approved by another, kept for good. */
public interface Activations {

    /** Proposes that a pack as it lies on the shelf now be in force from a day on; its files are kept. */
    Outcome propose(Proposal proposal, Actor actor);

    /** A second person agrees. What is approved on its first day takes effect at once. */
    Outcome approve(long id, Actor actor);

    /** Takes a proposal back before it takes effect. */
    Outcome callOff(long id, String reason, Actor actor);

    /** Newest first. */
    List<Activation> list();

    Optional<Activation> find(long id);

    /** The activation whose edition is in force; empty as long as it is the pack with which the server was started. */
    Optional<Activation> current();

    /** Those that are approved and whose day has not come, in the order of their days. */
    List<Activation> coming();

    /** What was refused on its day, as long as nothing has taken effect since. */
    Optional<Activation> refused();

    /** The day (Asia/Shanghai) from which any edition has been in force here: that of the first start. */
    LocalDate firstDay();

    /** What a pack on the shelf changes against the edition in force, rule by rule. */
    PackDiff changes(String pack);

    /**
     * @param pack name of a pack on the shelf
     * @param version what the proposer has looked at; null to take what lies there
     * @param operator person behind a client
     */
    record Proposal(
            String pack,
            @Nullable String version,
            LocalDate firstDay,
            String reason,
            @Nullable String operator) {}

    sealed interface Outcome {
        record Done(Activation activation) implements Outcome {}

        /** The pack does not load. */
        record Faulty(List<PackFault> faults) implements Outcome {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        record Refused(Reason reason) implements Outcome {}
    }

    enum Reason {
        UNKNOWN,
        DAY_PAST,
        /** The files on the shelf are not those that were looked at. */
        OTHER_VERSION,
        NOTHING_NEW,
        OWN_PROPOSAL,
        /** A client cannot be the second person. */
        NO_PERSON,
        ALREADY_APPROVED,
        ALREADY_ENDED
    }
}
