package org.xinheng.server.inspection.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.core.draw.Freezing;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.inspection.plan.Plan.Order;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations.Merged;

/**
 * Turns the register into the pool of a plan: who is meant, why somebody is left out, and of which group somebody is. Each item of
 * the plan is an entry, so that items about one organisation become one visit.
 */
final class Pool {

    /** Group of those whom the inspecting body keeps under watch: it holds for this body's draws alone. */
    static final String WATCHED = "watched";

    private final InspectionRules rules;
    private final Map<String, BigDecimal> percent;
    private final Around around;
    private final List<Freezing.Entry> entries = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Set<String> missing;

    /**
     * What is known beside the register.
     *
     * @param watched organisations under the tag of the inspecting body
     * @param visits so far in the period, by organisation
     * @param conflicts staff numbers that may not come, by organisation
     */
    record Around(
            RiskClasses.Snapshot classes,
            Set<Long> watched,
            Map<Long, Integer> visits,
            Map<Long, List<String>> conflicts) {

        /** What was written under entries that were merged into others holds for these. */
        Around led(Collection<Merged> merged) {
            Map<Long, Long> into = new HashMap<>();
            merged.forEach(one -> into.put(one.id(), one.into()));
            Set<Long> tagged = new HashSet<>();
            watched.forEach(id -> tagged.add(into.getOrDefault(id, id)));
            Map<Long, Integer> made = new HashMap<>();
            visits.forEach((id, count) -> made.merge(into.getOrDefault(id, id), count, Integer::sum));
            Map<Long, List<String>> barred = new HashMap<>();
            conflicts.forEach((id, numbers) -> barred.computeIfAbsent(into.getOrDefault(id, id), _ -> new ArrayList<>())
                    .addAll(numbers));
            return new Around(classes, tagged, made, barred);
        }
    }

    /** @param percent draw ratios by risk class */
    Pool(InspectionRules rules, Map<String, BigDecimal> percent, Order order, Around around) {
        this.rules = rules;
        this.percent = percent;
        this.around = around;
        missing = new HashSet<>(order.scope().codes());
    }

    /**
     * Offers an organisation of the register; one that is not meant is passed over.
     *
     * @throws java.util.NoSuchElementException when the pack has no such item: nobody knew who may inspect it
     */
    void offer(Organisation one, Order order) {
        String code = one.code();
        if (code == null || !isMeant(one, code, order.scope())) {
            return;
        }
        missing.remove(code);
        ids.put(code, one.id());
        String risk = around.classes().of(one.id()).filter(percent::containsKey).orElse(rules.defaultClass());
        int visits = around.visits().getOrDefault(one.id(), 0);
        String exclusion = exclusion(one, visits, risk);
        for (String item : order.items()) {
            List<String> needs =
                    rules.item(item).map(InspectionRules.Item::needs).orElseThrow();
            entries.add(new Freezing.Entry(
                    code,
                    group(one.id(), risk),
                    needs,
                    around.conflicts().getOrDefault(one.id(), List.of()),
                    visits,
                    exclusion));
        }
    }

    private static boolean isMeant(Organisation one, String code, Plan.Scope scope) {
        String jurisdiction = one.jurisdiction();
        String stem = scope.division().replaceFirst("(00){1,2}$", "");
        boolean within = stem.isEmpty() || (jurisdiction != null && jurisdiction.startsWith(stem));
        return within && (scope.codes().isEmpty() || scope.codes().contains(code));
    }

    private String exclusion(Organisation one, int visits, String risk) {
        String state = switch (one.state()) {
            case EXISTING -> "";
            case MOVED_OUT -> "moved-out";
            case SUSPENDED -> "suspended";
            case LICENCE_REVOKED, DEREGISTERED, CANCELLED -> "closed";
            case UNKNOWN -> "not-registered";
        };
        boolean often = visits >= rules.burden().mostVisits().getOrDefault(risk, Integer.MAX_VALUE);
        return state.isEmpty() && often ? Freezing.BURDEN : state;
    }

    /** A tag makes a visit likelier, never less likely. */
    private String group(long organisation, String risk) {
        boolean likelier = rules.watched().compareTo(percent.getOrDefault(risk, BigDecimal.ZERO)) > 0;
        return around.watched().contains(organisation) && likelier ? WATCHED : risk;
    }

    List<Freezing.Entry> entries() {
        return entries;
    }

    /** Codes that the plan names and the register does not hold. */
    List<String> missing() {
        return missing.stream().sorted().toList();
    }

    /** How many may be drawn, those left out apart. */
    int size() {
        return (int) entries.stream()
                .filter(one -> one.exclusion().isEmpty())
                .map(Freezing.Entry::code)
                .distinct()
                .count();
    }

    long idOf(String code) {
        Long id = ids.get(code);
        if (id == null) {
            throw new IllegalArgumentException("not in the pool: " + code);
        }
        return id;
    }

    Freezing.Quota quota() {
        Map<String, BigDecimal> all = new HashMap<>(percent);
        all.put(WATCHED, rules.watched());
        return Freezing.Quota.of(all);
    }
}
