package org.xinheng.packs;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Validity;

/** Editions of one thing, in the order of their days; two that hold on the same day are a fault. */
final class Editions {

    private Editions() {}

    static <T> DatedTable<T> of(Reading reading, List<T> editions, Function<T, Rule> rule) {
        List<T> sorted = editions.stream()
                .sorted(Comparator.comparing(
                        edition -> rule.apply(edition).validity().from()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            Rule earlier = rule.apply(sorted.get(i - 1));
            Rule later = rule.apply(sorted.get(i));
            if (overlap(earlier.validity(), later.validity())) {
                reading.faults().add(reading.nodeOf(later), "rule.overlap", later.id(), earlier.id(), earlier.place());
            }
        }
        return new DatedTable<>(sorted, edition -> rule.apply(edition).validity());
    }

    private static boolean overlap(Validity earlier, Validity later) {
        return earlier.to() == null || !later.from().isAfter(earlier.to());
    }
}
