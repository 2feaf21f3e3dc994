package org.xinheng.server.inspection.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.risk.Classification;
import org.xinheng.core.warning.WarningCause.Seen;
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

    private @Nullable RiskRules rules() {
        return inForce.policy().instruments().risk();
    }

    @Override
    public Snapshot now() {
        RiskRules rules = rules();
        List<String> types = rules == null ? List.of() : types(rules);
        if (rules == null || types.isEmpty()) {
            return _ -> Optional.empty();
        }
        LocalDate today = today();
        Map<Long, Long> into = new HashMap<>();
        organisations.merged().forEach(one -> into.put(one.id(), one.into()));
        Map<Long, List<Seen>> records = new HashMap<>();
        archive.eachCurrent(types, version -> {
            if (version.counts(today)) {
                records.computeIfAbsent(
                                into.getOrDefault(version.organisationId(), version.organisationId()),
                                _ -> new ArrayList<>())
                        .add(seen(version));
            }
        });
        return organisation -> Classification.of(rules, records.getOrDefault(organisation, List.of()), today)
                .map(one -> one.riskClass().id());
    }

    @Override
    public Optional<Classification> of(long organisation) {
        RiskRules rules = rules();
        List<String> types = rules == null ? List.of() : types(rules);
        if (rules == null || types.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = today();
        List<Seen> records = new ArrayList<>();
        archive.eachCurrentOf(organisations.idsOf(organisation), types, version -> {
            if (version.counts(today)) {
                records.add(seen(version));
            }
        });
        return Classification.of(rules, records, today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static List<String> types(RiskRules rules) {
        return rules.signals().stream()
                .map(RiskRules.Signal::recordType)
                .distinct()
                .toList();
    }

    private static Seen seen(RecordVersion version) {
        return new Seen(version.address(), version.type(), version.severity(), version.decidedOn());
    }
}
