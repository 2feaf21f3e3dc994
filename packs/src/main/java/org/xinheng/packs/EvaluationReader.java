package org.xinheng.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.policy.Condition;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Ceiling;
import org.xinheng.core.policy.EvaluationModel.Counts;
import org.xinheng.core.policy.EvaluationModel.Decay;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Grade;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.EvaluationModel.Remedy;
import org.xinheng.core.policy.EvaluationModel.Repeat;
import org.xinheng.core.policy.EvaluationModel.Scope;
import org.xinheng.core.policy.EvaluationModel.Share;
import org.xinheng.core.policy.EvaluationModel.Source;
import org.xinheng.core.policy.EvaluationModel.Weight;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.FollowUp;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SubjectState;
import org.xinheng.core.policy.Title;

/** Reads {@code evaluation/NAME.yaml}: one model of evaluation (评价模型) with dimensions, indicators and grades. */
final class EvaluationReader {

    private static final int MOST_POINTS = 10_000;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Reading reading;
    private final PersonGuard guard;
    private final Conditions conditions;

    EvaluationReader(Reading reading, PersonGuard guard, Conditions conditions) {
        this.reading = reading;
        this.guard = guard;
        this.conditions = conditions;
    }

    Map<String, EvaluationModel> read(Map<String, MappingNode> documents) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        documents.forEach((path, node) -> {
            Block block = reading.block(node);
            String id = block.text("id");
            Naming.check(reading.faults(), block, path, id);
            blocks.put(id, block);
        });
        Models models = new Models(blocks);
        Map<String, EvaluationModel> read = new LinkedHashMap<>();
        blocks.forEach((id, block) -> read.put(id, models.get(id, block)));
        return read;
    }

    /** Models are read when they are asked for: one that folds in another asks for it. */
    private final class Models {

        private final Map<String, Block> blocks;
        private final Map<String, EvaluationModel> read = new HashMap<>();
        private final Set<String> open = new HashSet<>();

        Models(Map<String, Block> blocks) {
            this.blocks = blocks;
        }

        EvaluationModel get(String id, Block block) {
            EvaluationModel model = read.get(id);
            if (model == null) {
                open.add(id);
                model = model(block, "evaluation." + id, this);
                open.remove(id);
                read.put(id, model);
            }
            return model;
        }

        /** Null, and a fault, where there is none of the name or it folds in the one that asks. */
        @Nullable
        EvaluationModel folded(Block asking) {
            String id = asking.text("model");
            Block block = blocks.get(id);
            if (block == null || open.contains(id)) {
                reading.faults()
                        .add(
                                asking.at("model"),
                                block == null ? "reference.dangling" : "evaluation.fold-circle",
                                id,
                                "evaluation");
                return null;
            }
            return get(id, block);
        }
    }

    /** Reads {@code follow-ups.yaml}. */
    List<FollowUp> followUps(Block document) {
        List<FollowUp> followUps = new ArrayList<>();
        for (Block block : document.blocks("follow-ups")) {
            Rule rule = reading.rule(block, "follow-up." + block.text("id"));
            guard.checkTitle(block, "title", rule.title());
            String model = block.text("model");
            List<String> grades = block.texts("grades");
            String template = block.textOrNull("document");
            List<FollowUp.Course> courses = courses(block);
            String action = block.has("action") ? block.text("action") : "";
            if (Finding.BURDENING.contains(action)) {
                reading.faults().add(block.at("action"), "follow-up.burdens", action);
            } else {
                followUps.add(new FollowUp(
                        rule, model, grades, block.choice("action", FollowUp.Action.class), template, courses));
            }
            block.end();
        }
        document.end();
        return followUps;
    }

    private List<FollowUp.Course> courses(Block block) {
        List<FollowUp.Course> courses = new ArrayList<>();
        for (Block item : block.blocks("courses")) {
            courses.add(new FollowUp.Course(
                    item.text("id"),
                    reading.title(item, "title"),
                    reading.title(item, "when"),
                    reading.title(item, "provider")));
            item.end();
        }
        return courses;
    }

    private EvaluationModel model(Block block, String prefix, Models models) {
        Rule rule = reading.rule(block, prefix);
        guard.checkTitle(block, "title", rule.title());
        List<Grade> grades = new ArrayList<>();
        for (Block item : block.blocks("grades")) {
            grades.add(new Grade(
                    item.text("id"),
                    reading.title(item, "title"),
                    item.integer("from", 0, MOST_POINTS),
                    share(item.blockOrNull("share"))));
            item.end();
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (Block item : block.blocks("dimensions")) {
            dimensions.add(dimension(item, prefix, models));
        }
        EvaluationModel model = new EvaluationModel(
                rule,
                block.integer("total", 1, MOST_POINTS),
                new Scope(
                        guard.subjects(block),
                        block.texts("prefixes"),
                        block.list("excluded-states").stream()
                                .map(item -> block.choiceOf(item, SubjectState.class))
                                .toList(),
                        block.period("least-data"),
                        block.texts("holders")),
                dimensions,
                grades,
                code(dimensions));
        block.end();
        return model;
    }

    private @Nullable Share share(@Nullable Block block) {
        if (block == null) {
            return null;
        }
        Share share = new Share(percent(block, "least"), percent(block, "most"));
        if (share.least().compareTo(share.most()) > 0) {
            reading.faults()
                    .add(block.at("least"), "value.percent", share.least().toPlainString());
        }
        block.end();
        return share;
    }

    private BigDecimal percent(Block block, String key) {
        BigDecimal percent = block.has(key) ? block.amountOrNull(key) : null;
        if (percent == null || percent.compareTo(ALL) > 0) {
            reading.faults().add(block.at(key), "value.percent", String.valueOf(percent));
            return BigDecimal.ZERO;
        }
        return percent;
    }

    private Dimension dimension(Block block, String prefix, Models models) {
        Dimension dimension = block.has("model") ? folding(block, models) : ofIndicators(block, prefix);
        guard.checkTitle(block, "title", dimension.title());
        guard.checkRelated(block.at("title"), dimension.title());
        block.end();
        return dimension;
    }

    private Dimension folding(Block block, Models models) {
        EvaluationModel folded = models.folded(block);
        String id = block.text("id");
        Title title = reading.title(block, "title");
        int points = block.integer("points", 1, MOST_POINTS);
        return folded == null
                ? new Dimension(id, title, points, points, List.of(), null)
                : Dimension.folding(id, title, points, folded);
    }

    private Dimension ofIndicators(Block block, String prefix) {
        String id = block.text("id");
        List<Indicator> indicators = new ArrayList<>();
        for (Block item : block.blocks("indicators")) {
            indicators.add(indicator(item, prefix + "." + id));
        }
        int points = block.integer("points", 0, MOST_POINTS);
        return new Dimension(
                id,
                reading.title(block, "title"),
                points,
                block.has("start") ? block.integer("start", 0, points) : points,
                indicators,
                null);
    }

    private Map<String, ConditionCode> code(List<Dimension> dimensions) {
        Map<String, List<@Nullable Condition>> byType = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            for (Indicator indicator : dimension.own()) {
                byType.computeIfAbsent(indicator.source().recordType(), _ -> new ArrayList<>())
                        .add(indicator.source().when());
            }
        }
        Map<String, ConditionCode> code = new LinkedHashMap<>();
        byType.forEach((type, list) -> {
            ConditionCode compiled = list.size() > ConditionCode.MOST_CONDITIONS ? null : conditions.code(type, list);
            if (compiled != null) {
                code.put(type, compiled);
            }
        });
        return code;
    }

    private Indicator indicator(Block block, String prefix) {
        Rule rule = reading.rule(block, prefix + "." + block.text("id"));
        guard.checkTitle(block, "title", rule.title());
        guard.checkRelated(block.at("title"), rule.title());
        String type = block.text("record-type");
        Source source = new Source(
                type,
                block.texts("kinds"),
                block.textOrNull("severity"),
                conditions.readCompilable(block, "when", type),
                block.period("look-back"),
                repeat(block));
        if (source.when() != null) {
            conditions.fieldsOf(source.when()).forEach(field -> guard.checkRelated(block.at("when"), field.title()));
        }
        Ceiling ceiling = ceiling(block);
        if (!block.has("points") && ceiling == null) {
            reading.faults().add(block.node(), "evaluation.without-effect");
        }
        Indicator indicator =
                new Indicator(rule, source, weight(block), ceiling, block.choice("remedy", Remedy.class, Remedy.NONE));
        block.end();
        return indicator;
    }

    private static Weight weight(Block block) {
        Block decay = block.blockOrNull("decay");
        Weight weight = new Weight(
                block.choice("counts", Counts.class, Counts.EACH),
                block.has("points") ? block.integer("points", -MOST_POINTS, MOST_POINTS) : 0,
                block.has("cap") ? block.integer("cap", 0, MOST_POINTS) : null,
                decay == null ? null : new Decay(decay.period("after"), decay.integer("percent", 0, 100)));
        if (decay != null) {
            decay.end();
        }
        return weight;
    }

    private static @Nullable Repeat repeat(Block block) {
        Block repeat = block.blockOrNull("repeat");
        if (repeat == null) {
            return null;
        }
        Repeat read = new Repeat(repeat.choice("same", Field.Role.class), repeat.period("within"));
        repeat.end();
        return read;
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
