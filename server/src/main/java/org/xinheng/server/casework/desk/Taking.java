package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.casework.CaseFile.Said;

/**
 * A step that somebody wants to take, read and checked.
 *
 * @param seen number of the last step that they had seen
 * @param until last day of an extension whose length the rule does not give
 * @param withdrawalGround value of the pack's code list, where the step withdraws the record
 * @param written fields of the document that is served with it which the case itself does not know, by their ids
 */
public record Taking(
        String action,
        int seen,
        Said said,
        List<String> papers,
        @Nullable LocalDate until,
        @Nullable String withdrawalGround,
        Map<String, String> written) {
    public Taking {
        papers = List.copyOf(papers);
        written = Map.copyOf(written);
    }

    /** A step whose document the case itself fills, or that has none. */
    public Taking(
            String action,
            int seen,
            Said said,
            List<String> papers,
            @Nullable LocalDate until,
            @Nullable String withdrawalGround) {
        this(action, seen, said, papers, until, withdrawalGround, Map.of());
    }
}
