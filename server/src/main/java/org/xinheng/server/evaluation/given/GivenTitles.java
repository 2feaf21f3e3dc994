package org.xinheng.server.evaluation.given;

import java.util.Optional;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.web.Words;

/** Models and grades in words of the pack in force; by their ids where it knows them no more. */
record GivenTitles(Policy policy, Words words) {

    String model(String id) {
        return found(id).map(one -> words.say(one.rule().title())).orElse(id);
    }

    String grade(String model, String id) {
        return found(model).stream()
                .flatMap(one -> one.grades().stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> words.say(one.title()))
                .orElse(id);
    }

    private Optional<EvaluationModel> found(String id) {
        return Optional.ofNullable(policy.instruments().evaluations().get(id));
    }
}
