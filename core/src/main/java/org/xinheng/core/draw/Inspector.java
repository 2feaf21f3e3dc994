package org.xinheng.core.draw;

import java.util.List;
import java.util.TreeSet;

/**
 * Who may be sent (执法检查人员), by staff number and nothing else of the person.
 *
 * @param qualifications sorted, without doubles
 * @param load visits already assigned in the period: who has fewer comes first
 */
public record Inspector(String staffNumber, List<String> qualifications, int load) {

    public Inspector {
        Lines.checkItem(staffNumber);
        qualifications = List.copyOf(new TreeSet<>(qualifications));
        qualifications.forEach(Lines::checkItem);
        if (load < 0) {
            throw new IllegalArgumentException("load below nothing: " + load);
        }
    }

    String text() {
        return String.join(Lines.TAB, "inspector", staffNumber, PoolRow.joined(qualifications), Integer.toString(load));
    }

    /** Whether this one has a qualification that is needed, or none is. */
    boolean fits(List<String> needs) {
        return needs.isEmpty() || qualifications.stream().anyMatch(needs::contains);
    }
}
