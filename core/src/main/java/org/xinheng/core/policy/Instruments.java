package org.xinheng.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pack holds beyond records, gates and measures: the instruments (信用监管工具) that its modules work with.
 *
 * @param catalogue attributes of the record types, by id of the type
 * @param lists by id
 * @param commitments by id
 * @param evaluations models by id
 * @param followUps what follows a grade
 * @param risk classes and draw ratios; null where the pack has none
 * @param reports layouts by id
 * @param monitoring indicators, assessments, returns, campaigns
 * @param functions who carries on for whom
 * @param documents templates of documents by id
 * @param feeds who has to be heard of what
 * @param cases kinds of cases by id
 * @param remits which bodies of the place decide on which list
 * @param commitmentItems matters for which commitments may be given
 * @param inspection how organisations are inspected at random; null where the pack says nothing of it
 * @param consent what organisations may consent to, and scenes of incentives
 * @param gradeRelease who may be given grades; null where the pack says nothing of it: nobody
 * @param warnings when which bodies are made attentive to an organisation
 * @param breaches which breaches of public bodies are put before their superiors; null where the pack says nothing of it: none
 * @param voluntaryKinds facts that organisations may file about themselves
 */
public record Instruments(
        Map<String, CatalogueEntry> catalogue,
        Map<String, ListRule> lists,
        Map<String, CommitmentType> commitments,
        Map<String, EvaluationModel> evaluations,
        List<FollowUp> followUps,
        @Nullable RiskRules risk,
        Map<String, ReportLayout> reports,
        Monitoring monitoring,
        Functions functions,
        Map<String, DocumentTemplate> documents,
        List<ExpectedFeed> feeds,
        Map<String, CaseKind> cases,
        List<Remit> remits,
        CommitmentItems commitmentItems,
        @Nullable InspectionRules inspection,
        ConsentRules consent,
        @Nullable GradeRelease gradeRelease,
        List<EarlyWarning> warnings,
        @Nullable BreachRules breaches,
        List<VoluntaryKind> voluntaryKinds) {

    public static final Instruments NONE = new Instruments(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            null,
            Map.of(),
            Monitoring.NONE,
            Functions.NONE,
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            CommitmentItems.NONE,
            null,
            ConsentRules.NONE,
            null,
            List.of(),
            null,
            List.of());

    /** Lists and who decides on them, and nothing else: as small packs and tests have it. */
    public static Instruments ofLists(Map<String, ListRule> lists, List<Remit> remits) {
        return new Instruments(
                NONE.catalogue,
                lists,
                NONE.commitments,
                NONE.evaluations,
                NONE.followUps,
                NONE.risk,
                NONE.reports,
                NONE.monitoring,
                NONE.functions,
                NONE.documents,
                NONE.feeds,
                NONE.cases,
                remits,
                NONE.commitmentItems,
                NONE.inspection,
                NONE.consent,
                NONE.gradeRelease,
                NONE.warnings,
                NONE.breaches,
                NONE.voluntaryKinds);
    }

    public Instruments {
        catalogue = ordered(catalogue);
        lists = ordered(lists);
        commitments = ordered(commitments);
        evaluations = ordered(evaluations);
        followUps = List.copyOf(followUps);
        reports = ordered(reports);
        documents = ordered(documents);
        feeds = List.copyOf(feeds);
        cases = ordered(cases);
        remits = List.copyOf(remits);
        warnings = List.copyOf(warnings);
        voluntaryKinds = List.copyOf(voluntaryKinds);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public Optional<CatalogueEntry> catalogueEntry(String recordType) {
        return Optional.ofNullable(catalogue.get(recordType));
    }

    public Optional<DocumentTemplate> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    public Optional<CaseKind> caseKind(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    public Optional<ListRule> list(String id) {
        return Optional.ofNullable(lists.get(id));
    }
}
