package org.xinheng.core.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a bundle: a code with the entry where it shows; the words stand in the bundles of messages. */
public record BundleFault(Code code, String entry) {

    public enum Code {
        /** The frozen lines are not those that were committed to. */
        FROZEN_CHANGED,
        /** The seed is not younger than the commitment. */
        SEED_TOO_OLD,
        /** An opened ticket is not the one that was committed to. */
        OPENING_FALSE,
        /** An opened ticket was never in the pool, or in another lot, or its organisation has tickets in two lots. */
        NOT_IN_POOL,
        /** A ticket is drawn and not opened, or the full bundle does not open all. */
        NOT_OPENED,
        /** The annex is not the one that was committed to. */
        ANNEX_CHANGED,
        /** The lots are not what the annex says of the classes. */
        STRATUM_FALSE,
        /** Organisations of one lot have different numbers of tickets. */
        UNEQUAL_CHANCES,
        /** Somebody with a conflict is among the candidates. */
        CONFLICT_NAMED,
        /** What is drawn, or its teams, are others than the seed gives. */
        VISITS_DIFFER
    }

    static List<BundleFault> of(Bundle bundle) {
        List<BundleFault> faults = new ArrayList<>();
        SealedDraw sealed = bundle.draw().sealed();
        if (!sealed.frozen().root().equals(sealed.root())) {
            faults.add(new BundleFault(Code.FROZEN_CHANGED, sealed.root()));
        }
        if (!bundle.draw().published().isAfter(sealed.at())) {
            faults.add(
                    new BundleFault(Code.SEED_TOO_OLD, bundle.draw().published().toString()));
        }
        openings(bundle, faults);
        Annex annex = bundle.annex();
        if (annex != null) {
            annex(bundle, annex, faults);
        }
        if (faults.isEmpty()) {
            visits(bundle, faults);
        }
        return faults;
    }

    private static void visits(Bundle bundle, List<BundleFault> faults) {
        String missing = missing(bundle);
        if (missing != null) {
            faults.add(new BundleFault(Code.NOT_OPENED, missing));
        } else if (!computed(bundle).equals(bundle.visits())) {
            faults.add(new BundleFault(
                    Code.VISITS_DIFFER, Integer.toString(bundle.visits().size())));
        }
    }

    /** The first ticket that had to be opened and is not. */
    private static @Nullable String missing(Bundle bundle) {
        for (List<String> lot : bundle.draw().ranked()) {
            for (String commitment : lot) {
                Opening opening = bundle.openings().get(commitment);
                if (opening == null) {
                    return commitment;
                }
                if (!opening.row().isBlank()) {
                    break;
                }
            }
        }
        return null;
    }

    private static List<Draw.Visit> computed(Bundle bundle) {
        try {
            return bundle.draw().visits(bundle.openings());
        } catch (IllegalArgumentException e) {
            return List.of(new Draw.Visit(String.valueOf(e.getMessage()), List.of()));
        }
    }

    private static void openings(Bundle bundle, List<BundleFault> faults) {
        Map<String, String> lots = new HashMap<>();
        Map<String, String> home = new HashMap<>();
        bundle.draw().sealed().frozen().tickets().forEach(one -> lots.put(one.commitment(), one.lot()));
        bundle.openings().forEach((commitment, opening) -> {
            PoolRow row = opening.row();
            if (!opening.commitment().equals(commitment)) {
                faults.add(new BundleFault(Code.OPENING_FALSE, commitment));
            } else if (!row.lot().equals(lots.get(commitment))
                    || (!row.isBlank()
                            && !home.merge(row.code(), row.lot(), (first, _) -> first)
                                    .equals(row.lot()))) {
                faults.add(new BundleFault(Code.NOT_IN_POOL, commitment));
            }
        });
    }

    private static void annex(Bundle bundle, Annex annex, List<BundleFault> faults) {
        FrozenDraw frozen = bundle.draw().sealed().frozen();
        if (!annex.commitment().equals(frozen.annex())) {
            faults.add(new BundleFault(Code.ANNEX_CHANGED, frozen.annex()));
        }
        if (bundle.openings().size() != frozen.tickets().size()) {
            faults.add(new BundleFault(
                    Code.NOT_OPENED,
                    Integer.toString(frozen.tickets().size() - bundle.openings().size())));
        }
        Map<String, Map<String, Integer>> lots = new TreeMap<>();
        for (Opening opening : bundle.openings().values()) {
            PoolRow row = opening.row();
            Map<String, Integer> lot = lots.computeIfAbsent(row.lot(), _ -> new HashMap<>());
            if (!row.isBlank()) {
                lot.merge(row.code(), 1, Integer::sum);
                if (annex.conflicts().getOrDefault(row.code(), List.of()).stream()
                        .anyMatch(row.candidates()::contains)) {
                    faults.add(new BundleFault(Code.CONFLICT_NAMED, opening.commitment()));
                }
            }
        }
        lots.forEach((label, lot) -> {
            if (Set.copyOf(lot.values()).size() != 1) {
                faults.add(new BundleFault(Code.UNEQUAL_CHANCES, label));
            }
        });
        strata(annex, lots, faults);
    }

    /** As many lots of a class as are drawn of it, all of its organisations in them, spread as evenly as can be. */
    private static void strata(Annex annex, Map<String, Map<String, Integer>> lots, List<BundleFault> faults) {
        Map<String, List<Integer>> sizes = lots.entrySet().stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNullElse(annex.classes().get(one.getKey()), ""),
                        Collectors.mapping(one -> one.getValue().size(), Collectors.toList())));
        for (Annex.Stratum stratum : annex.strata()) {
            List<Integer> found = Objects.requireNonNullElse(sizes.remove(stratum.group()), List.of());
            int sum = found.stream().mapToInt(Integer::intValue).sum();
            TreeSet<Integer> different = new TreeSet<>(found);
            boolean even = different.isEmpty() || different.last() - different.first() <= 1;
            if (found.size() != stratum.take() || (stratum.take() > 0 && sum != stratum.size()) || !even) {
                faults.add(new BundleFault(Code.STRATUM_FALSE, stratum.group()));
            }
        }
        sizes.keySet().forEach(unknown -> faults.add(new BundleFault(Code.STRATUM_FALSE, unknown)));
    }
}
