package org.xinheng.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.FollowUp;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SubjectKind;

/** Whether a model adds up and judges only by what may be judged by, and whether what follows a grade names grades that there are. */
final class EvaluationCheck extends RuleCheck {

    private final SizeCheck size;
    private final GradeReaderCheck readers;

    EvaluationCheck(Policy policy, Reading reading) {
        super(policy, reading);
        size = new SizeCheck(policy, reading);
        readers = new GradeReaderCheck(policy, reading);
    }

    void check(Instruments instruments) {
        instruments.evaluations().values().forEach(this::checkEvaluation);
        instruments.followUps().forEach(this::checkFollowUp);
        GradeRelease release = instruments.gradeRelease();
        if (release != null) {
            checkRelease(release);
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
        size.check(indicator);
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

    private void checkRelease(GradeRelease release) {
        Rule rule = release.rule();
        known(rule, release.document(), policy.instruments().documents().keySet(), "documents");
        clock(rule, release.answer());
        release.bad().forEach((model, grades) -> grades(rule, model, grades));
        for (GradeRelease.Recipient recipient : release.recipients()) {
            body(recipient.rule(), recipient.body());
            grades(recipient.rule(), recipient.model(), recipient.grades());
        }
        release.readers().forEach(reader -> grades(reader.rule(), reader.model(), reader.grades()));
        readers.check(release);
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
}
