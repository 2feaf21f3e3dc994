package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.casework.CaseFile.Said;

/**
 * A step that somebody wants to take, read and checked.
 *
 * @param seen number of the last step that they had seen
 * @param until last day of an extension whose length the rule does not give
 * @param withdrawalGround value of the pack's code list, where the step withdraws the record
 */
public record Taking(
        String action,
        int seen,
        Said said,
        List<String> papers,
        @Nullable LocalDate until,
        @Nullable String withdrawalGround) {
    public Taking {
        papers = List.copyOf(papers);
    }
}
