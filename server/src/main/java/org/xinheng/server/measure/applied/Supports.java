package org.xinheng.server.measure.applied;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.measure.use.Support;
import org.xinheng.core.measure.use.Support.Finding;
import org.xinheng.core.measure.use.Support.Standing;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateFacts;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;

/** Reads records of the archive as grounds of measures, as they stand now. */
public final class Supports {

    /** Class of the catalogue whose records are judgements, not findings. */
    private static final String EVALUATIONS = "evaluation";

    private final Archive archive;
    private final Organisations organisations;

    public Supports(Archive archive, Organisations organisations) {
        this.archive = archive;
        this.organisations = organisations;
    }

    /** The record behind an address with what it supports; empty when there never was one. */
    Optional<Found> find(String address, long organisation, Policy policy, LocalDate day) {
        return archive.history(address, archive.position())
                .filter(history -> !history.versions().isEmpty())
                .map(history -> {
                    RecordVersion last = history.versions().getLast();
                    boolean own = own(organisation, last.organisationId());
                    var ended = history.ended();
                    Standing standing = ended == null ? standing(last, history.marks(), day) : of(ended.ending());
                    return new Found(last, finding(last, own, standing, policy));
                });
    }

    /** @param record the last version */
    record Found(RecordVersion record, Finding finding) {}

    /**
     * What every one of these measures rests on now, by id; read at once.
     *
     * @param endings how records ended, by address, where the caller knows it
     */
    Map<Long, Support> now(
            Collection<AppliedMeasure> measures, Map<String, Ending> endings, Policy policy, LocalDate day) {
        Map<String, RecordVersion> standing = new HashMap<>();
        List<Long> ids = measures.stream()
                .map(measure -> measure.ground().organisationId())
                .distinct()
                .toList();
        archive.eachCurrentOf(
                ids,
                List.copyOf(MeasureCatalogue.of(policy).recordTypes()),
                version -> standing.put(version.address(), version));
        Map<Long, Support> supports = new HashMap<>();
        for (AppliedMeasure measure : measures) {
            String address = measure.ground().address();
            RecordVersion version = standing.get(address);
            supports.put(
                    measure.id(),
                    version == null
                            ? fallen(measure, endings.get(address), policy, day)
                            : finding(
                                    version,
                                    own(measure.organisationId(), version.organisationId()),
                                    standing(version, version.marks(), day),
                                    policy));
        }
        return supports;
    }

    private Support fallen(AppliedMeasure measure, @Nullable Ending ending, Policy policy, LocalDate day) {
        return ending != null
                ? new Finding(true, false, measure.ground().number(), of(ending), null)
                : find(measure.ground().address(), measure.organisationId(), policy, day)
                        .<Support>map(Found::finding)
                        .orElseGet(Support.Nothing::new);
    }

    private boolean own(long organisation, long other) {
        return organisation == other || organisations.idsOf(organisation).contains(other);
    }

    private static Standing of(Ending ending) {
        return ending == Ending.REPAIRED ? Standing.REPAIRED : Standing.WITHDRAWN;
    }

    private static Standing standing(RecordVersion version, List<RecordMark> marks, LocalDate day) {
        if (marks.stream().anyMatch(mark -> mark.suspends(day))) {
            return Standing.SUSPENDED;
        }
        if (version.gate().equals(Gate.HELD.id())) {
            return Standing.HELD;
        }
        boolean disputed =
                marks.stream().anyMatch(mark -> mark.kind() == RecordMark.Kind.DISPUTED && mark.effective(day));
        return disputed ? Standing.DISPUTED : Standing.STANDS;
    }

    private static Finding finding(RecordVersion version, boolean own, Standing standing, Policy policy) {
        RecordType type = policy.recordTypes().get(version.type());
        boolean judgement = policy.instruments()
                .catalogueEntry(version.type())
                .filter(entry -> entry.group().equals(EVALUATIONS))
                .isPresent();
        return new Finding(
                own,
                judgement,
                type == null ? "" : value(type, version),
                standing,
                type == null ? null : ground(type, version, policy));
    }

    private static String value(RecordType type, RecordVersion version) {
        return type.field(Field.Role.DOCUMENT_NUMBER)
                .map(field -> version.values().get(field.name()))
                .orElse("");
    }

    private static @Nullable Ground ground(RecordType type, RecordVersion version, Policy policy) {
        List<Field> fields = type.fields();
        @Nullable String[] row = new String[fields.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = version.values().get(fields.get(i).name());
        }
        return Ground.of(type, policy.gates().get(type.id()), GateFacts.of(type, row), false)
                .orElse(null);
    }
}
