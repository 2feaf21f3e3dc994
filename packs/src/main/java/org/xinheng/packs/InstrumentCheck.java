package org.xinheng.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.policy.ExpectedFeed;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Remit;
import org.xinheng.core.policy.ReportLayout;

/** Whether everything that the instruments name is there; what has rules of its own is left to a check of its own. */
final class InstrumentCheck extends RuleCheck {

    /** Code list of the catalogue's classes; professions of persons are not in it. */
    private static final String CLASSES = "catalogue-class";

    /** Code list of what the platform can measure. */
    private static final String QUANTITIES = "monitoring-quantity";

    InstrumentCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check() {
        Instruments instruments = policy.instruments();
        instruments.catalogue().values().forEach(this::checkEntry);
        new CommitmentCheck(policy, reading).check(instruments);
        new EvaluationCheck(policy, reading).check(instruments);
        new RiskCheck(policy, reading).check(instruments);
        for (ReportLayout layout : instruments.reports().values()) {
            layout.chapters().forEach(chapter -> types(chapter.rule(), chapter.recordTypes()));
        }
        instruments.cases().values().forEach(kind -> new CaseCheck(policy, reading).check(kind));
        checkDocuments(instruments);
        checkMonitoring(instruments.monitoring());
        for (Functions.Mandate mandate : instruments.functions().mandates()) {
            types(mandate.rule(), mandate.recordTypes());
            body(mandate.rule(), mandate.forBody());
            body(mandate.rule(), mandate.deliveredBy());
        }
        instruments.feeds().forEach(this::checkFeed);
        instruments.remits().forEach(this::checkRemit);
        new ConsentCheck(policy, reading).check(instruments.consent());
        for (EarlyWarning warning : instruments.warnings()) {
            types(warning.rule(), List.of(warning.recordType()));
            warning.subscribers().forEach(body -> body(warning.rule(), body));
        }
        BreachRules breaches = instruments.breaches();
        if (breaches != null) {
            new BreachCheck(policy, reading).check(breaches);
        }
    }

    private void checkRemit(Remit remit) {
        known(remit.rule(), remit.list(), policy.instruments().lists().keySet(), "lists");
        // Whoever decides here must be told in time when the decision beneath a listing falls.
        policy.instruments()
                .list(remit.list())
                .filter(list -> list.term().revocation() == null)
                .ifPresent(list -> fault(list.rule(), "list.without-revocation", remit.list()));
        for (String authority : remit.authorities()) {
            if (policy.authority(authority).isEmpty()) {
                fault(remit.rule(), "reference.dangling", authority, "authorities");
            }
        }
    }

    private void checkFeed(ExpectedFeed feed) {
        types(feed.rule(), feed.recordTypes());
        Set<String> bodies = new HashSet<>();
        policy.authorities().forEach(body -> bodies.add(body.id()));
        feed.sources().forEach(source -> known(feed.rule(), source, bodies, "authorities"));
        clock(feed.rule(), feed.cycle());
        for (String type : feed.recordTypes()) {
            String cycle = feed.cycle() == null
                    ? policy.recordType(type).map(RecordType::feedCycle).orElse(null)
                    : feed.cycle();
            DatedTable<DeadlineRule> editions = policy.deadlines().get(cycle);
            if (editions != null && editions.on(feed.rule().validity().from()).isEmpty()) {
                fault(feed.rule(), "feed.before-cycle", String.valueOf(cycle));
            }
        }
    }

    private void checkEntry(CatalogueEntry entry) {
        policy.recordType(entry.recordType()).map(RecordType::rule).ifPresent(rule -> {
            values(CLASSES).ifPresent(classes -> known(rule, entry.group(), classes, CLASSES));
            clock(rule, entry.timeliness());
        });
    }

    /** A text that no step, no rule and no act of the platform serves is told: whoever reads the pack would believe that it is. */
    private void checkDocuments(Instruments instruments) {
        Set<String> served = new HashSet<>(DocumentTemplate.SERVED_BY_ACTS);
        instruments
                .cases()
                .values()
                .forEach(kind -> kind.actions().stream()
                        .flatMap(action -> Stream.ofNullable(action.serves()))
                        .forEach(served::add));
        instruments.followUps().stream()
                .flatMap(followUp -> Stream.ofNullable(followUp.document()))
                .forEach(served::add);
        GradeRelease release = instruments.gradeRelease();
        if (release != null) {
            served.add(release.document());
        }
        for (DocumentTemplate template : instruments.documents().values()) {
            if (!served.contains(template.id())) {
                fault(template.rule(), "document.unserved", template.id());
            }
        }
    }

    private void checkMonitoring(Monitoring monitoring) {
        Set<String> indicators = new HashSet<>();
        for (Monitoring.Indicator indicator : monitoring.indicators()) {
            indicators.add(indicator.rule().id());
            types(indicator.rule(), indicator.recordTypes());
            values(QUANTITIES).ifPresent(known -> known(indicator.rule(), indicator.measures(), known, QUANTITIES));
        }
        monitoring.bulletins().forEach(new BulletinCheck(policy, reading)::check);
        for (Monitoring.Campaign campaign : monitoring.campaigns()) {
            campaign.ledBy().stream()
                    .filter(body -> policy.authority(body).isEmpty())
                    .forEach(body -> fault(campaign.rule(), "reference.dangling", body, "authorities"));
        }
        for (Monitoring.Assessment assessment : monitoring.assessments()) {
            for (Monitoring.Assessment.Item item : assessment.items()) {
                if (item.indicator() != null) {
                    known(assessment.rule(), "indicator." + item.indicator(), indicators, "indicators");
                }
            }
        }
    }
}
