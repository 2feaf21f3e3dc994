package org.xinheng.core.casework;

import java.util.List;
import java.util.Set;

/**
 * Whether an objection says again what was answered before (重复异议): the same ground on the same record without a paper that was not
 * there before. It is taken down, and brings no second mark.
 */
public final class SameGround {

    private SameGround() {}

    /** @param papers hashes of the contents of what was handed in */
    public record Filed(String ground, Set<String> papers) {
        public Filed {
            papers = Set.copyOf(papers);
        }
    }

    /** @param earlier objections of the same organisation against the same record that were answered */
    public static boolean saidBefore(Filed now, List<Filed> earlier) {
        List<Filed> same = earlier.stream()
                .filter(filed -> filed.ground().equals(now.ground()))
                .toList();
        return !same.isEmpty()
                && now.papers().stream()
                        .allMatch(paper ->
                                same.stream().anyMatch(filed -> filed.papers().contains(paper)));
    }
}
