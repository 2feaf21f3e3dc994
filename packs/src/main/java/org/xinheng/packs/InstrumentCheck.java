package org.xinheng.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.Uscc;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.CommitmentType;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.ExpectedFeed;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.FollowUp;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Remit;
import org.xinheng.core.policy.ReportLayout;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.VoluntaryKind;

/** Whether everything that the instruments name is there, and whether their sums hold. */
final class InstrumentCheck {

    /** Code list of the catalogue's classes; professions of persons are not in it. */
    private static final String CLASSES = "catalogue-class";

    /** Code list of what the platform can measure. */
    private static final String QUANTITIES = "monitoring-quantity";

    private final Policy policy;
    private final Reading reading;

    InstrumentCheck(Policy policy, Reading reading) {
        this.policy = policy;
        this.reading = reading;
    }

    void check() {
        Instruments instruments = policy.instruments();
        instruments.catalogue().values().forEach(this::checkEntry);
        instruments.commitments().values().forEach(this::checkCommitment);
        instruments.commitmentItems().all().forEach(this::checkItem);
        instruments.evaluations().values().forEach(this::checkEvaluation);
        instruments.voluntaryKinds().forEach(this::checkVoluntary);
        instruments.followUps().forEach(this::checkFollowUp);
        RiskRules risk = instruments.risk();
        if (risk != null) {
            checkRisk(risk);
        }
        InspectionRules inspection = instruments.inspection();
        if (inspection != null) {
            checkInspection(inspection, risk);
        }
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
            checkBreaches(breaches);
        }
        GradeRelease release = instruments.gradeRelease();
        if (release != null) {
            checkRelease(release);
        }
    }

    /** A class comes from findings and merits, never from a grade: it predicts, and a grade records. */
    private void checkRisk(RiskRules risk) {
        known(risk.rule(), risk.recalculation(), policy.deadlines().keySet(), "deadlines");
        List<String> classes =
                risk.classes().stream().map(RiskRules.RiskClass::id).toList();
        for (RiskRules.Signal signal : risk.signals()) {
            types(signal.rule(), List.of(signal.recordType()));
            known(signal.rule(), signal.riskClass(), classes, "classes");
            GateRules gate = policy.gates().get(signal.recordType());
            if (signal.severity() != null && gate != null) {
                known(signal.rule(), signal.severity(), gate.classes().keySet(), "classes");
            }
            if (policy.instruments()
                    .catalogueEntry(signal.recordType())
                    .filter(CatalogueEntry::isJudgement)
                    .isPresent()) {
                fault(signal.rule(), "risk.from-grade", signal.recordType());
            }
        }
    }

    /** Every class has a cap, and the class of those without one is a class. */
    private void checkInspection(InspectionRules inspection, @Nullable RiskRules risk) {
        Rule rule = inspection.rule();
        List<String> classes = risk == null
                ? List.of()
                : risk.classes().stream().map(RiskRules.RiskClass::id).toList();
        known(rule, inspection.defaultClass(), classes, "risk.classes");
        inspection.burden().mostVisits().keySet().forEach(id -> known(rule, id, classes, "risk.classes"));
        for (String id : classes) {
            if (!inspection.burden().mostVisits().containsKey(id)) {
                fault(rule, "inspection.class-without-cap", id);
            }
        }
        clock(rule, inspection.publication().plan());
        clock(rule, inspection.publication().list());
        clock(rule, inspection.publication().results());
    }

    private void checkRemit(Remit remit) {
        known(remit.rule(), remit.list(), policy.instruments().lists().keySet(), "lists");
        for (String authority : remit.authorities()) {
            if (policy.authority(authority).isEmpty()) {
                fault(remit.rule(), "reference.dangling", authority, "authorities");
            }
        }
    }

    /** Where the pack has a table of bodies, a mandate is between two of them. */
    private void body(Rule rule, String named) {
        boolean known = policy.authorities().isEmpty()
                || policy.authorities().stream().anyMatch(authority -> Functions.names(named, authority));
        if (!known) {
            fault(rule, "mandate.body", named);
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

    private void checkCommitment(CommitmentType type) {
        clock(type.rule(), type.clock());
        if (type.stage() == CommitmentType.Stage.PAPERS_FOLLOW && type.clock() == null) {
            fault(type.rule(), "key.missing", "clock");
        }
    }

    private void checkItem(CommitmentItem item) {
        Rule rule = item.rule();
        Instruments instruments = policy.instruments();
        known(rule, item.type(), instruments.commitments().keySet(), "commitments.yaml");
        values("commitment-kind").ifPresent(kinds -> known(rule, item.kind(), kinds, "commitment-kind"));
        values("commitment-openness").ifPresent(values -> known(rule, item.openness(), values, "commitment-openness"));
        Set<String> bodies = policy.authorities().stream().map(Authority::id).collect(Collectors.toSet());
        item.acceptedBy().stream()
                .filter(body -> !bodies.contains(body))
                .forEach(body -> fault(rule, "commitment.body", body));
        CommitmentItem.Clocks clocks = item.clocks();
        clock(rule, clocks.supply());
        clock(rule, clocks.review());
        clock(rule, clocks.answer());
        clock(rule, clocks.shown());
        boolean follow = item.handling() == CommitmentItem.Handling.PAPERS_FOLLOW;
        if (follow != (clocks.supply() != null) || follow == item.papers().isEmpty()) {
            fault(rule, "commitment.papers", item.id());
        }
        if (instruments.commitmentItems().excluded().containsKey(item.id())) {
            fault(rule, "commitment.excluded", item.id());
        }
    }

    private void checkVoluntary(VoluntaryKind kind) {
        values("voluntary-kind").ifPresent(kinds -> known(kind.rule(), kind.kind(), kinds, "voluntary-kind"));
        if (kind.verifier() != null) {
            body(kind.rule(), kind.verifier());
        }
    }

    private void checkEvaluation(EvaluationModel model) {
        Rule rule = model.rule();
        if (model.scope().subjects().contains(SubjectKind.INDIVIDUAL_BUSINESS)) {
            fault(rule, "evaluation.individual-business");
        }
        int sum = model.dimensions().stream()
                .mapToInt(EvaluationModel.Dimension::points)
                .sum();
        if (sum != model.total()) {
            fault(rule, "points.sum", Integer.toString(sum), Integer.toString(model.total()));
        }
        model.scope()
                .prefixes()
                .forEach(prefix -> known(rule, prefix, policy.codes().prefixes().keySet(), "uscc-prefixes"));
        checkGrades(model);
        Set<String> grades = new HashSet<>();
        model.grades().forEach(grade -> grades.add(grade.id()));
        for (EvaluationModel.Dimension dimension : model.dimensions()) {
            dimension.own().forEach(indicator -> checkIndicator(indicator, grades));
            if (dimension.folded() != null) {
                checkFold(model, dimension.folded());
            }
        }
        checkHolders(model);
        model.dimensions().stream()
                .flatMap(dimension -> dimension.own().stream())
                .collect(Collectors.groupingBy(one -> one.source().recordType(), Collectors.counting()))
                .forEach((type, count) -> {
                    if (count > ConditionCode.MOST_CONDITIONS) {
                        fault(rule, "evaluation.too-many", type, Integer.toString(ConditionCode.MOST_CONDITIONS));
                    }
                });
    }

    /** Grades of the same order, so that a ceiling means the same; nobody who is never rated there. */
    private void checkFold(EvaluationModel model, EvaluationModel folded) {
        if (!gradesOf(model).equals(gradesOf(folded))) {
            fault(model.rule(), "evaluation.fold-grades", folded.id(), String.join(", ", gradesOf(folded)));
        }
        EvaluationModel.Scope scope = model.scope();
        EvaluationModel.Scope wider = folded.scope();
        boolean within = wider.subjects().containsAll(scope.subjects())
                && (wider.prefixes().isEmpty()
                        || (!scope.prefixes().isEmpty() && wider.prefixes().containsAll(scope.prefixes())));
        if (!within) {
            fault(model.rule(), "evaluation.fold-scope", folded.id());
        }
    }

    /** An adverse record that made an organisation rated would be a burden that helps. */
    private void checkHolders(EvaluationModel model) {
        types(model.rule(), model.scope().holders());
        for (String id : model.scope().holders()) {
            policy.recordType(id)
                    .filter(type ->
                            type.nature() == RecordType.Nature.ADVERSE || type.target() != RecordType.Target.ARCHIVE)
                    .ifPresent(type -> fault(model.rule(), "evaluation.holders", id));
        }
    }

    private static List<String> gradesOf(EvaluationModel model) {
        return model.grades().stream().map(EvaluationModel.Grade::id).toList();
    }

    private void checkGrades(EvaluationModel model) {
        List<EvaluationModel.Grade> grades = model.grades();
        for (int i = 1; i < grades.size(); i++) {
            if (grades.get(i).from() >= grades.get(i - 1).from()) {
                fault(model.rule(), "evaluation.grades", grades.get(i).id());
            }
        }
        if (grades.isEmpty() || grades.getLast().from() != 0) {
            fault(
                    model.rule(),
                    "evaluation.grades",
                    grades.isEmpty() ? "" : grades.getLast().id());
        }
    }

    private void checkIndicator(EvaluationModel.Indicator indicator, Set<String> grades) {
        Rule rule = indicator.rule();
        EvaluationModel.Source source = indicator.source();
        types(rule, List.of(source.recordType()));
        if (indicator.ceiling() != null) {
            known(rule, indicator.ceiling().grade(), grades, "grades");
        }
        policy.recordType(source.recordType()).ifPresent(type -> {
            type.field(Field.Role.KIND).ifPresent(field -> kinds(rule, field, source.kinds()));
            GateRules gate = policy.gates().get(type.id());
            if (source.severity() != null && gate != null) {
                known(rule, source.severity(), gate.classes().keySet(), "classes");
            }
            if (source.repeat() != null && type.field(source.repeat().same()).isEmpty()) {
                fault(rule, "reference.dangling", source.repeat().same().name(), "fields");
            }
            if (type.target() != RecordType.Target.ARCHIVE) {
                fault(rule, "evaluation.not-archived", type.id());
            }
            checkNature(indicator, type.nature());
        });
    }

    /** An adverse record can only lower a result, a favourable one only raise it; the absence of adverse ones may be a merit. */
    private void checkNature(EvaluationModel.Indicator indicator, RecordType.Nature nature) {
        EvaluationModel.Weight weight = indicator.weight();
        boolean lowers = weight.points() < 0 || indicator.ceiling() != null;
        if (weight.counts() == EvaluationModel.Counts.NONE) {
            boolean simple = weight.cap() == null
                    && weight.decay() == null
                    && indicator.source().repeat() == null
                    && !lowers;
            if (weight.points() <= 0 || !simple || nature == RecordType.Nature.FAVOURABLE) {
                fault(indicator.rule(), "evaluation.when-none");
            }
            return;
        }
        boolean raises = weight.points() > 0;
        boolean wrong = (raises && lowers)
                || (raises && nature == RecordType.Nature.ADVERSE)
                || (lowers && nature == RecordType.Nature.FAVOURABLE);
        if (wrong) {
            fault(
                    indicator.rule(),
                    "evaluation.against-nature",
                    indicator.rule().id());
        }
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

    private void checkFollowUp(FollowUp followUp) {
        Rule rule = followUp.rule();
        grades(rule, followUp.model(), followUp.grades());
        boolean advises = followUp.action() == FollowUp.Action.ADVICE;
        if (advises && followUp.document() == null) {
            fault(rule, "key.missing", "document");
        }
        if (followUp.document() != null) {
            known(rule, followUp.document(), policy.instruments().documents().keySet(), "documents");
        }
    }

    /** Nobody is told of its own breach as its superior. */
    private void checkBreaches(BreachRules breaches) {
        Rule rule = breaches.rule();
        clock(rule, breaches.acknowledge());
        breaches.prefixes()
                .forEach(prefix -> known(rule, prefix, policy.codes().prefixes().keySet(), "uscc-prefixes"));
        Set<String> bodies = policy.authorities().stream().map(Authority::id).collect(Collectors.toSet());
        known(rule, breaches.otherwise(), bodies, "authorities");
        breaches.superiors().forEach((body, superior) -> {
            known(rule, superior, bodies, "authorities");
            if (body.length() != Uscc.LENGTH) {
                known(rule, body, bodies, "authorities");
            }
            if (body.equals(superior)) {
                fault(rule, "breach.own-superior", body);
            }
        });
        if (!breaches.superiors().containsKey(breaches.otherwise())) {
            fault(rule, "breach.own-superior", breaches.otherwise());
        }
        for (BreachRules.Breach breach : breaches.breaches()) {
            types(rule, List.of(breach.recordType()));
            policy.recordType(breach.recordType()).ifPresent(type -> {
                type.field(Field.Role.KIND).ifPresent(field -> kinds(rule, field, breach.kinds()));
                if (type.nature() == RecordType.Nature.FAVOURABLE
                        || (type.nature() == RecordType.Nature.NEUTRAL
                                && breach.kinds().isEmpty())) {
                    fault(rule, "breach.no-breach", type.id());
                }
            });
        }
    }

    private void checkRelease(GradeRelease release) {
        Rule rule = release.rule();
        known(rule, release.document(), policy.instruments().documents().keySet(), "documents");
        clock(rule, release.answer());
        release.bad().forEach((model, grades) -> grades(rule, model, grades));
        for (GradeRelease.Recipient recipient : release.recipients()) {
            body(recipient.rule(), recipient.body());
            grades(recipient.rule(), recipient.model(), recipient.grades());
        }
    }

    private void grades(Rule rule, String id, List<String> named) {
        EvaluationModel model = policy.instruments().evaluations().get(id);
        if (model == null) {
            fault(rule, "reference.dangling", id, "evaluation");
            return;
        }
        List<String> grades = gradesOf(model);
        named.forEach(grade -> known(rule, grade, grades, "grades"));
    }

    private void checkMonitoring(Monitoring monitoring) {
        Set<String> indicators = new HashSet<>();
        for (Monitoring.Indicator indicator : monitoring.indicators()) {
            indicators.add(indicator.rule().id());
            types(indicator.rule(), indicator.recordTypes());
            values(QUANTITIES).ifPresent(known -> known(indicator.rule(), indicator.measures(), known, QUANTITIES));
        }
        for (Monitoring.Assessment assessment : monitoring.assessments()) {
            for (Monitoring.Assessment.Item item : assessment.items()) {
                if (item.indicator() != null) {
                    known(assessment.rule(), "indicator." + item.indicator(), indicators, "indicators");
                }
            }
        }
    }

    private void kinds(Rule rule, Field field, List<String> kinds) {
        CodeList list = field.codeList() == null ? null : policy.codeLists().get(field.codeList());
        if (list != null) {
            List<String> missing = new ArrayList<>(kinds);
            missing.removeAll(list.values().keySet());
            missing.forEach(kind -> fault(rule, "reference.dangling", kind, "codelists/" + list.id()));
        }
    }

    private void types(Rule rule, List<String> types) {
        types.forEach(type -> known(rule, type, policy.recordTypes().keySet(), "catalogue"));
    }

    private void clock(Rule rule, @Nullable String clock) {
        if (clock != null) {
            known(rule, clock, policy.deadlines().keySet(), "deadlines");
        }
    }

    private Optional<Set<String>> values(String codeList) {
        return Optional.ofNullable(policy.codeLists().get(codeList))
                .map(list -> list.values().keySet());
    }

    private void known(Rule rule, String id, Collection<String> all, String where) {
        if (!all.contains(id) && !id.isEmpty()) {
            fault(rule, "reference.dangling", id, where);
        }
    }

    private void fault(Rule rule, String code, String... facts) {
        reading.faults().add(reading.nodeOf(rule), code, facts);
    }
}
