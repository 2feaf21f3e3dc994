package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Evaluation.NotRated;
import org.xinheng.core.evaluation.Evaluation.Rated;
import org.xinheng.core.evaluation.Tally.Outcome;
import org.xinheng.core.evaluation.WhatIf.Step;
import org.xinheng.core.policy.EvaluationModel.Grade;
import org.xinheng.core.policy.EvaluationModel.Remedy;

/**
 * What would change a result (提升路径): each sentence is what the model answers when it is run again, on the day and on the records
 * that the sentence names, all else as today.
 */
public final class Outlook {

    private static final int MOST_RECORDS = 5;

    /** Days ahead that are tried for what time alone brings; a record makes two at most. */
    private static final int MOST_DAYS = 40;

    private final Evaluator evaluator;

    public Outlook(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * What a model says of an organisation, and what would change it.
     *
     * @param changes the most effective first; none where nothing would better it
     */
    public record Told(Evaluation result, List<WhatIf> changes) {
        public Told {
            changes = List.copyOf(changes);
        }
    }

    /** What the model says on a day (Asia/Shanghai) and its sentences, from one look at the records. */
    public Told tell(OrganisationFacts facts, LocalDate day) {
        Asked asked = new Asked(facts);
        Evaluation now = evaluator.on(day).evaluate(asked.matched);
        return new Told(now, of(asked, now));
    }

    private List<WhatIf> of(Asked asked, Evaluation now) {
        return switch (now) {
            case NotRated not -> rating(asked, not).stream().toList();
            case Rated rated -> improvements(asked, rated);
        };
    }

    private Optional<WhatIf> rating(Asked asked, NotRated not) {
        LocalDate from = not.from();
        return from == null
                ? Optional.empty()
                : Optional.ofNullable(asked.on(from)).map(then -> said(Step.ENOUGH_DATA, List.of(), from, then));
    }

    /** What an organisation's records meet, found once for all the days that are tried. */
    private final class Asked {

        private final Matched matched;

        Asked(OrganisationFacts facts) {
            matched = Matched.of(evaluator, facts);
        }

        @Nullable
        Outcome on(LocalDate day) {
            return evaluator.on(day).outcome(matched, null);
        }

        /** As if some records were not there. */
        @Nullable
        Outcome on(LocalDate day, Collection<Remedied> without) {
            boolean[] out = new boolean[matched.records.length];
            for (int i = 0; i < out.length; i++) {
                for (Remedied one : without) {
                    out[i] |= one.record() == matched.records[i];
                }
            }
            return evaluator.on(day).outcome(matched, out);
        }
    }

    private WhatIf said(Step step, List<String> records, LocalDate from, Outcome then) {
        return new WhatIf(
                step, records, from, then.points(), evaluator.model.grades().get(then.grade()));
    }

    private List<WhatIf> improvements(Asked asked, Rated now) {
        Map<String, Remedied> remedied = remedied(now);
        List<WhatIf> found = new ArrayList<>();
        for (Remedied one : remedied.values()) {
            ended(asked, now, stepOf(one.remedy()), List.of(one), one.from()).ifPresent(found::add);
        }
        found.sort(mostEffectiveFirst());
        if (found.size() > MOST_RECORDS) {
            found.subList(MOST_RECORDS, found.size()).clear();
        }
        if (remedied.size() > 1) {
            LocalDate last = remedied.values().stream()
                    .map(Remedied::from)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            ended(asked, now, Step.ALL, List.copyOf(remedied.values()), last).ifPresent(found::addFirst);
        }
        found.addAll(byTime(asked, now));
        return List.copyOf(found);
    }

    /** @param from the first day on which its effect may end */
    private record Remedied(RecordFact record, Remedy remedy, LocalDate from) {}

    /** Records that burden and whose effect can be ended before its time; the later day where two indicators differ. */
    private static Map<String, Remedied> remedied(Rated now) {
        Map<String, Remedied> all = new LinkedHashMap<>();
        for (Contribution line : now.contributions()) {
            RecordFact fact = line.record();
            if (fact != null && line.indicator() != null && line.burdens()) {
                Remedy remedy = line.indicator().remedy();
                LocalDate from = fromDay(fact, remedy, now.day());
                if (from != null && (fact.lastDay == RecordFact.NEVER || from.toEpochDay() <= fact.lastDay)) {
                    all.merge(
                            fact.id(),
                            new Remedied(fact, remedy, from),
                            (one, other) -> other.from().isAfter(one.from()) ? other : one);
                }
            }
        }
        return all;
    }

    private static @Nullable LocalDate fromDay(RecordFact fact, Remedy remedy, LocalDate day) {
        return switch (remedy) {
            case NONE -> null;
            case REPAIR ->
                fact.earliestRepair()
                        .map(first -> first.isBefore(day) ? day : first)
                        .orElse(null);
            case REMOVAL, PERFORMANCE, RECTIFICATION -> day;
        };
    }

    private static Step stepOf(Remedy remedy) {
        return switch (remedy) {
            case NONE -> throw new IllegalArgumentException("nothing ends it but time");
            case REPAIR -> Step.REPAIR;
            case REMOVAL -> Step.REMOVAL;
            case PERFORMANCE -> Step.PERFORMANCE;
            case RECTIFICATION -> Step.RECTIFICATION;
        };
    }

    private Optional<WhatIf> ended(Asked asked, Rated now, Step step, List<Remedied> without, LocalDate from) {
        Outcome then = asked.on(from, without);
        List<String> records = without.stream().map(one -> one.record().id()).toList();
        return then != null && isBetter(then, now) ? Optional.of(said(step, records, from, then)) : Optional.empty();
    }

    /** The first day on which time alone brings a better result, and the first with a better grade when that is later. */
    private List<WhatIf> byTime(Asked asked, Rated now) {
        List<WhatIf> found = new ArrayList<>();
        int rank = rank(now.grade());
        for (LocalDate day : changes(now)) {
            Outcome then = asked.on(day);
            if (then != null && isBetter(then, now) && (found.isEmpty() || then.grade() < rank)) {
                found.add(said(Step.TIME, List.of(), day, then));
                if (then.grade() < rank || rank == 0) {
                    break;
                }
            }
        }
        return found;
    }

    /** Days on which a record that burdens fades or stops to count. */
    private static List<LocalDate> changes(Rated now) {
        long today = now.day().toEpochDay();
        LongStream.Builder days = LongStream.builder();
        for (Contribution line : now.contributions()) {
            RecordFact fact = line.record();
            if (fact != null && line.indicator() != null && line.burdens()) {
                LocalDate decided = fact.decidedOn();
                days.add(decided.plus(line.indicator().source().lookBack()).toEpochDay());
                if (fact.lastDay != RecordFact.NEVER) {
                    days.add(fact.lastDay + 1L);
                }
                var decay = line.indicator().weight().decay();
                if (decay != null) {
                    days.add(decided.plus(decay.after()).toEpochDay());
                }
            }
        }
        return days.build()
                .filter(day -> day > today)
                .sorted()
                .distinct()
                .limit(MOST_DAYS)
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }

    private boolean isBetter(Outcome then, Rated now) {
        int rank = rank(now.grade());
        return then.grade() < rank || (then.grade() == rank && then.points() > now.points());
    }

    private Comparator<WhatIf> mostEffectiveFirst() {
        return Comparator.comparingInt((WhatIf one) -> rank(one.grade()))
                .thenComparing(Comparator.comparingInt(WhatIf::points).reversed())
                .thenComparing(WhatIf::from);
    }

    private int rank(Grade grade) {
        for (int i = 0; i < evaluator.model.grades().size(); i++) {
            if (evaluator.model.grades().get(i).id().equals(grade.id())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no grade " + grade.id());
    }
}
