package org.xinheng.packs;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xinheng.core.policy.Condition;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;

/**
 * Whether an indicator rests on the size of an enterprise, whatever a place calls the field. Size serves to see whether a model treats
 * large and small alike; as a factor it would have nothing to do with keeping laws and promises.
 */
final class SizeCheck {

    private final Policy policy;
    private final Reading reading;
    private final Set<String> lists;

    SizeCheck(Policy policy, Reading reading) {
        this.policy = policy;
        this.reading = reading;
        lists = policy.recordTypes().values().stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.role() == Field.Role.ENTERPRISE_SIZE && field.codeList() != null)
                .map(field -> String.valueOf(field.codeList()))
                .collect(Collectors.toUnmodifiableSet());
    }

    void check(EvaluationModel.Indicator indicator) {
        EvaluationModel.Source source = indicator.source();
        policy.recordType(source.recordType()).stream()
                .flatMap(type -> type.fields().stream())
                .filter(this::isSize)
                .filter(field -> reads(source, field))
                .forEach(field -> reading.faults()
                        .add(
                                reading.nodeOf(indicator.rule()),
                                "evaluation.size",
                                field.title().zh()));
    }

    private boolean isSize(Field field) {
        return field.role() == Field.Role.ENTERPRISE_SIZE
                || (field.codeList() != null && lists.contains(field.codeList()));
    }

    private static boolean reads(EvaluationModel.Source source, Field field) {
        Condition when = source.when();
        return (field.role() == Field.Role.KIND && !source.kinds().isEmpty())
                || (source.repeat() != null && source.repeat().same() == field.role())
                || (when != null
                        && Pattern.compile("\\b" + Pattern.quote(field.name()) + "\\b")
                                .matcher(when.text())
                                .find());
    }
}
