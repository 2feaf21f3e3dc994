package org.xinheng.core.draw;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What one ticket of a lot stands for: an organisation that may be inspected (抽查对象), joint visits put together, or nothing
 * ({@link #blank}). Lists are sorted and without doubles.
 *
 * @param lot neutral label of its lot
 * @param code unified social credit code; empty for a blank
 * @param needs qualifications (执法资格) that the visit needs, at least one inspector with each
 * @param candidates staff numbers of those from whom the team is made. Whoever has a conflict (回避) is not among them, nor are others
 *     that were left out by lot: nobody can read from a list why somebody is not on it
 */
public record PoolRow(String lot, String code, List<String> needs, List<String> candidates) {

    public PoolRow {
        needs = List.copyOf(new TreeSet<>(needs));
        candidates = List.copyOf(new TreeSet<>(candidates));
        Lines.check(lot);
        if (code.isEmpty()) {
            if (!needs.isEmpty() || !candidates.isEmpty()) {
                throw new IllegalArgumentException("a blank ticket stands for nothing");
            }
        } else {
            Lines.check(code);
        }
        needs.forEach(Lines::checkItem);
        candidates.forEach(Lines::checkItem);
    }

    /** A ticket without an organisation: when it comes first, the next one of its lot is drawn. */
    static PoolRow blank(String lot) {
        return new PoolRow(lot, "", List.of(), List.of());
    }

    public boolean isBlank() {
        return code.isEmpty();
    }

    /** What is committed to, in one line. */
    String text() {
        return String.join(Lines.TAB, lot, code, joined(needs), joined(candidates));
    }

    static String joined(Collection<String> items) {
        return String.join(Lines.COMMA, items);
    }
}
