package org.xinheng.core.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a team from candidates in their order. */
final class Team {

    private Team() {}

    /**
     * Each qualification that is needed by the first candidate who has it, then others up to the size.
     *
     * @param needs qualifications, at least one on the team with each
     * @param candidates who may come, best first
     * @return staff numbers; empty when no team can be made
     */
    static Optional<List<String>> of(List<String> needs, int size, List<Inspector> candidates) {
        List<Inspector> team = new ArrayList<>();
        for (String need : needs) {
            if (team.stream().noneMatch(one -> one.qualifications().contains(need))) {
                candidates.stream()
                        .filter(one -> one.qualifications().contains(need))
                        .findFirst()
                        .ifPresent(team::add);
            }
        }
        for (Inspector one : candidates) {
            if (team.size() < size && !team.contains(one)) {
                team.add(one);
            }
        }
        boolean covered = needs.stream()
                .allMatch(need ->
                        team.stream().anyMatch(one -> one.qualifications().contains(need)));
        return covered && team.size() >= size
                ? Optional.of(team.stream().map(Inspector::staffNumber).toList())
                : Optional.empty();
    }
}
