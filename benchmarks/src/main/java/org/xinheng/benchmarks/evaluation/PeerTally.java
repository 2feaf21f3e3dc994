package org.xinheng.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;

/** What rules of a rule engine call: sums with caps and fading, each call a line of the explanation. */
public final class PeerTally {

    private final List<PeerIndicator> indicators;
    private final EvaluationModel model;
    private final int[] used;
    private final boolean[] counted;
    private final int[] sums;
    private final List<Line> lines = new ArrayList<>();
    private int ceiling;

    PeerTally(List<PeerIndicator> indicators, EvaluationModel model) {
        this.indicators = indicators;
        this.model = model;
        used = new int[indicators.size()];
        counted = new boolean[indicators.size()];
        sums = new int[model.dimensions().size()];
    }

    /** @param indicator number, -1 for a dimension's own */
    record Line(int dimension, int indicator, @Nullable String record, int points) {}

    record Result(String grade, int points, List<Line> lines) {}

    public void count(int number, PeerRecord record) {
        PeerIndicator one = indicators.get(number);
        if (record.isDisputed()) {
            if (!one.whenNone()) {
                lines.add(new Line(one.dimension(), number, record.getId(), 0));
            }
            return;
        }
        counted[number] = true;
        ceiling = Math.max(ceiling, one.ceiling());
        if (one.whenNone()) {
            return;
        }
        int points = record.getDecided() >= one.fullFrom().toEpochDay() ? one.points() : one.faded();
        int size = Math.min(Math.abs(points), one.cap() - used[number]);
        used[number] += size;
        int added = points < 0 ? -size : size;
        sums[one.dimension()] += added;
        lines.add(new Line(one.dimension(), number, record.getId(), added));
    }

    Result close() {
        for (PeerIndicator one : indicators) {
            if (one.whenNone() && !counted[one.number()]) {
                sums[one.dimension()] += one.points();
                lines.add(new Line(one.dimension(), one.number(), null, one.points()));
            }
        }
        int points = 0;
        for (int d = 0; d < sums.length; d++) {
            Dimension dimension = model.dimensions().get(d);
            lines.add(new Line(d, -1, null, dimension.start()));
            int sum = sums[d] + dimension.start();
            int within = Math.clamp(sum, 0, dimension.points());
            if (within != sum) {
                lines.add(new Line(d, -1, null, within - sum));
            }
            points += within;
        }
        int grade = 0;
        while (points < model.grades().get(grade).from()) {
            grade++;
        }
        return new Result(model.grades().get(Math.max(grade, ceiling)).id(), points, lines);
    }
}
