package org.xinheng.core.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.xinheng.core.draw.FrozenDraw.Head;

/**
 * Turns a list of organisations into a frozen pool: joint visits put together, exclusions counted, classes cut into lots.
 *
 * <p>Of a class of N of which n are drawn, n lots are made, each shared by N/n organisations, and one is drawn of each. A lot shows
 * nothing of that: all lots of a draw have equally many tickets, every organisation of a lot has equally many of them, and the few
 * that are left over are blank.
 */
public final class Freezing {

    /** Reason under which those are counted who were visited often enough (检查频次上限). */
    public static final String BURDEN = "burden";

    /** Tickets of an organisation in the fullest lot: of more, fewer tickets would be blank. */
    private static final int LEAST_TICKETS = 4;

    /** Of those who may come, one half is named as candidates, so that nobody can tell a conflict from a lot. */
    private static final int SHARE_OF_CANDIDATES = 2;

    private final Head head;
    private final int mostVisits;
    private final RandomGenerator random;

    /**
     * @param mostVisits organisations with so many visits in the period are not drawn again
     * @param random for salts, lots and candidates: cryptographic, and never used for the draw itself
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
     * @param annex kept
     * @param openings of all tickets, by commitment; kept
     */
    public record Frozen(FrozenDraw frozen, Annex annex, Map<String, Opening> openings) {}

    public sealed interface Outcome {
        record Done(Frozen frozen) implements Outcome {}

        /** Organisations for which no team of unconflicted, qualified inspectors can be made. */
        record NoTeam(List<String> codes) implements Outcome {}

        /** One organisation in two groups, so that nobody could say how likely it is drawn. */
        record TwoGroups(List<String> codes) implements Outcome {}

        /** Everybody is excluded, or nobody is to be drawn. */
        record NobodyLeft(Map<String, Integer> excluded) implements Outcome {}
    }

    /** @param take how many of a group of a size are drawn */
    public interface Quota {
        int of(String group, int size);

        /**
         * A share of each group, rounded up: of a group that has any, one is drawn at least.
         *
         * @param percent by group, from 0 to 100; nobody of a group that is not in it is drawn
         */
        static Quota of(Map<String, BigDecimal> percent) {
            return (group, size) -> percent.getOrDefault(group, BigDecimal.ZERO)
                    .multiply(BigDecimal.valueOf(size))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
        }
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
        List<Inspector> staff = inspectors.stream()
                .sorted(Comparator.comparing(Inspector::staffNumber))
                .toList();
        List<String> without = groups.values().stream()
                .flatMap(List::stream)
                .filter(joint -> teamOf(joint, free(joint, staff)).isEmpty())
                .map(Joint::code)
                .toList();
        if (!without.isEmpty()) {
            return new Outcome.NoTeam(without);
        }
        List<Lot> lots = lots(groups, quota);
        return lots.isEmpty()
                ? new Outcome.NobodyLeft(excluded)
                : new Outcome.Done(frozen(lots, annex(groups, lots, quota), excluded, staff));
    }

    /** @param group kept apart from everything that is published */
    private record Lot(String label, String group, List<Joint> joints) {}

    private List<Lot> lots(Map<String, List<Joint>> groups, Quota quota) {
        List<Lot> unlabelled = new ArrayList<>();
        groups.forEach((group, joints) -> {
            int take = quota.of(group, joints.size());
            List<List<Joint>> dealt = new ArrayList<>();
            for (int i = 0; i < take; i++) {
                dealt.add(new ArrayList<>());
            }
            List<Joint> mixed = shuffled(joints);
            for (int i = 0; i < mixed.size() && take > 0; i++) {
                dealt.get(i % take).add(mixed.get(i));
            }
            dealt.forEach(lot -> unlabelled.add(new Lot("", group, lot)));
        });
        List<Lot> mixed = shuffled(unlabelled);
        String form = "L%0" + Integer.toString(mixed.size()).length() + "d";
        List<Lot> lots = new ArrayList<>();
        for (Lot lot : mixed) {
            lots.add(new Lot(form.formatted(lots.size() + 1), lot.group(), lot.joints()));
        }
        return lots;
    }

    private Annex annex(Map<String, List<Joint>> groups, List<Lot> lots, Quota quota) {
        List<Annex.Stratum> strata = new ArrayList<>();
        Map<String, String> classes = new HashMap<>();
        Map<String, List<String>> conflicts = new HashMap<>();
        groups.forEach(
                (group, joints) -> strata.add(new Annex.Stratum(group, joints.size(), quota.of(group, joints.size()))));
        for (Lot lot : lots) {
            classes.put(lot.label(), lot.group());
            for (Joint joint : lot.joints()) {
                if (!joint.conflicts().isEmpty()) {
                    conflicts.put(joint.code(), List.copyOf(joint.conflicts()));
                }
            }
        }
        return new Annex(salt(), strata, classes, conflicts);
    }

    private Frozen frozen(List<Lot> lots, Annex annex, Map<String, Integer> excluded, List<Inspector> inspectors) {
        int fullest = lots.stream().mapToInt(lot -> lot.joints().size()).max().orElseThrow();
        int size = fullest * LEAST_TICKETS + 1;
        Map<String, Opening> openings = new HashMap<>();
        List<FrozenDraw.Ticket> tickets = new ArrayList<>();
        for (Lot lot : lots) {
            List<PoolRow> rows = new ArrayList<>();
            for (Joint joint : lot.joints()) {
                PoolRow row = joint.row(lot.label(), candidates(joint, inspectors));
                for (int i = 0; i < size / lot.joints().size(); i++) {
                    rows.add(row);
                }
            }
            while (rows.size() < size) {
                rows.add(PoolRow.blank(lot.label()));
            }
            for (PoolRow row : rows) {
                Opening opening = new Opening(salt(), row);
                openings.put(opening.commitment(), opening);
                tickets.add(new FrozenDraw.Ticket(lot.label(), opening.commitment()));
            }
        }
        return new Frozen(new FrozenDraw(head, annex.commitment(), excluded, inspectors, tickets), annex, openings);
    }

    /** Some of those who may come, by lot, always enough of them for a team. */
    private List<String> candidates(Joint joint, List<Inspector> inspectors) {
        List<Inspector> free = shuffled(free(joint, inspectors));
        List<String> named = new ArrayList<>(teamOf(joint, free));
        for (Inspector one : free) {
            if (named.size() * SHARE_OF_CANDIDATES < free.size() && !named.contains(one.staffNumber())) {
                named.add(one.staffNumber());
            }
        }
        return named;
    }

    private static List<Inspector> free(Joint joint, List<Inspector> inspectors) {
        return inspectors.stream()
                .filter(one -> one.fits(List.copyOf(joint.needs()))
                        && !joint.conflicts().contains(one.staffNumber()))
                .toList();
    }

    private List<String> teamOf(Joint joint, List<Inspector> free) {
        return Team.of(List.copyOf(joint.needs()), head.team(), free).orElse(List.of());
    }

    private <T> List<T> shuffled(Collection<T> all) {
        record Drawn<T>(T one, long number) {}
        return all.stream()
                .map(one -> new Drawn<>(one, random.nextLong()))
                .sorted(Comparator.comparingLong(Drawn::number))
                .map(Drawn::one)
                .toList();
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

        PoolRow row(String lot, List<String> candidates) {
            return new PoolRow(lot, code, List.copyOf(needs), candidates);
        }
    }
}
