package org.xinheng.server.evaluation.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.core.evaluation.Evaluator;
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
                        models.put(id, new Model(Evaluator.of(model, policy.recordTypes()), ModelHash.of(model))));
        return new Ready(policy, models);
    }
}
