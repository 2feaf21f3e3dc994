package org.xinheng.server.casework.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.web.TodayOffer;

/** Cases that somebody may see, with what is due. */
final class OpenCases implements TodayOffer {

    /** Of which the lines are made and put in order in memory. */
    static final int MOST = 20_000;

    private static final int STEP = 500;

    private final CaseDesk desk;
    private final CaseReading reading;

    OpenCases(CaseDesk desk, CaseReading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    /** All that the actor may see: what is due first may have been opened last. */
    List<CaseFile> files(Actor actor, boolean openOnly) {
        return files(actor, null, openOnly);
    }

    /** @param kind id of the only kind; null for all */
    List<CaseFile> files(Actor actor, @Nullable String kind, boolean openOnly) {
        List<CaseFile> files = new ArrayList<>();
        List<CaseFile> next;
        do {
            long after = files.isEmpty() ? 0 : files.getLast().id();
            next = desk.list(actor, kind, openOnly, after, STEP);
            files.addAll(next);
        } while (next.size() == STEP && files.size() < MOST);
        return files;
    }

    @Override
    public List<Queue> queues(Actor actor) {
        if (!actor.may(Permission.OVERSEE)
                && !actor.may(Permission.DELIVER)
                && !actor.may(Permission.DELIVER_FOR_ALL)) {
            return List.of();
        }
        List<CaseLine> lines = reading.lines(files(actor, true));
        LocalDate due = lines.stream()
                .map(CaseLine::due)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        long late = lines.stream().filter(CaseLine::late).count();
        long reminded = lines.stream().filter(CaseLine::reminded).count();
        return List.of(
                new Queue(CaseText.CASES_TITLE, CasesPage.PATH, lines.size(), late, due),
                Queue.of(CaseText.CASES_REMINDED, CasesList.REMINDED_PATH, reminded));
    }
}
