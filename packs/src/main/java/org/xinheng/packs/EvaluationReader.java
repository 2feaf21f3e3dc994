package org.xinheng.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Ceiling;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Grade;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.EvaluationModel.Source;
import org.xinheng.core.policy.FollowUp;
import org.xinheng.core.policy.Rule;

/** Reads {@code evaluation/NAME.yaml}: one model of evaluation (评价模型) with dimensions, indicators and grades. */
final class EvaluationReader {

    private static final int MOST_POINTS = 10_000;

    private final Reading reading;
    private final PersonGuard guard;
    private final Conditions conditions;

    EvaluationReader(Reading reading, PersonGuard guard, Conditions conditions) {
        this.reading = reading;
        this.guard = guard;
        this.conditions = conditions;
    }

    Map<String, EvaluationModel> read(Map<String, MappingNode> documents) {
        Map<String, EvaluationModel> models = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            String id = block.text("id");
            Naming.check(reading.faults(), block, path, id);
            models.put(id, model(block, "evaluation." + id));
        });
        return models;
    }

    /** Reads {@code follow-ups.yaml}. */
    List<FollowUp> followUps(Block document) {
        List<FollowUp> followUps = new ArrayList<>();
        for (Block block : document.blocks("follow-ups")) {
            Rule rule = reading.rule(block, "follow-up." + block.text("id"));
            guard.checkTitle(block, "title", rule.title());
            followUps.add(new FollowUp(
                    rule, block.text("model"), block.texts("grades"), block.choice("action", FollowUp.Action.class)));
            block.end();
        }
        document.end();
        return followUps;
    }

    private EvaluationModel model(Block block, String prefix) {
        Rule rule = reading.rule(block, prefix);
        guard.checkTitle(block, "title", rule.title());
        List<Grade> grades = new ArrayList<>();
        for (Block item : block.blocks("grades")) {
            grades.add(new Grade(item.text("id"), reading.title(item, "title"), item.integer("from", 0, MOST_POINTS)));
            item.end();
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (Block item : block.blocks("dimensions")) {
            dimensions.add(dimension(item, prefix));
        }
        EvaluationModel model = new EvaluationModel(
                rule,
                block.integer("total", 1, MOST_POINTS),
                guard.subjects(block),
                block.period("least-data"),
                dimensions,
                grades);
        block.end();
        return model;
    }

    private Dimension dimension(Block block, String prefix) {
        String id = block.text("id");
        List<Indicator> indicators = new ArrayList<>();
        for (Block item : block.blocks("indicators")) {
            indicators.add(indicator(item, prefix + "." + id));
        }
        int points = block.integer("points", 0, MOST_POINTS);
        Dimension dimension = new Dimension(
                id,
                reading.title(block, "title"),
                points,
                block.has("start") ? block.integer("start", 0, points) : points,
                indicators);
        guard.checkTitle(block, "title", dimension.title());
        block.end();
        return dimension;
    }

    private Indicator indicator(Block block, String prefix) {
        Rule rule = reading.rule(block, prefix + "." + block.text("id"));
        guard.checkTitle(block, "title", rule.title());
        String type = block.text("record-type");
        Source source = new Source(
                type,
                block.texts("kinds"),
                block.textOrNull("severity"),
                conditions.read(block, "when", type),
                block.period("look-back"));
        BigDecimal points = block.signedOrNull("points");
        Indicator indicator = new Indicator(
                rule, source, points == null ? BigDecimal.ZERO : points, block.amountOrNull("cap"), ceiling(block));
        if (points == null && indicator.effect() == null) {
            reading.faults().add(block.node(), "evaluation.without-effect");
        }
        block.end();
        return indicator;
    }

    private static @Nullable Ceiling ceiling(Block block) {
        String veto = block.textOrNull("veto");
        String cap = block.textOrNull("no-better-than");
        if (veto != null) {
            return new Ceiling(veto, true);
        }
        return cap == null ? null : new Ceiling(cap, false);
    }
}
