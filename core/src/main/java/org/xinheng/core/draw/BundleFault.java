package org.xinheng.core.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a bundle: a code with the entry where it shows; the words stand in the bundles of messages. */
public record BundleFault(Code code, String entry) {

    public enum Code {
        /** The frozen lines are not those that were committed to. */
        FROZEN_CHANGED,
        /** The seed is not younger than the commitment. */
        SEED_TOO_OLD,
        /** An opened row is not the one that was committed to. */
        OPENING_FALSE,
        /** An opened row was never in the pool, or in another stratum. */
        NOT_IN_POOL,
        /** A row is drawn and not opened. */
        NOT_OPENED,
        /** The rows that are drawn, or their teams, are others than the seed gives. */
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
        List<String> selected = bundle.draw().selected();
        Set<String> missing = new HashSet<>(selected);
        missing.removeAll(bundle.openings().keySet());
        missing.forEach(one -> faults.add(new BundleFault(Code.NOT_OPENED, one)));
        if (faults.isEmpty() && !visits(bundle).equals(bundle.visits())) {
            faults.add(new BundleFault(
                    Code.VISITS_DIFFER, Integer.toString(bundle.visits().size())));
        }
        return faults;
    }

    private static List<Draw.Visit> visits(Bundle bundle) {
        try {
            return bundle.draw().visits(bundle.openings());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static void openings(Bundle bundle, List<BundleFault> faults) {
        Map<String, String> strata = new HashMap<>();
        bundle.draw().sealed().frozen().rows().forEach(row -> strata.put(row.commitment(), row.stratum()));
        bundle.openings().forEach((commitment, opening) -> {
            if (!opening.commitment().equals(commitment)) {
                faults.add(new BundleFault(Code.OPENING_FALSE, commitment));
            } else if (!opening.row().stratum().equals(strata.get(commitment))) {
                faults.add(new BundleFault(Code.NOT_IN_POOL, commitment));
            }
        });
    }
}
