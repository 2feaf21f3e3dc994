package org.xinheng.benchmarks.evaluation;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Counts;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Grade;
import org.xinheng.core.policy.EvaluationModel.Indicator;
import org.xinheng.core.policy.RecordType;

/**
 * One indicator in the words that a peer understands: numbers and days instead of periods.
 *
 * @param condition over {@code fine} and {@code performance}, with {@code &&} and {@code ==}; null for none
 * @param ceiling index of the best grade while a record counts, 0 for none
 * @param repeatWithin null where no earlier record is asked for
 */
record PeerIndicator(
        int number,
        String id,
        int dimension,
        int type,
        @Nullable String severity,
        List<String> kinds,
        @Nullable String condition,
        LocalDate countsFrom,
        LocalDate fullFrom,
        int points,
        int faded,
        int cap,
        int ceiling,
        boolean whenNone,
        @Nullable Period repeatWithin) {

    static List<PeerIndicator> of(EvaluationModel model, Map<String, RecordType> types, LocalDate day) {
        List<PeerIndicator> all = new ArrayList<>();
        List<String> grades = model.grades().stream().map(Grade::id).toList();
        for (int d = 0; d < model.dimensions().size(); d++) {
            Dimension dimension = model.dimensions().get(d);
            for (Indicator one : dimension.indicators()) {
                all.add(of(all.size(), d, one, types, day, grades));
            }
        }
        return all;
    }

    private static PeerIndicator of(
            int number,
            int dimension,
            Indicator one,
            Map<String, RecordType> types,
            LocalDate day,
            List<String> grades) {
        var source = one.source();
        var weight = one.weight();
        var decay = weight.decay();
        int points = weight.points();
        int faded = decay == null
                ? points
                : points < 0 ? -(-points * decay.percent() / 100) : Math.ceilDiv(points * decay.percent(), 100);
        return new PeerIndicator(
                number,
                one.rule().id(),
                dimension,
                Objects.requireNonNull(types.get(source.recordType())).number(),
                source.severity(),
                source.kinds(),
                source.when() == null
                        ? null
                        : source.when().text().replace("CF_NR_FK", "fine").replace("CN_ZT_LX", "performance"),
                LocalDate.ofEpochDay(HandWritten.from(day, source.lookBack())),
                decay == null ? LocalDate.of(1900, 1, 1) : LocalDate.ofEpochDay(HandWritten.from(day, decay.after())),
                points,
                faded,
                weight.cap() == null ? Integer.MAX_VALUE : weight.cap(),
                one.ceiling() == null ? 0 : grades.indexOf(one.ceiling().grade()),
                weight.counts() == Counts.NONE,
                source.repeat() == null ? null : source.repeat().within());
    }
}
