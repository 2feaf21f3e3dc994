package org.xinheng.core.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinheng.core.draw.FrozenDraw.Ticket;

/**
 * A draw with its seed (抽取). Every ticket gets the number SHA-256(seed, commitment); of each lot the ticket with the smallest number is
 * drawn, blanks passed over. Teams are made visit by visit: fewest visits first, among equals by SHA-256(seed, commitment, staff
 * number).
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

    /** A drawn ticket and who makes the visit, by staff number. */
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

    /** Commitments of each lot, smallest number first; lots in the order of their labels. */
    List<List<String>> ranked() {
        Map<String, List<Ticket>> lots = sealed.frozen().tickets().stream()
                .collect(Collectors.groupingBy(Ticket::lot, TreeMap::new, Collectors.toList()));
        return lots.values().stream()
                .map(lot -> lot.stream()
                        .map(one -> new Ranked(one.commitment(), Hash.of(seed, Hash.parse(one.commitment()))))
                        .sorted(Comparator.comparing(Ranked::number, Arrays::compareUnsigned))
                        .map(Ranked::commitment)
                        .toList())
                .toList();
    }

    /**
     * Commitments that have to be opened: of each lot the drawn one, and the blanks before it.
     *
     * @throws IllegalArgumentException when one of them is not among the openings, or a lot has blanks only
     */
    public List<String> opened(Map<String, Opening> openings) {
        List<String> opened = new ArrayList<>();
        for (List<String> lot : ranked()) {
            opened.addAll(lot.subList(0, lot.indexOf(drawn(lot, openings)) + 1));
        }
        return opened;
    }

    private static String drawn(List<String> lot, Map<String, Opening> openings) {
        for (String commitment : lot) {
            Opening opening = openings.get(commitment);
            if (opening == null) {
                throw new IllegalArgumentException("drawn and not opened: " + commitment);
            }
            if (!opening.row().isBlank()) {
                return commitment;
            }
        }
        throw new IllegalArgumentException("a lot without any organisation");
    }

    /**
     * The visits, one for each lot in the order of the labels.
     *
     * @param openings of what has to be opened, by commitment; others may be there
     * @throws IllegalArgumentException when something is not opened, or no team can be made: pools are frozen only when one can
     */
    public List<Visit> visits(Map<String, Opening> openings) {
        Map<String, Inspector> inspectors = new HashMap<>();
        Map<String, Integer> load = new HashMap<>();
        for (Inspector one : sealed.frozen().inspectors()) {
            inspectors.put(one.staffNumber(), one);
            load.put(one.staffNumber(), one.load());
        }
        List<Visit> visits = new ArrayList<>();
        for (List<String> lot : ranked()) {
            String commitment = drawn(lot, openings);
            PoolRow row = Objects.requireNonNull(openings.get(commitment), "a drawn ticket is opened")
                    .row();
            List<String> team = team(commitment, row, inspectors, load);
            team.forEach(one -> load.merge(one, 1, Integer::sum));
            visits.add(new Visit(commitment, team));
        }
        return visits;
    }

    private record Candidate(Inspector inspector, int load, byte[] number) {}

    private List<String> team(
            String commitment, PoolRow row, Map<String, Inspector> inspectors, Map<String, Integer> load) {
        byte[] ofTicket = Hash.parse(commitment);
        List<Inspector> candidates = row.candidates().stream()
                .map(staff -> Optional.ofNullable(inspectors.get(staff))
                        .orElseThrow(() -> new IllegalArgumentException("no inspector " + staff)))
                .filter(one -> one.fits(row.needs()))
                .map(one -> new Candidate(
                        one,
                        load.getOrDefault(one.staffNumber(), 0),
                        Hash.of(seed, ofTicket, Hash.bytes(one.staffNumber()))))
                .sorted(Comparator.comparingInt(Candidate::load)
                        .thenComparing(Candidate::number, Arrays::compareUnsigned))
                .map(Candidate::inspector)
                .toList();
        return Team.of(row.needs(), sealed.frozen().head().team(), candidates)
                .orElseThrow(() -> new IllegalArgumentException("no team for " + commitment));
    }
}
