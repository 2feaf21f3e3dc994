package org.xinheng.core.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Grade;

/**
 * A changed model beside the one in force, over a whole place, before it is switched on (模型试算): who moves and why, what the grades
 * come to, which indicators never fire or outweigh all others, whether a burden ever helps. Adds up; not safe for several threads.
 */
public final class ModelComparison {

    /** So many organisations that move are told one by one; the counts are of all. */
    private static final int EXAMPLES = 50;
    /** So many records of an organisation are taken away in turn. */
    private static final int TRIALS_EACH = 5;
    /** So many differences explain a move. */
    private static final int CAUSES = 3;

    private static final String NOT_RATED = "";

    private final DayEvaluator before;
    private final DayEvaluator after;
    private final EvaluationModel candidate;
    private final Map<String, Long> gradesBefore = new TreeMap<>();
    private final Map<String, Long> gradesAfter = new TreeMap<>();
    private final Map<List<String>, Long> moves = new LinkedHashMap<>();
    private final List<Move> examples = new ArrayList<>();
    private final Map<String, long[]> indicators = new LinkedHashMap<>();
    private final Map<Group, GroupSums> groups = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private long organisations;
    private long trials;
    private long violated;

    /**
     * @param before the model in force on the day
     * @param after the changed one on the same day
     * @param candidate what the changed one says
     */
    public ModelComparison(DayEvaluator before, DayEvaluator after, EvaluationModel candidate) {
        this.before = before;
        this.after = after;
        this.candidate = candidate;
        candidate.dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .forEach(indicator -> indicators.put(indicator.rule().id(), new long[2]));
    }

