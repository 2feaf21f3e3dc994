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
import org.xinheng.server.intake.ReportingTimeliness.Owed;

/**
 * Scores of departments (考核得分) by the items and points of the pack: what the platform counts it scores, in proportion; what a person
 * has to score, and what was not counted, has no score and no part in the sum.
 */
final class ScoreSheet {

    private static final String LATE_RATE = "late-rate";
    private static final String COMPLIANCE_RATE = "compliance-rate";
    static final String UNREPORTED_RATE = "unreported-rate";

    private final Monitoring monitoring;
    private final List<Line> lines;
    private final List<Delivered> delivered;
    private final List<Owed> owed;

    ScoreSheet(Monitoring monitoring, List<Line> lines, List<Delivered> delivered, List<Owed> owed) {
        this.monitoring = monitoring;
        this.lines = lines;
        this.delivered = delivered;
        this.owed = owed;
    }

    /** Where the rows behind a figure stand. */
    enum Behind {
        LATE,
        DELIVERIES,
        UNREPORTED
    }

    /** @param part counted, of {@code whole} @param indicator id of the rule by which it was counted */
    record Figure(long part, long whole, Behind behind, String indicator) {}

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

    /** Every source that was heard, delivered or had to be heard in the period, item by item, with the sum last. */
    List<Score> scores(List<Assessment> assessments) {
        TreeSet<String> sources = new TreeSet<>();
        lines.forEach(line -> sources.add(line.source()));
        delivered.forEach(one -> sources.add(one.source()));
        owed.forEach(one -> sources.add(one.source()));
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
            case UNREPORTED_RATE -> Optional.of(unreported(source, indicator));
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
        return new Figure(late, rated, Behind.LATE, indicator.rule().id());
    }

    private Figure usable(String source, Indicator indicator) {
        long usable = 0;
        long judged = 0;
        for (Delivered one : delivered) {
            if (one.source().equals(source) && looksAt(indicator, one.type())) {
                usable += one.usable();
                judged += one.judged();
            }
        }
        return new Figure(usable, judged, Behind.DELIVERIES, indicator.rule().id());
    }

    /** 应报未报: cycles in which neither a delivery nor 零报告 came, of those that ended on a day that is certain. */
    private Figure unreported(String source, Indicator indicator) {
        long missed = 0;
        long ended = 0;
        for (Owed one : owed) {
            if (one.source().equals(source) && counts(indicator, one)) {
                missed += one.cycle().kept() ? 0 : 1;
                ended++;
            }
        }
        return new Figure(missed, ended, Behind.UNREPORTED, indicator.rule().id());
    }

    /** Silence of which the last day is uncertain is held against nobody. */
    static boolean counts(Indicator indicator, Owed owed) {
        return looksAt(indicator, owed.type()) && !owed.cycle().provisional();
    }

    private static boolean looksAt(Indicator indicator, String type) {
        return indicator.recordTypes().isEmpty() || indicator.recordTypes().contains(type);
    }
}
