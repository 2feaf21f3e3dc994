package org.xinheng.core.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.core.draw.FrozenDraw.Row;
import org.xinheng.core.draw.FrozenDraw.Stratum;

/**
 * A draw with its seed (抽取). Every row gets the number SHA-256(seed, commitment); of each stratum those with the smallest numbers
 * are drawn. Teams are made visit by visit: fewest visits first, among equals by SHA-256(seed, commitment, staff number).
 */
public final class Draw {

    private final SealedDraw sealed;
    private final String entropy;
    private final Instant published;
    private final byte[] seed;

    Draw(SealedDraw sealed, String entropy, Instant published) {
        this.sealed = sealed;
        this.entropy = entropy;
        this.published = published;
        seed = Hash.of(Hash.bytes(sealed.root() + "\n" + entropy));
    }

    /** A drawn row and who visits it, by staff number. */
    public record Visit(String commitment, List<String> team) {
        public Visit {
            team = List.copyOf(team);
        }
    }

    private record Ranked(String commitment, byte[] number) {}

    public SealedDraw sealed() {
        return sealed;
    }

    public String entropy() {
        return entropy;
    }

    public Instant published() {
        return published;
    }

    /** Commitments of the rows that are drawn, stratum by stratum, smallest number first. */
    public List<String> selected() {
        Map<String, List<Row>> byStratum = sealed.frozen().rows().stream().collect(Collectors.groupingBy(Row::stratum));
        List<String> drawn = new ArrayList<>();
        for (Stratum stratum : sealed.frozen().strata()) {
            byStratum.getOrDefault(stratum.label(), List.of()).stream()
                    .map(row -> new Ranked(row.commitment(), Hash.of(seed, Hash.parse(row.commitment()))))
                    .sorted(Comparator.comparing(Ranked::number, Arrays::compareUnsigned))
                    .limit(stratum.take())
                    .forEach(row -> drawn.add(row.commitment()));
        }
        return drawn;
    }

    /**
     * The visits, in the order of {@link #selected}.
     *
     * @param openings of the rows that are drawn, by commitment; others may be there
     * @throws IllegalArgumentException when a drawn row is not opened, or no team can be made for it: pools are frozen only
     *     when one can
     */
    public List<Visit> visits(Map<String, Opening> openings) {
        Map<String, Integer> load = new HashMap<>();
        sealed.frozen().inspectors().forEach(one -> load.put(one.staffNumber(), one.load()));
        List<Visit> visits = new ArrayList<>();
        for (String commitment : selected()) {
            Opening opening = openings.get(commitment);
            if (opening == null) {
                throw new IllegalArgumentException("drawn and not opened: " + commitment);
            }
            List<String> team = team(commitment, opening.row(), load);
            team.forEach(one -> load.merge(one, 1, Integer::sum));
            visits.add(new Visit(commitment, team));
        }
        return visits;
    }

    private record Candidate(Inspector inspector, int load, byte[] number) {}

    private List<String> team(String commitment, PoolRow row, Map<String, Integer> load) {
        byte[] ofRow = Hash.parse(commitment);
        List<Inspector> candidates = sealed.frozen().inspectors().stream()
                .filter(one -> one.mayVisit(row))
                .map(one -> new Candidate(
                        one,
                        load.getOrDefault(one.staffNumber(), 0),
                        Hash.of(seed, ofRow, Hash.bytes(one.staffNumber()))))
                .sorted(Comparator.comparingInt(Candidate::load)
                        .thenComparing(Candidate::number, Arrays::compareUnsigned))
                .map(Candidate::inspector)
                .toList();
        return Team.of(row, sealed.frozen().head().team(), candidates)
                .orElseThrow(() -> new IllegalArgumentException("no team for " + commitment));
    }
}
