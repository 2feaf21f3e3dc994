package org.xinheng.server.evaluation.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.RecordFact;
import org.xinheng.core.evaluation.RecordFact.Judgement;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectState;
import org.xinheng.server.archive.KnownRecords.Standing;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.PastRegister.Registered;

/** Turns what register and archive hold into facts for the model. */
final class Facts {

    private final Policy policy;
    private final LocalDate day;

    /** @param day of the evaluation, on which marks have effect or not */
    Facts(Policy policy, LocalDate day) {
        this.policy = policy;
        this.day = day;
    }

    /** Empty for a record on which nothing may rest. A marked one counts nothing: in dispute, in court, withheld or screened. */
    Optional<RecordFact> of(RecordVersion version) {
        RecordType type = policy.recordTypes().get(version.type());
        if (type == null) {
            return Optional.empty();
        }
        @Nullable
        String[] values = type.fields().stream()
                .map(field -> version.values().get(field.name()))
                .toArray(String[]::new);
        Judgement judgement = new Judgement(
                version.gate().equals(Gate.HELD.id()),
                version.severity(),
                version.window() == null ? null : version.window().last(),
                version.earliestRepair());
        return fact(type, version.address(), values, judgement, version.marks());
    }

    /** As {@link #of(RecordVersion)}, with the values that were looked at and no others. */
    Optional<RecordFact> of(Standing record) {
        RecordType type = policy.recordTypes().get(record.type());
        if (type == null) {
            return Optional.empty();
        }
        return fact(
                type,
                record.address(),
                record.values(),
                new Judgement(
                        record.gate() == Gate.HELD, record.severity(), record.lastShown(), record.earliestRepair()),
                record.marks());
    }

    private Optional<RecordFact> fact(
            RecordType type, String address, @Nullable String[] values, Judgement judgement, List<RecordMark> marks) {
        boolean disputed = false;
        for (RecordMark mark : marks) {
            disputed |= mark.kind() != RecordMark.Kind.STATEMENT && mark.effective(day);
        }
        return RecordFact.of(address, type, policy.gates().get(type.id()), values, judgement, disputed);
    }

    /** @param registered what the register said; null for an organisation that it did not hold */
    static OrganisationFacts of(Organisation organisation, @Nullable Registered registered, List<RecordFact> records) {
        String code = organisation.code();
        return new OrganisationFacts(identity(code == null ? "" : code.substring(0, 2), registered), records);
    }

    /** @param prefix first two characters of the code, or nothing */
    static OrganisationFacts.Identity identity(String prefix, @Nullable Registered registered) {
        return new OrganisationFacts.Identity(
                prefix,
                registered == null ? null : state(registered.state()),
                registered == null ? null : registered.registeredOn());
    }

    /** A stub is nothing that the register confirmed. */
    private static @Nullable SubjectState state(Organisation.State state) {
        return switch (state) {
            case EXISTING -> SubjectState.EXISTING;
            case SUSPENDED -> SubjectState.SUSPENDED;
            case MOVED_OUT -> SubjectState.MOVED_OUT;
            case CANCELLED -> SubjectState.CANCELLED;
            case LICENCE_REVOKED -> SubjectState.LICENCE_REVOKED;
            case DEREGISTERED -> SubjectState.DEREGISTERED;
            case UNKNOWN -> null;
        };
    }
}
