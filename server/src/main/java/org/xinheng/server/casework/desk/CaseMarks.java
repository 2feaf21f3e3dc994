package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.CaseMachine;
import org.xinheng.core.casework.TimerReading;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordMarks.Change;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Taken;

/** The marks that a case holds on its record, read off its steps; what stands there is brought in line with them. */
final class CaseMarks {

    private CaseMarks() {}

    /** @return the marks that should stand under the number of the case */
    static List<RecordMark> of(CaseKind kind, CaseFile file, CaseMachine.View view) {
        Map<Kind, LocalDate> since = new EnumMap<>(Kind.class);
        boolean own = !file.opening().statement().isBlank();
        for (Taken taken : file.steps()) {
            LocalDate day = taken.step().day();
            kind.action(taken.step().action())
                    .map(Action::effects)
                    .orElse(List.of())
                    .forEach(effect -> follow(effect, since, day, own));
        }
        LocalDate unanswered = since.containsKey(Kind.DISPUTED) ? unanswered(kind, view) : null;
        if (unanswered != null) {
            since.putIfAbsent(Kind.WITHHELD, unanswered);
        }
        if (file.opening().repeated()) {
            since.keySet().removeAll(List.of(Kind.DISPUTED, Kind.WITHHELD, Kind.STATEMENT));
        }
        List<RecordMark> marks = new ArrayList<>();
        since.forEach((mark, from) -> marks.add(new RecordMark(
                mark,
                file.number(),
                from,
                mark == Kind.STATEMENT ? file.opening().statement() : "")));
        return marks;
    }

    private static void follow(Effect effect, Map<Kind, LocalDate> since, LocalDate day, boolean own) {
        switch (effect) {
            case MARK -> place(Kind.DISPUTED, since, day, own);
            case HIDE -> place(Kind.WITHHELD, since, day, own);
            case SCREEN -> place(Kind.SCREENED, since, day, own);
            case WITHHOLD -> since.putIfAbsent(Kind.WITHHELD, day);
            case UNMARK -> {
                since.remove(Kind.DISPUTED);
                since.remove(Kind.WITHHELD);
            }
            case RETRACT -> since.remove(Kind.STATEMENT);
            case LITIGATION -> since.putIfAbsent(Kind.LITIGATION, day);
            case LITIGATION_OVER -> since.remove(Kind.LITIGATION);
            case UNSCREEN -> since.remove(Kind.SCREENED);
            case END_REPAIRED, UNDO_REPAIR, WITHDRAW, CORRECTED, LEAD, BAR, UNBARRED, RETURN_RESULT -> {}
        }
    }

    private static void place(Kind mark, Map<Kind, LocalDate> since, LocalDate day, boolean own) {
        since.putIfAbsent(mark, day);
        if (own) {
            since.putIfAbsent(Kind.STATEMENT, day);
        }
    }

    /** First day on which an objection that nobody answers withholds its record: no job has to run for it. */
    private static @Nullable LocalDate unanswered(CaseKind kind, CaseMachine.View view) {
        for (TimerReading timer : view.timers()) {
            String follows = timer.timer().onMiss();
            boolean withholds = follows != null
                    && kind.action(follows)
                            .filter(action -> action.effects().contains(Effect.WITHHOLD))
                            .isPresent();
            DueDate due = timer.due();
            if (withholds && !timer.ended() && due != null) {
                return due.date().plusDays(1);
            }
        }
        return null;
    }

    /** What has to change so that those which should stand do; a first day that has passed either way is no difference. */
    static List<Change> changes(List<RecordMark> wanted, List<RecordMark> standing, LocalDate today) {
        List<Change> changes = new ArrayList<>();
        for (RecordMark mark : wanted) {
            if (standing.stream().noneMatch(there -> same(mark, there, today))) {
                changes.add(new Change(mark, true));
            }
        }
        for (RecordMark there : standing) {
            if (wanted.stream().noneMatch(mark -> mark.kind() == there.kind())) {
                changes.add(RecordMarks.lifted(there.kind(), there.reference(), today));
            }
        }
        return changes;
    }

    private static boolean same(RecordMark wanted, RecordMark there, LocalDate today) {
        return wanted.kind() == there.kind()
                && wanted.statement().equals(there.statement())
                && (wanted.from().equals(there.from()) || (wanted.effective(today) && there.effective(today)));
    }
}
