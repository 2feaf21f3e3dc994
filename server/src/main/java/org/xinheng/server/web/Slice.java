package org.xinheng.server.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a page and whether others follow, without counting them all: one more is looked up than is shown.
 *
 * @param rows those that are shown
 */
public record Slice<R>(List<R> rows, boolean more) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /** @param ask looks so many rows up */
    public static <R> Slice<R> of(int size, IntFunction<List<R>> ask) {
        List<R> found = ask.apply(size + 1);
        return new Slice<>(found.subList(0, Math.min(size, found.size())), found.size() > size);
    }

    /** Of rows with the newest first, a number before which a page begins: that of the page before, or of none yet. */
    public static long before(@Nullable Long asked) {
        return asked == null ? Long.MAX_VALUE : asked;
    }

    /** The key after which the next page begins; null on the last one. */
    public <K> @Nullable K next(Function<R, K> key) {
        return more ? key.apply(rows.getLast()) : null;
    }
}
