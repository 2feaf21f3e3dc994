package org.xinheng.core.draw;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * One organisation that may be inspected (抽查对象), joint visits put together. Lists are sorted and without doubles.
 *
 * @param stratum neutral label of its stratum
 * @param code unified social credit code
 * @param needs qualifications (执法资格) that the visit needs, at least one inspector with each
 * @param conflicts staff numbers of the inspectors who may not come (回避)
 */
public record PoolRow(String stratum, String code, List<String> needs, List<String> conflicts) {

    public PoolRow {
        needs = List.copyOf(new TreeSet<>(needs));
        conflicts = List.copyOf(new TreeSet<>(conflicts));
        Lines.check(stratum);
        Lines.check(code);
        needs.forEach(Lines::checkItem);
        conflicts.forEach(Lines::checkItem);
    }

    /** What is committed to, in one line. */
    String text() {
        return String.join(Lines.TAB, stratum, code, joined(needs), joined(conflicts));
    }

    static String joined(Collection<String> items) {
        return String.join(Lines.COMMA, items);
    }
}
