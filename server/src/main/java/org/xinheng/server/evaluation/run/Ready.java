package org.xinheng.server.evaluation.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.core.evaluation.Evaluator;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.CanonicalFields;

/**
 * The models of one edition of the pack, compiled.
 *
 * @param models by id, in the order of the pack
 */
record Ready(Policy policy, Map<String, Model> models) {

    /**
     * @param hash SHA-256 over what the model says
     * @param fields what it looks at, by record type
     */
    record Model(Evaluator evaluator, String hash, Map<String, CanonicalFields> fields) {}

    static Ready of(Policy policy) {
        Map<String, Model> models = new LinkedHashMap<>();
        policy.instruments()
                .evaluations()
                .forEach((id, model) -> models.put(
                        id,
                        new Model(
                                Evaluator.of(model, policy.recordTypes()),
                                ModelHash.of(model),
                                LookedAt.by(model, policy))));
        return new Ready(policy, models);
    }
}
