package org.xinheng.testkit.evaluation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Contribution.Effect;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;

/** The models of the made-up city, and what the fast engine said in the words of the naive one. */
final class ShippedModels {

    private static final Policy POLICY = load();

    private ShippedModels() {}

    private static Policy load() {
        Path home = Path.of(System.getProperty("xinheng.home", ".."));
        try {
            if (PackLoader.load(home.resolve("policy-packs"), "demo-city") instanceof PackLoading.Loaded fit) {
                return fit.policy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the pack does not load");
    }

    static Policy policy() {
        return POLICY;
    }

    static EvaluationModel model(String id) {
        return requireNonNull(POLICY.instruments().evaluations().get(id));
    }

    /** @param own ids of the indicators whose points are told apart */
    static NaiveEvaluation.Result resultOf(Evaluation evaluation, Predicate<String> own) {
        if (!(evaluation instanceof Rated rated)) {
            return new NaiveEvaluation.Result(false, 0, "", List.of(), Map.of(), Map.of());
        }
        Map<String, Integer> indicators = new TreeMap<>();
        Map<String, Set<String>> counted = new TreeMap<>();
        for (Contribution line : rated.contributions()) {
            if (line.indicator() != null && line.effect() != Effect.DISPUTED) {
                String id = line.indicator().rule().id();
                if (own.test(id)) {
                    indicators.merge(id, line.points(), Integer::sum);
                }
                line.recordId()
                        .ifPresent(record -> counted.computeIfAbsent(id, _ -> new TreeSet<>())
                                .add(record));
            }
        }
        indicators.values().removeIf(points -> points == 0);
        return new NaiveEvaluation.Result(
                true, rated.points(), rated.grade().id(), rated.dimensions(), indicators, counted);
    }
}
