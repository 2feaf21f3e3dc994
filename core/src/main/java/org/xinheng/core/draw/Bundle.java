package org.xinheng.core.draw;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.draw.FrozenDraw.Head;

/**
 * What is published of a draw (公开文件): the frozen lines, the commitment, the seed, opened tickets, and the visits. The public one
 * opens only the tickets that were drawn, the full one all of them and the annex, for auditor and court.
 *
 * @param annex null in the public one
 * @param openings by commitment
 */
public record Bundle(Draw draw, @Nullable Annex annex, Map<String, Opening> openings, List<Draw.Visit> visits) {

    public Bundle {
        openings = Collections.unmodifiableMap(new TreeMap<>(openings));
        visits = List.copyOf(visits);
    }

    /** A file that is no bundle, with the line where that shows. */
    public static final class BrokenBundle extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        BrokenBundle(int line, String message) {
            super(message);
            this.line = line;
        }

        /** From 1. */
        public int line() {
            return line;
        }
    }

    /**
     * The bundle that everybody gets.
     *
     * @throws IllegalArgumentException when what is drawn is not among the openings
     */
    public static Bundle open(Draw draw, Map<String, Opening> all) {
        Map<String, Opening> drawn = new TreeMap<>();
        for (String commitment : draw.opened(all)) {
            drawn.put(commitment, Objects.requireNonNull(all.get(commitment), "found among the openings"));
        }
        return new Bundle(draw, null, drawn, draw.visits(all));
    }

    /** The bundle for auditor and court. */
    public static Bundle full(Draw draw, Annex annex, Map<String, Opening> all) {
        return new Bundle(draw, annex, all, draw.visits(all));
    }

    /** The file, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(draw.sealed().frozen().lines());
        lines.add(String.join(
                Lines.TAB, "sealed", draw.sealed().root(), draw.sealed().at().toString()));
        lines.add(String.join(Lines.TAB, "entropy", draw.published().toString(), draw.entropy()));
        if (annex != null) {
            lines.addAll(annex.lines());
        }
        openings.forEach((commitment, one) -> lines.add(openLine(commitment, one)));
        visits.forEach(one -> lines.add(String.join(Lines.TAB, "visit", one.commitment(), PoolRow.joined(one.team()))));
        return lines;
    }

    /** The line that opens one ticket: also what an organisation gets that asks for its own. */
    public static String openLine(Opening opening) {
        return openLine(opening.commitment(), opening);
    }

    private static String openLine(String commitment, Opening opening) {
        return String.join(
                Lines.TAB, "open", commitment, opening.salt(), opening.row().text());
    }

    /** Everything that is wrong with it, as codes; empty when it holds. */
    public List<BundleFault> check() {
        return BundleFault.of(this);
    }

    /** Reads what {@link #lines} wrote, whether it holds or not. */
    public static Bundle read(List<String> lines) throws BrokenBundle {
        return new Reader(lines).bundle();
    }

    /** Reads the lines of {@link Annex#lines} alone. */
    public static Annex readAnnex(List<String> lines) throws BrokenBundle {
        return new Reader(lines).annex();
    }

    /** Reads the frozen lines alone. */
    public static FrozenDraw readFrozen(List<String> lines) throws BrokenBundle {
        return new Reader(lines).frozen();
    }

    /** Reads lines of {@link #openLine}, by the commitments that they claim. */
    public static Map<String, Opening> readOpenings(List<String> lines) throws BrokenBundle {
        return new Reader(lines).openings();
    }

    private static final class Reader {

        private final List<String> lines;
        private int at;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        Bundle bundle() throws BrokenBundle {
            try {
                FrozenDraw frozen = frozenPart();
                String[] seal = parts("sealed", 3);
                String[] entropy = parts("entropy", 3);
                SealedDraw sealed = new SealedDraw(frozen, seal[1], Instant.parse(seal[2]));
                Draw draw = new Draw(sealed, Lines.check(entropy[2]), Instant.parse(entropy[1]));
                Annex annex = is("salt") ? annexPart() : null;
                Map<String, Opening> openings = openingsPart();
                List<Draw.Visit> visits = new ArrayList<>();
                while (is("visit")) {
                    String[] visit = parts("visit", 3);
                    visits.add(new Draw.Visit(visit[1], Lines.list(visit[2])));
                }
                Bundle bundle = new Bundle(draw, annex, openings, atEnd(visits));
                return asWritten(bundle, bundle.lines());
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new BrokenBundle(Math.max(1, at), String.valueOf(e.getMessage()));
            }
        }

        FrozenDraw frozen() throws BrokenBundle {
            try {
                FrozenDraw frozen = atEnd(frozenPart());
                return asWritten(frozen, frozen.lines());
            } catch (IllegalArgumentException e) {
                throw new BrokenBundle(Math.max(1, at), String.valueOf(e.getMessage()));
            }
        }

        Annex annex() throws BrokenBundle {
            try {
                Annex annex = atEnd(annexPart());
                return asWritten(annex, annex.lines());
            } catch (IllegalArgumentException e) {
                throw new BrokenBundle(Math.max(1, at), String.valueOf(e.getMessage()));
            }
        }

        Map<String, Opening> openings() throws BrokenBundle {
            try {
                return atEnd(openingsPart());
            } catch (IllegalArgumentException e) {
                throw new BrokenBundle(Math.max(1, at), String.valueOf(e.getMessage()));
            }
        }

        private FrozenDraw frozenPart() {
            if (!parts(FrozenDraw.VERSION, 1)[0].equals(FrozenDraw.VERSION)) {
                throw new IllegalArgumentException("another version");
            }
            Head head = new Head(parts("plan", 2)[1], parts("source", 2)[1], Integer.parseInt(parts("team", 2)[1]));
            String annex = parts("annex", 2)[1];
            Map<String, Integer> excluded = new LinkedHashMap<>();
            while (is("excluded")) {
                String[] one = parts("excluded", 3);
                excluded.put(one[1], Integer.parseInt(one[2]));
            }
            List<Inspector> inspectors = new ArrayList<>();
            while (is("inspector")) {
                String[] one = parts("inspector", 4);
                inspectors.add(new Inspector(one[1], Lines.list(one[2]), Integer.parseInt(one[3])));
            }
            List<FrozenDraw.Ticket> tickets = new ArrayList<>();
            while (is("ticket")) {
                String[] one = parts("ticket", 3);
                tickets.add(new FrozenDraw.Ticket(one[1], one[2]));
            }
            return new FrozenDraw(head, annex, excluded, inspectors, tickets);
        }

        private Annex annexPart() {
            String salt = parts("salt", 2)[1];
            List<Annex.Stratum> strata = new ArrayList<>();
            while (is("stratum")) {
                String[] one = parts("stratum", 4);
                strata.add(new Annex.Stratum(one[1], Integer.parseInt(one[2]), Integer.parseInt(one[3])));
            }
            Map<String, String> classes = new LinkedHashMap<>();
            while (is("class")) {
                String[] one = parts("class", 3);
                classes.put(one[1], one[2]);
            }
            Map<String, List<String>> conflicts = new LinkedHashMap<>();
            while (is("conflict")) {
                String[] one = parts("conflict", 3);
                conflicts.put(one[1], Lines.list(one[2]));
            }
            return new Annex(salt, strata, classes, conflicts);
        }

        private Map<String, Opening> openingsPart() {
            Map<String, Opening> openings = new LinkedHashMap<>();
            while (is("open")) {
                String[] one = parts("open", 7);
                PoolRow row = new PoolRow(one[3], one[4], Lines.list(one[5]), Lines.list(one[6]));
                if (openings.put(one[1], new Opening(one[2], row)) != null) {
                    throw new IllegalArgumentException("opened twice");
                }
            }
            return openings;
        }

        /** One content, one text: otherwise two readers could hash two things. */
        private <T> T asWritten(T read, List<String> written) {
            at = 0;
            while (at < lines.size() && lines.get(at).equals(written.get(at))) {
                at++;
            }
            if (at < lines.size()) {
                at++;
                throw new IllegalArgumentException("not written as a bundle is, or not in its order");
            }
            return read;
        }

        private boolean is(String word) {
            return at < lines.size() && lines.get(at).startsWith(word + Lines.TAB);
        }

        private String[] parts(String word, int count) {
            String line = at < lines.size() ? lines.get(at) : "";
            at++;
            String[] parts = line.split(Lines.TAB, -1);
            if (parts.length != count || !parts[0].equals(word)) {
                throw new IllegalArgumentException("expected: " + word);
            }
            return parts;
        }

        private <T> T atEnd(T read) {
            if (at != lines.size()) {
                at++;
                throw new IllegalArgumentException("a line that no bundle has there");
            }
            return read;
        }
    }
}
