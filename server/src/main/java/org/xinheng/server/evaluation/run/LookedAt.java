package org.xinheng.server.evaluation.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Source;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalFields;

/** Which fields of a record a model looks at: of thirty columns five. */
final class LookedAt {

    private LookedAt() {}

    /** By record type, with what every ground asks for: day, kind, status and validity. Rather a field too many than one too few. */
    static Map<String, CanonicalFields> by(EvaluationModel model, Policy policy) {
        Map<String, List<Source>> sources = new HashMap<>();
        model.dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .forEach(one -> sources.computeIfAbsent(one.source().recordType(), _ -> new ArrayList<>())
                        .add(one.source()));
        holders(model, id -> sources.computeIfAbsent(id, _ -> new ArrayList<>()));
        Map<String, CanonicalFields> fields = new HashMap<>();
        sources.forEach((id, of) -> policy.recordType(id).ifPresent(type -> fields.put(id, fields(type, of))));
        return fields;
    }

    private static void holders(EvaluationModel model, Consumer<String> reader) {
        model.scope().holders().forEach(reader);
        model.dimensions().forEach(dimension -> {
            if (dimension.folded() != null) {
                holders(dimension.folded(), reader);
            }
        });
    }

    /** Every field: what is handed to another engine may be tried with other models. */
    static Map<String, CanonicalFields> whole(EvaluationModel model, Policy policy) {
        Map<String, CanonicalFields> fields = new HashMap<>();
        by(model, policy)
                .keySet()
                .forEach(id -> policy.recordType(id)
                        .ifPresent(type -> fields.put(
                                id,
                                CanonicalFields.of(
                                        type.fields().stream().map(Field::name).toList()))));
        return fields;
    }

    private static CanonicalFields fields(RecordType type, List<Source> sources) {
        List<@Nullable String> names = new ArrayList<>();
        for (Field field : type.fields()) {
            names.add(
                    ofGround(field.role()) || sources.stream().anyMatch(one -> asks(one, field)) ? field.name() : null);
        }
        return CanonicalFields.of(names);
    }

    private static boolean ofGround(Field.Role role) {
        return switch (role) {
            case DECIDED_ON, KIND, STATUS, VALID_FROM, VALID_TO -> true;
            default -> false;
        };
    }

    private static boolean asks(Source source, Field field) {
        return (source.when() != null && source.when().text().contains(field.name()))
                || (source.repeat() != null && source.repeat().same() == field.role());
    }
}
