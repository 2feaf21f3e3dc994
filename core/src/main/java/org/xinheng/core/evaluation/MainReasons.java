package org.xinheng.core.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Contribution.Effect;
import org.xinheng.core.evaluation.Evaluation.NotRated;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.evaluation.MainReasons.Reason.Code;
import org.xinheng.core.policy.EvaluationModel.Ceiling;
import org.xinheng.core.policy.EvaluationModel.Indicator;

/** The main reasons of a result (主要原因): at most four, each specific, as codes with facts; the words stand in the bundles. */
public final class MainReasons {

    public static final int MOST = 4;

    private MainReasons() {}

    /**
     * @param indicator what it rests on; null where no indicator is meant
     * @param points what the indicator adds or takes in all; 0 where only its ceiling matters
     * @param records addresses, newest decision first
     * @param latest day of the newest decision, or the day from which there is enough data
     */
    public record Reason(
            Code code,
            @Nullable Indicator indicator,
            int points,
            List<String> records,
            @Nullable LocalDate latest) {

        public Reason {
            records = List.copyOf(records);
        }

        public enum Code {
            VETO,
            NO_BETTER_THAN,
            DEDUCTION,
            MERIT,
            /** Nothing counts against the organisation, and nothing for it beyond where everybody begins. */
            NOTHING_FOUND,
            OUT_OF_SCOPE,
            STATE,
            NOT_REGISTERED,
            TOO_LITTLE_DATA
        }
    }

    /** Ceilings that bind first, then what takes most, then what adds most. */
    public static List<Reason> of(Evaluation evaluation) {
        return switch (evaluation) {
            case NotRated not -> List.of(new Reason(Code.valueOf(not.why().name()), null, 0, List.of(), not.from()));
            case Rated rated -> of(rated);
        };
    }

    private static List<Reason> of(Rated rated) {
        Map<String, List<Contribution>> byIndicator = new LinkedHashMap<>();
        for (Contribution line : rated.contributions()) {
            boolean counts = line.effect() != Effect.DISPUTED && (line.record() != null || line.points() != 0);
            if (line.indicator() != null && counts) {
                byIndicator
                        .computeIfAbsent(line.indicator().rule().id(), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        List<Reason> reasons = new ArrayList<>();
        byIndicator
                .values()
                .forEach(lines ->
                        reasons.add(reason(requireNonNull(lines.getFirst().indicator()), lines)));
        reasons.removeIf(one ->
                one.points() == 0 && one.indicator() != null && one.indicator().ceiling() == null);
        reasons.sort(Comparator.comparing(Reason::code).thenComparing(one -> -Math.abs(one.points())));
        return reasons.isEmpty()
                ? List.of(new Reason(Code.NOTHING_FOUND, null, 0, List.of(), null))
                : List.copyOf(reasons.subList(0, Math.min(MOST, reasons.size())));
    }

    private static Reason reason(Indicator indicator, List<Contribution> lines) {
        int points = lines.stream().mapToInt(Contribution::points).sum();
        List<RecordFact> records = new ArrayList<>();
        for (Contribution line : lines) {
            if (line.record() != null) {
                records.add(line.record());
            }
        }
        return new Reason(
                code(indicator, points),
                indicator,
                points,
                records.stream().map(RecordFact::id).toList(),
                records.stream()
                        .map(RecordFact::decidedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Code code(Indicator indicator, int points) {
        Ceiling ceiling = indicator.ceiling();
        if (ceiling != null) {
            return ceiling.veto() ? Code.VETO : Code.NO_BETTER_THAN;
        }
        return points < 0 ? Code.DEDUCTION : Code.MERIT;
    }
}
