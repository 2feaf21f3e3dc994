package org.xinheng.core.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plan, lots and inspectors as they are published before the draw (冻结). One organisation is drawn of each lot (签组). All lots hold
 * the same number of tickets, each a commitment, so that a lot does not tell how many organisations share it.
 *
 * @param head plan and how the draw is done
 * @param annex commitment of the {@link Annex}
 * @param excluded reason to how many were left out (closed, moved, visited often enough …)
 * @param tickets in the order of lots, in a lot in the order of the commitments, which tells nothing
 */
public record FrozenDraw(
        Head head, String annex, Map<String, Integer> excluded, List<Inspector> inspectors, List<Ticket> tickets) {

    /** First line of every file; another version is another algorithm. */
    static final String VERSION = "xinheng-draw 2";

    /** Nobody visits alone. */
    static final int LEAST_TEAM = 2;

    /**
     * @param entropySource named public source whose later value is the seed, e.g. a lottery's number on a day to come
     * @param team inspectors per visit, two at least
     */
    public record Head(String plan, String entropySource, int team) {
        public Head {
            Lines.check(plan);
            Lines.check(entropySource);
            if (team < LEAST_TEAM) {
                throw new IllegalArgumentException("a visit takes two inspectors at least, not " + team);
            }
        }
    }

    public record Ticket(String lot, String commitment) {
        public Ticket {
            Lines.check(lot);
        }
    }

    public FrozenDraw {
        excluded = new TreeMap<>(excluded);
        tickets = tickets.stream()
                .sorted(Comparator.comparing(Ticket::lot).thenComparing(Ticket::commitment))
                .toList();
        inspectors = inspectors.stream()
                .sorted(Comparator.comparing(Inspector::staffNumber))
                .toList();
        Set<String> seen = new HashSet<>();
        for (Ticket ticket : tickets) {
            if (!seen.add(ticket.commitment())) {
                throw new IllegalArgumentException("one commitment twice");
            }
        }
        seen.clear();
        for (Inspector inspector : inspectors) {
            if (!seen.add(inspector.staffNumber())) {
                throw new IllegalArgumentException("one staff number twice: " + inspector.staffNumber());
            }
        }
        Map<String, Integer> sizes = new TreeMap<>();
        tickets.forEach(one -> sizes.merge(one.lot(), 1, Integer::sum));
        if (Set.copyOf(sizes.values()).size() > 1) {
            throw new IllegalArgumentException("lots of different sizes");
        }
    }

    /** How many are drawn: one of each lot. */
    public int lots() {
        return (int) tickets.stream().map(Ticket::lot).distinct().count();
    }

    /** The lines that are published and hashed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(VERSION);
        lines.add("plan" + Lines.TAB + head.plan());
        lines.add("source" + Lines.TAB + head.entropySource());
        lines.add("team" + Lines.TAB + head.team());
        lines.add("annex" + Lines.TAB + annex);
        excluded.forEach(
                (reason, count) -> lines.add("excluded" + Lines.TAB + Lines.check(reason) + Lines.TAB + count));
        inspectors.forEach(one -> lines.add(one.text()));
        tickets.forEach(one -> lines.add(String.join(Lines.TAB, "ticket", one.lot(), one.commitment())));
        return lines;
    }

    /** SHA-256 over all lines, each with its line feed: what is made known before the seed exists. */
    public String root() {
        return Hash.hex(Hash.of(Hash.bytes(String.join("\n", lines()) + "\n")));
    }

    /** @param at when the root was made known; a seed must come later */
    public SealedDraw seal(Instant at) {
        return new SealedDraw(this, root(), at);
    }
}
