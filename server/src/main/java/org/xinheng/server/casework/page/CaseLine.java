package org.xinheng.server.casework.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.Title;
import org.xinheng.server.casework.CaseFile;

/**
 * One case in a list.
 *
 * @param about name of the organisation, with what the record is about
 * @param body name of the body that it is with
 * @param due the day on which something is due first; null where no period runs
 * @param late whether that day has passed
 * @param suspended whether the periods stand still
 */
public record CaseLine(
        CaseFile file,
        Title kind,
        Title state,
        String about,
        String body,
        @Nullable LocalDate due,
        boolean late,
        boolean suspended) {

    /** Whether the end of a period was the last thing that happened: nobody has answered to it yet (逾期提醒). */
    public boolean reminded() {
        return !file.closed() && file.steps().getLast().step().party() == Party.CLOCK;
    }

    public String path() {
        return CasesPage.PATH + "/" + file.id();
    }
}
