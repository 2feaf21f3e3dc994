package org.xinheng.server.intake.timeliness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Monitoring.Assessment;
import org.xinheng.core.policy.Monitoring.Indicator;
import org.xinheng.server.intake.ReportingTimeliness.Delivered;
import org.xinheng.server.intake.ReportingTimeliness.Line;

/**
 * Scores of departments (考核得分) by the items and points of the pack: what the platform counts it scores, in proportion; what a person
 * has to score, and what was not counted, has no score and no part in the sum.
 */
final class ScoreSheet {

    private static final String LATE_RATE = "late-rate";
    private static final String COMPLIANCE_RATE = "compliance-rate";

    private final Monitoring monitoring;
    private final List<Line> lines;
    private final List<Delivered> delivered;

    ScoreSheet(Monitoring monitoring, List<Line> lines, List<Delivered> delivered) {
        this.monitoring = monitoring;
        this.lines = lines;
        this.delivered = delivered;
    }

    /** Where the rows behind a figure stand. */
    enum Behind {
        LATE,
        DELIVERIES
    }

    /** @param part counted, of {@code whole} */
    record Figure(long part, long whole, Behind behind) {}

    /**
     * @param item null for the sum
     * @param points that can be had; for the sum, those of the items that were scored
     * @param figure null where the platform counts nothing
     * @param score null where there is none
     */
    record Score(
            String source,
            Assessment assessment,
            Assessment.@Nullable Item item,
            int points,
            @Nullable Figure figure,
            @Nullable BigDecimal score) {}

    /** Every source that was heard or delivered in the period, item by item, with the sum last. */
    List<Score> scores(List<Assessment> assessments) {
        TreeSet<String> sources = new TreeSet<>();
        lines.forEach(line -> sources.add(line.source()));
        delivered.forEach(one -> sources.add(one.source()));
        List<Score> scores = new ArrayList<>();
        for (Assessment assessment : assessments) {
            for (String source : sources) {
                scores.addAll(of(source, assessment));
            }
        }
        return scores;
    }

    private List<Score> of(String source, Assessment assessment) {
        List<Score> scores = new ArrayList<>();
        BigDecimal sum = null;
        int points = 0;
        for (Assessment.Item item : assessment.items()) {
            Indicator indicator = indicator(item).orElse(null);
            Figure figure = indicator == null ? null : figure(source, indicator).orElse(null);
            BigDecimal score = indicator == null || figure == null
                    ? null
                    : indicator.earned(item.points(), figure.part(), figure.whole());
            if (score != null) {
                sum = sum == null ? score : sum.add(score);
                points += item.points();
            }
            scores.add(new Score(source, assessment, item, item.points(), figure, score));
        }
        scores.add(new Score(source, assessment, null, points, null, sum));
        return scores;
    }

    private Optional<Indicator> indicator(Assessment.Item item) {
        Map<String, Indicator> byId = new LinkedHashMap<>();
        monitoring.indicators().forEach(one -> byId.put(one.rule().id(), one));
        return Optional.ofNullable(item.indicator()).map(id -> byId.get("indicator." + id));
    }

    /** Empty for what is not counted by source. */
    private Optional<Figure> figure(String source, Indicator indicator) {
        return switch (indicator.measures()) {
            case LATE_RATE -> Optional.of(late(source, indicator));
            case COMPLIANCE_RATE -> Optional.of(usable(source, indicator));
            default -> Optional.empty();
        };
    }

    private Figure late(String source, Indicator indicator) {
        long late = 0;
        long rated = 0;
        for (Line line : lines) {
            if (line.source().equals(source) && looksAt(indicator, line.type())) {
                late += line.figures().late();
                rated += line.figures().rated();
            }
        }
        return new Figure(late, rated, Behind.LATE);
    }

    private Figure usable(String source, Indicator indicator) {
        long usable = 0;
        long received = 0;
        for (Delivered one : delivered) {
            if (one.source().equals(source) && looksAt(indicator, one.type())) {
                usable += one.usable();
                received += one.received();
            }
        }
        return new Figure(usable, received, Behind.DELIVERIES);
    }

    private static boolean looksAt(Indicator indicator, String type) {
        return indicator.recordTypes().isEmpty() || indicator.recordTypes().contains(type);
    }
}
