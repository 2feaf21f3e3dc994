package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.Presented;

/**
 * A case that somebody wants to open, read and checked.
 *
 * @param kind id of the kind
 * @param about the record or the organisation
 * @param statement own words of the organisation; blank for none
 * @param day the day from which periods count it
 */
public record Asked(String kind, About about, @Nullable String ground, String statement, Opened opened, LocalDate day) {

    /**
     * What a case is about.
     *
     * @param record address; null for a case about an organisation as such
     * @param organisation null for a case about a record
     * @param authority code of the body that the case is with; null for a case about a record, which has its own
     */
    public record About(
            @Nullable String record,
            @Nullable Long organisation,
            @Nullable String authority) {
        public static About record(String address) {
            return new About(address, null, null);
        }
    }

    /**
     * What was said and handed in with it.
     *
     * @param presented what the organisation showed at the service window; null elsewhere
     * @param documents ids of the pack's documents that the papers are, where that is said
     * @param written fields of the document that is served with it which the case itself does not know, by their ids
     */
    public record Opened(
            Said said,
            List<String> papers,
            @Nullable String outsideNumber,
            @Nullable Presented presented,
            Set<String> documents,
            Map<String, String> written) {
        /** Nowhere presented, papers of whatever kind, and with no document but what the case itself fills. */
        public Opened(Said said, List<String> papers, @Nullable String outsideNumber) {
            this(said, papers, outsideNumber, null, Set.of(), Map.of());
        }

        public Opened {
            papers = List.copyOf(papers);
            documents = Set.copyOf(documents);
            written = Map.copyOf(written);
        }
    }
}
