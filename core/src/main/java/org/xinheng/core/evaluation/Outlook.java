package org.xinheng.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
        Evaluation now = evaluator.on(day).evaluate(asked.identity, asked.matched);
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
                : Optional.ofNullable(asked.on(from, List.of()))
                        .map(then -> said(Step.ENOUGH_DATA, List.of(), from, then));
    }

    /** What an organisation's records meet, found once for all the days that are tried. */
    private final class Asked {

        private final OrganisationFacts.Identity identity;
        private final Matched matched;

        Asked(OrganisationFacts facts) {
            identity = facts.identity();
            matched = Matched.of(evaluator, facts.records());
        }

        @Nullable
        Outcome on(LocalDate day, Collection<String> without) {
            return evaluator.on(day).outcome(identity, matched, without);
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
            ended(asked, now, stepOf(one.remedy()), List.of(one.record().id()), one.from())
                    .ifPresent(found::add);
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
            ended(asked, now, Step.ALL, List.copyOf(remedied.keySet()), last).ifPresent(found::addFirst);
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

    private Optional<WhatIf> ended(Asked asked, Rated now, Step step, List<String> records, LocalDate from) {
        Outcome then = asked.on(from, records);
        return then != null && isBetter(then, now) ? Optional.of(said(step, records, from, then)) : Optional.empty();
    }

    /** The first day on which time alone brings a better result, and the first with a better grade when that is later. */
    private List<WhatIf> byTime(Asked asked, Rated now) {
        List<WhatIf> found = new ArrayList<>();
        int rank = rank(now.grade());
        for (LocalDate day : changes(now)) {
            Outcome then = asked.on(day, List.of());
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
    private static Iterable<LocalDate> changes(Rated now) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Contribution line : now.contributions()) {
            RecordFact fact = line.record();
            if (fact != null && line.indicator() != null && line.burdens()) {
                days.add(fact.decidedOn().plus(line.indicator().source().lookBack()));
                fact.lastDay().map(last -> last.plusDays(1)).ifPresent(days::add);
                var decay = line.indicator().weight().decay();
                if (decay != null) {
                    days.add(fact.decidedOn().plus(decay.after()));
                }
            }
        }
        return days.stream()
                .filter(day -> day.isAfter(now.day()))
                .limit(MOST_DAYS)
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
