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
 * Plan, pool and inspectors as they are published before the draw (冻结): rows by their commitments only, in the order of these,
 * which tells nothing.
 *
 * @param head plan and how the draw is done
 * @param strata neutral label to how many are drawn
 * @param excluded reason to how many were left out (closed, moved, visited often enough …)
 * @param rows commitment and stratum of each
 */
public record FrozenDraw(
        Head head, List<Stratum> strata, Map<String, Integer> excluded, List<Row> rows, List<Inspector> inspectors) {

    /** First line of every file; another version is another algorithm. */
    static final String VERSION = "xinheng-draw 1";

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

    /** @param take how many of the stratum are drawn */
    public record Stratum(String label, int size, int take) {
        public Stratum {
            Lines.check(label);
            if (take < 0 || take > size) {
                throw new IllegalArgumentException("draws " + take + " of " + size);
            }
        }
    }

    public record Row(String stratum, String commitment) {}

    public FrozenDraw {
        strata = strata.stream().sorted(Comparator.comparing(Stratum::label)).toList();
        excluded = new TreeMap<>(excluded);
        rows = rows.stream().sorted(Comparator.comparing(Row::commitment)).toList();
        inspectors = inspectors.stream()
                .sorted(Comparator.comparing(Inspector::staffNumber))
                .toList();
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            if (!seen.add(row.commitment())) {
                throw new IllegalArgumentException("one commitment twice");
            }
        }
        seen.clear();
        for (Inspector inspector : inspectors) {
            if (!seen.add(inspector.staffNumber())) {
                throw new IllegalArgumentException("one staff number twice: " + inspector.staffNumber());
            }
        }
        for (Stratum stratum : strata) {
            long size = rows.stream()
                    .filter(row -> row.stratum().equals(stratum.label()))
                    .count();
            if (size != stratum.size()) {
                throw new IllegalArgumentException("stratum " + stratum.label() + " has " + size + " rows");
            }
        }
    }

    /** The lines that are published and hashed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(VERSION);
        lines.add("plan" + Lines.TAB + head.plan());
        lines.add("source" + Lines.TAB + head.entropySource());
        lines.add("team" + Lines.TAB + head.team());
        strata.forEach(one -> lines.add(String.join(
                Lines.TAB, "stratum", one.label(), Integer.toString(one.size()), Integer.toString(one.take()))));
        excluded.forEach(
                (reason, count) -> lines.add("excluded" + Lines.TAB + Lines.check(reason) + Lines.TAB + count));
        inspectors.forEach(one -> lines.add(one.text()));
        rows.forEach(one -> lines.add(String.join(Lines.TAB, "row", one.stratum(), one.commitment())));
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
