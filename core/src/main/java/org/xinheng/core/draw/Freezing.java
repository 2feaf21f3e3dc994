package org.xinheng.core.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.xinheng.core.draw.FrozenDraw.Head;
import org.xinheng.core.draw.FrozenDraw.Stratum;

/** Turns a list of organisations into a frozen pool: joint visits put together, exclusions counted, labels made neutral. */
public final class Freezing {

    /** Reason under which those are counted who were visited often enough (检查频次上限). */
    public static final String BURDEN = "burden";

    private final Head head;
    private final int mostVisits;
    private final RandomGenerator random;

    /**
     * @param mostVisits organisations with so many visits in the period are not drawn again
     * @param random for salts and labels: cryptographic, and never used for the draw itself
     */
    public Freezing(Head head, int mostVisits, RandomGenerator random) {
        this.head = head;
        this.mostVisits = mostVisits;
        this.random = random;
    }

    /**
     * One organisation, for one item of the plan.
     *
     * @param group internal group, such as its risk class: no published line holds it
     * @param visits visits in the period so far
     * @param exclusion why it is left out; empty for no reason
     */
    public record Entry(
            String code, String group, List<String> needs, List<String> conflicts, int visits, String exclusion) {}

    /**
     * @param frozen to be published
     * @param openings of all rows, by commitment; kept
     * @param labels group to neutral label; kept
     */
    public record Frozen(FrozenDraw frozen, Map<String, Opening> openings, Map<String, String> labels) {}

    public sealed interface Outcome {
        record Done(Frozen frozen) implements Outcome {}

        /** Organisations for which no team of unconflicted, qualified inspectors can be made. */
        record NoTeam(List<String> codes) implements Outcome {}

        /** One organisation in two groups, so that nobody could say how likely it is drawn. */
        record TwoGroups(List<String> codes) implements Outcome {}
    }

    /** @param take how many of a group of a size are drawn */
    public interface Quota {
        int of(String group, int size);
    }

    public Outcome freeze(Collection<Entry> entries, Collection<Inspector> inspectors, Quota quota) {
        Map<String, List<Entry>> byCode = new TreeMap<>();
        entries.forEach(one ->
                byCode.computeIfAbsent(one.code(), _ -> new ArrayList<>()).add(one));
        List<String> torn = byCode.entrySet().stream()
                .filter(one ->
                        one.getValue().stream().map(Entry::group).distinct().count() > 1)
                .map(Map.Entry::getKey)
                .toList();
        if (!torn.isEmpty()) {
            return new Outcome.TwoGroups(torn);
        }
        Map<String, Integer> excluded = new TreeMap<>();
        Map<String, List<Joint>> groups = new TreeMap<>();
        byCode.values().forEach(all -> {
            Joint joint = Joint.of(all, mostVisits);
            if (joint.exclusion().isEmpty()) {
                groups.computeIfAbsent(joint.group(), _ -> new ArrayList<>()).add(joint);
            } else {
                excluded.merge(joint.exclusion(), 1, Integer::sum);
            }
        });
        return freeze(groups, excluded, inspectors, quota);
    }

    private Outcome freeze(
            Map<String, List<Joint>> groups,
            Map<String, Integer> excluded,
            Collection<Inspector> inspectors,
            Quota quota) {
        Map<String, String> labels = labels(groups.keySet());
        Map<String, Opening> openings = new HashMap<>();
        List<FrozenDraw.Row> rows = new ArrayList<>();
        List<Stratum> strata = new ArrayList<>();
        List<String> without = new ArrayList<>();
        groups.forEach((group, joints) -> {
            String label = labels.getOrDefault(group, group);
            strata.add(new Stratum(label, joints.size(), quota.of(group, joints.size())));
            for (Joint joint : joints) {
                Opening opening = new Opening(salt(), joint.row(label));
                if (Team.of(opening.row(), head.team(), candidates(opening.row(), inspectors))
                        .isEmpty()) {
                    without.add(joint.code());
                }
                openings.put(opening.commitment(), opening);
                rows.add(new FrozenDraw.Row(label, opening.commitment()));
            }
        });
        return without.isEmpty()
                ? new Outcome.Done(new Frozen(
                        new FrozenDraw(head, strata, excluded, rows, List.copyOf(inspectors)), openings, labels))
                : new Outcome.NoTeam(without);
    }

    private static List<Inspector> candidates(PoolRow row, Collection<Inspector> inspectors) {
        return inspectors.stream().filter(one -> one.mayVisit(row)).toList();
    }

    /** S1, S2 … in an order drawn by lot, so that a label does not tell the class. */
    private Map<String, String> labels(Collection<String> groups) {
        record Lot(String group, long number) {}
        List<String> shuffled = groups.stream()
                .map(group -> new Lot(group, random.nextLong()))
                .sorted(Comparator.comparingLong(Lot::number))
                .map(Lot::group)
                .toList();
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            labels.put(shuffled.get(i), "S" + (i + 1));
        }
        return labels;
    }

    private String salt() {
        byte[] salt = new byte[Opening.SALT_BYTES];
        random.nextBytes(salt);
        return Hash.hex(salt);
    }

    /** One organisation with all that one visit is for. */
    private record Joint(
            String code, String group, TreeSet<String> needs, TreeSet<String> conflicts, String exclusion) {

        static Joint of(List<Entry> entries, int mostVisits) {
            Entry first = entries.getFirst();
            TreeSet<String> needs = new TreeSet<>();
            TreeSet<String> conflicts = new TreeSet<>();
            String exclusion = "";
            for (Entry one : entries) {
                needs.addAll(one.needs());
                conflicts.addAll(one.conflicts());
                exclusion = !exclusion.isEmpty() ? exclusion : one.exclusion();
                if (exclusion.isEmpty() && one.visits() >= mostVisits) {
                    exclusion = BURDEN;
                }
            }
            return new Joint(first.code(), first.group(), needs, conflicts, exclusion);
        }

        PoolRow row(String label) {
            return new PoolRow(label, code, List.copyOf(needs), List.copyOf(conflicts));
        }
    }
}
