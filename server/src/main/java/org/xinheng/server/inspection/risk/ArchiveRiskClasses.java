package org.xinheng.server.inspection.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.risk.Classification;
import org.xinheng.core.risk.RiskRecord;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/** Works classes out of the records that stand when it is asked, so that a repair or a withdrawal has its effect at once. Keeps none. */
final class ArchiveRiskClasses implements RiskClasses {

    private final Archive archive;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;

    ArchiveRiskClasses(Archive archive, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.archive = archive;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
    }

    @Override
    public Snapshot now() {
        Policy policy = inForce.policy();
        RiskRules rules = policy.instruments().risk();
        LocalDate today = today();
        List<String> types = types(rules, today);
        if (rules == null || types.isEmpty()) {
            return _ -> Optional.empty();
        }
        Map<Long, Long> into = new HashMap<>();
        organisations.merged().forEach(one -> into.put(one.id(), one.into()));
        Map<Long, List<RiskRecord>> records = new HashMap<>();
        archive.eachCurrent(types, version -> {
            if (version.counts(today)) {
                records.computeIfAbsent(
                                into.getOrDefault(version.organisationId(), version.organisationId()),
                                _ -> new ArrayList<>())
                        .add(seen(version, policy));
            }
        });
        return organisation -> Classification.of(rules, records.getOrDefault(organisation, List.of()), today)
                .map(one -> one.riskClass().id());
    }

    @Override
    public Optional<Classification> of(long organisation) {
        Policy policy = inForce.policy();
        RiskRules rules = policy.instruments().risk();
        LocalDate today = today();
        List<String> types = types(rules, today);
        if (rules == null || types.isEmpty()) {
            return Optional.empty();
        }
        List<RiskRecord> records = new ArrayList<>();
        archive.eachCurrentOf(organisations.idsOf(organisation), types, version -> {
            if (version.counts(today)) {
                records.add(seen(version, policy));
            }
        });
        return Classification.of(rules, records, today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Of the signals in force: records of another type are not even read. */
    private static List<String> types(@Nullable RiskRules rules, LocalDate day) {
        return rules == null
                ? List.of()
                : rules.signalsOn(day).stream()
                        .map(RiskRules.Signal::recordType)
                        .distinct()
                        .toList();
    }

    private static RiskRecord seen(RecordVersion version, Policy policy) {
        return new RiskRecord(
                version.address(), version.type(), version.severity(), version.decidedOn(), until(version, policy));
    }

    private static @Nullable LocalDate until(RecordVersion version, Policy policy) {
        return policy.recordType(version.type())
                .flatMap(type -> type.field(Field.Role.VALID_TO))
                .map(field -> version.values().get(field.name()))
                .map(LocalDate::parse)
                .orElse(null);
    }
}