    /** @param by what organisations are grouped by, such as kind or district */
    public record Group(String by, String value) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int first = by.compareTo(other.by);
            return first == 0 ? value.compareTo(other.value) : first;
        }
    }

    /**
     * @param share percent bounds that the model expects; null where it expects nothing
     * @param within whether the share of the rated lies within them; true where nothing is expected or nobody is rated
     */
    public record Share(String grade, long before, long after, EvaluationModel.@Nullable Share share, boolean within) {}

    /** @param from id of the grade; empty for not rated */
    public record Flow(String from, String to, long organisations) {}

    /** What an indicator gives or takes under both models; 0 where a model has none of it. */
    public record Cause(String indicator, int before, int after) {}

    /** @param from id of the grade; empty for not rated */
    public record Move(
            long organisation, String from, String to, int pointsBefore, int pointsAfter, List<Cause> causes) {
        public Move {
            causes = List.copyOf(causes);
        }
    }

    /**
     * @param organisations in whose result it stands
     * @param points sum without sign
     * @param neverFires whether it stands in no result
     * @param dominates whether it moves more points than all others together
     */
    public record Fired(String indicator, long organisations, long points, boolean neverFires, boolean dominates) {}

    /**
     * A group and how it stays or moves.
     *
     * @param organisations those that both models rate
     * @param moved of them, those with another grade
     * @param grades how many of them have each grade, in the order of the changed model
     */
    public record Stability(
            String by,
            String value,
            long organisations,
            long moved,
            long meanBefore,
            long meanAfter,
            List<Spread> grades) {

        /** A report of an earlier release has no distribution. */
        public Stability {
            grades = grades == null ? List.of() : List.copyOf(grades);
        }

        /** Percent that moved, one decimal. */
        public BigDecimal percentMoved() {
            return BigDecimal.valueOf(moved)
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(organisations), 1, RoundingMode.HALF_UP);
        }
    }

    /** @param grade its id */
    public record Spread(String grade, long before, long after) {}

    private static final class GroupSums {
        private long organisations;
        private long moved;
        private long pointsBefore;
        private long pointsAfter;
        private final Map<String, Long> before = new TreeMap<>();
        private final Map<String, Long> after = new TreeMap<>();
    }

    /** Without a record that burdens it, the organisation fared worse. */
    public record Violation(long organisation, String record, int with, int without) {}

    /**
     * @param moves only those with another grade
     * @param examples of moves, at most {@value ModelComparison#EXAMPLES}
     * @param trials so many records that burden were taken away, each by itself
     * @param violated so many of them made things worse: a model with any is not switched on
     */
    public record Report(
            long organisations,
            List<Share> grades,
            List<Flow> moves,
            List<Move> examples,
            List<Fired> indicators,
            List<Stability> groups,
            long trials,
            long violated,
            List<Violation> violations) {
        public Report {
            grades = List.copyOf(grades);
            moves = List.copyOf(moves);
            examples = List.copyOf(examples);
            indicators = List.copyOf(indicators);
            groups = List.copyOf(groups);
            violations = List.copyOf(violations);
        }
    }

    /**
     * Looks at one more organisation.
     *
     * @param id for the examples
     * @param forBefore what it is known for, as the record types of the model in force have it
     * @param forAfter the same as those of the changed one have it
     */
    public void look(long id, List<Group> in, OrganisationFacts forBefore, OrganisationFacts forAfter) {
        organisations++;
        Rated old = before.evaluate(forBefore).rated().orElse(null);
        Rated now = after.evaluate(forAfter).rated().orElse(null);
        String from = old == null ? NOT_RATED : old.grade().id();
        String to = now == null ? NOT_RATED : now.grade().id();
        gradesBefore.merge(from, 1L, Long::sum);
        gradesAfter.merge(to, 1L, Long::sum);
        if (!from.equals(to)) {
            moves.merge(List.of(from, to), 1L, Long::sum);
            if (examples.size() < EXAMPLES) {
                examples.add(new Move(id, from, to, points(old), points(now), causes(old, now)));
            }
        }
        if (now != null) {
            fired(now);
            tryWithout(id, forAfter, now);
        }
        if (old != null && now != null) {
            for (Group group : in) {
                GroupSums sums = groups.computeIfAbsent(group, _ -> new GroupSums());
                sums.organisations++;
                sums.moved += from.equals(to) ? 0 : 1;
                sums.pointsBefore += old.points();
                sums.pointsAfter += now.points();
                sums.before.merge(from, 1L, Long::sum);
                sums.after.merge(to, 1L, Long::sum);
            }
        }
    }

    private static int points(@Nullable Rated rated) {
        return rated == null ? 0 : rated.points();
    }

    private void fired(Rated now) {
        Set<String> met = new LinkedHashSet<>();
        for (Contribution line : now.contributions()) {
            if (line.indicator() != null) {
                String id = line.indicator().rule().id();
                long[] sums = indicators.computeIfAbsent(id, _ -> new long[2]);
                sums[0] += met.add(id) ? 1 : 0;
                sums[1] += Math.abs(line.points());
            }
        }
    }

    private void tryWithout(long id, OrganisationFacts facts, Rated with) {
        List<String> burdens = with.contributions().stream()
                .filter(Contribution::burdens)
                .flatMap(line -> line.recordId().stream())
                .distinct()
                .limit(TRIALS_EACH)
                .toList();
        for (String record : burdens) {
            trials++;
            Rated without =
                    after.evaluate(facts.without(List.of(record))).rated().orElseThrow();
            if (without.points() < with.points() || rank(without.grade()) > rank(with.grade())) {
                violated++;
                if (violations.size() < EXAMPLES) {
                    violations.add(new Violation(id, record, with.points(), without.points()));
                }
            }
        }
    }

    private int rank(Grade grade) {
        return candidate.grades().indexOf(grade);
    }

    private static List<Cause> causes(@Nullable Rated old, @Nullable Rated now) {
        Map<String, Integer> one = byIndicator(old);
        Map<String, Integer> other = byIndicator(now);
        Set<String> ids = new LinkedHashSet<>(one.keySet());
        ids.addAll(other.keySet());
        return ids.stream()
                .map(id -> new Cause(id, one.getOrDefault(id, 0), other.getOrDefault(id, 0)))
                .filter(cause -> cause.before() != cause.after())
                .sorted((a, b) -> Integer.compare(Math.abs(b.after() - b.before()), Math.abs(a.after() - a.before())))
                .limit(CAUSES)
                .toList();
    }

    private static Map<String, Integer> byIndicator(@Nullable Rated rated) {
        Map<String, Integer> points = new LinkedHashMap<>();
        if (rated != null) {
            for (Contribution line : rated.contributions()) {
                if (line.indicator() != null) {
                    points.merge(line.indicator().rule().id(), line.points(), Integer::sum);
                }
            }
        }
        return points;
    }

    /** What was seen so far. */
    public Report report() {
        long rated = gradesAfter.entrySet().stream()
                .filter(one -> !one.getKey().equals(NOT_RATED))
                .mapToLong(Map.Entry::getValue)
                .sum();
        List<Share> shares = new ArrayList<>();
        for (Grade grade : candidate.grades()) {
            long number = gradesAfter.getOrDefault(grade.id(), 0L);
            EvaluationModel.Share share = grade.share();
            shares.add(new Share(
                    grade.id(),
                    gradesBefore.getOrDefault(grade.id(), 0L),
                    number,
                    share,
                    share == null || rated == 0 || share.holds(number, rated)));
        }
        shares.add(new Share(
                NOT_RATED,
                gradesBefore.getOrDefault(NOT_RATED, 0L),
                gradesAfter.getOrDefault(NOT_RATED, 0L),
                null,
                true));
        long all = indicators.values().stream().mapToLong(sums -> sums[1]).sum();
        return new Report(
                organisations,
                shares,
                moves.entrySet().stream()
                        .map(one ->
                                new Flow(one.getKey().getFirst(), one.getKey().getLast(), one.getValue()))
                        .toList(),
                examples,
                indicators.entrySet().stream()
                        .map(one -> fired(one.getKey(), one.getValue(), all))
                        .toList(),
                groups.entrySet().stream()
                        .map(one -> stability(one.getKey(), one.getValue()))
                        .toList(),
                trials,
                violated,
                violations);
    }

    private static Fired fired(String indicator, long[] sums, long all) {
        return new Fired(indicator, sums[0], sums[1], sums[0] == 0, sums[1] > all - sums[1]);
    }

    private Stability stability(Group group, GroupSums sums) {
        return new Stability(
                group.by(),
                group.value(),
                sums.organisations,
                sums.moved,
                sums.pointsBefore / sums.organisations,
                sums.pointsAfter / sums.organisations,
                candidate.grades().stream()
                        .map(grade -> new Spread(
                                grade.id(),
                                sums.before.getOrDefault(grade.id(), 0L),
                                sums.after.getOrDefault(grade.id(), 0L)))
                        .toList());
    }
}
