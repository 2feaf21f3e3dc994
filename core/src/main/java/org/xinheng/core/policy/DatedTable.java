package org.xinheng.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Editions of one thing over time; the one in force on a day is found by that day, never by "the newest". */
public record DatedTable<T>(List<T> editions, Function<T, Validity> validity) {

    public DatedTable {
        editions = List.copyOf(editions);
    }

    public Optional<T> on(LocalDate day) {
        for (T edition : editions) {
            if (validity.apply(edition).covers(day)) {
                return Optional.of(edition);
            }
        }
        return Optional.empty();
    }

    /** Equal when the editions are: how their days are read is no part of what they say. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatedTable<?> table && editions.equals(table.editions);
    }

    @Override
    public int hashCode() {
        return editions.hashCode();
    }
}
