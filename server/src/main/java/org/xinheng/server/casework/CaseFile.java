package org.xinheng.server.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.SameGround;
import org.xinheng.core.casework.Step;
import org.xinheng.core.policy.CaseKind;

/**
 * A case with all its steps.
 *
 * @param number as it stands on pages, in marks and on documents (案号)
 * @param steps oldest first, at least one
 */
public record CaseFile(long id, String number, Opening opening, List<Taken> steps) {

    public CaseFile {
        steps = List.copyOf(steps);
    }

    /** The same case with these steps. */
    public CaseFile with(List<Taken> others) {
        return new CaseFile(id, number, opening, others);
    }

    /**
     * What a case is about; it never changes.
     *
     * @param kind id of the kind in the pack
     * @param record address of the record; null for a case about an organisation as such
     * @param recordVersion version of the record when the case was opened; 0 without a record
     * @param authority code of the body that made the finding
     * @param ground id of the ground in the pack; null where the kind has none
     * @param statement the organisation's own words; blank when there are none
     * @param outsideNumber number at the window through which it came; null where it was opened here
     * @param repeated whether it says again without new evidence what was answered before
     * @param presented what the organisation showed at the service window; null where it was not opened there for it
     */
    public record Opening(
            String kind,
            long organisationId,
            @Nullable String record,
            int recordVersion,
            String authority,
            @Nullable String ground,
            String statement,
            @Nullable String outsideNumber,
            boolean repeated,
            @Nullable Presented presented) {}

    /**
     * A step with what was said with it.
     *
     * @param actor account or client, or the clock's own name
     * @param papers SHA-256 of the papers handed in with it
     * @param closed whether the case is at its end after it
     */
    public record Taken(Step step, String actor, Said said, List<String> papers, String ruleVersion, boolean closed) {
        public Taken {
            papers = List.copyOf(papers);
        }
    }

    /** @param reason and {@code documentNumber} are blank where nothing was said */
    public record Said(String reason, String documentNumber, java.time.@Nullable LocalDate documentDate) {
        public static final Said NOTHING = new Said("", "", null);
    }

    /** Whether somebody opened it at a service window, for an organisation or for who tells. */
    public boolean openedAtWindowBy(String name) {
        return !steps.isEmpty()
                && steps.getFirst().step().party() == CaseKind.Party.WINDOW
                && steps.getFirst().actor().equals(name);
    }

    /** Whether somebody told of it of whom nothing is known. */
    public boolean toldByAnybody() {
        return !steps.isEmpty() && steps.getFirst().step().party() == CaseKind.Party.REPORTER;
    }

    public boolean closed() {
        return steps.getLast().closed();
    }

    /** The steps as the case machine reads them. */
    public List<Step> course() {
        return steps.stream().map(Taken::step).toList();
    }

    /** Ground and papers, to tell whether an objection says something new. */
    public SameGround.Filed filed() {
        Set<String> papers =
                steps.stream().flatMap(taken -> taken.papers().stream()).collect(Collectors.toSet());
        String ground = opening.ground();
        return new SameGround.Filed(ground == null ? "" : ground, papers);
    }
}
