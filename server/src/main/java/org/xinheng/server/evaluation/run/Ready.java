package org.xinheng.server.evaluation.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;

/**
 * The models of one edition of the pack, compiled.
 *
 * @param models by id, in the order of the pack
 */
record Ready(Policy policy, Map<String, Model> models) {

    /** @param hash SHA-256 over what the model says */
    record Model(Evaluator evaluator, String hash) {}

    static Ready of(Policy policy) {
        Map<String, Model> models = new LinkedHashMap<>();
        policy.instruments()
                .evaluations()
                .forEach((id, model) ->
                        models.put(id, new Model(Evaluator.of(model, policy.recordTypes()), hash(model))));
        return new Ready(policy, models);
    }

    /** Every part of a model is a record whose text says all of it; a condition says its words. */
    private static String hash(EvaluationModel model) {
        StringBuilder text = new StringBuilder();
        text.append(model.rule()).append(model.total()).append(model.scope()).append(model.grades());
        model.dimensions().forEach(dimension -> {
            text.append(dimension.id()).append(dimension.points()).append(dimension.start());
            dimension.indicators().forEach(one -> {
                var source = one.source();
                text.append(one.rule())
                        .append(source.recordType())
                        .append(source.kinds())
                        .append(source.severity())
                        .append(source.when() == null ? "" : source.when().text())
                        .append(source.lookBack())
                        .append(source.repeat())
                        .append(one.weight())
                        .append(one.ceiling())
                        .append(one.remedy())
                        .append('\n');
            });
        });
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256 is no Java SE", e);
        }
    }
}
