package org.xinheng.server.casework.recheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.RecheckDraw;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.core.policy.CaseKind.Recheck;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.desk.Parties;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.casework.desk.Subjects;
import org.xinheng.server.casework.desk.Surroundings;
import org.xinheng.server.casework.recheck.RecheckStore.Closing;
import org.xinheng.server.casework.recheck.RecheckStore.Result;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.CaseStore.Scope;
import org.xinheng.server.casework.store.Handovers;
import org.xinheng.server.web.TodayOffer;

/**
 * Re-check of granted repairs (已修复信息抽查复核): those drawn by the pack's share have to be looked into within its period; wrong ones and
 * missed ones are found by comparison. What is wrong is put right by whoever made the finding, in the case itself.
 */
public final class Rechecks {

    private static final int PAGE = 500;

    private final CaseStore cases;
    private final RecheckStore store;
    private final Inspection inspection;
    private final Sides sides;

    Rechecks(CaseStore cases, RecheckStore store, Inspection inspection, Sides sides) {
        this.cases = cases;
        this.store = store;
        this.inspection = inspection;
        this.sides = sides;
    }

    /** Who asks, about whom, what was handed over, and by which rules. */
    record Sides(Parties parties, Subjects subjects, Handovers book, Surroundings around) {}

    /**
     * A granted repair within its period, or one found wrong and not put right.
     *
     * @param drawn whether it has to be looked into
     * @param due last day for that
     * @param result what was found last; null before
     */
    public record Line(
            CaseFile file,
            Taken grant,
            String party,
            boolean drawn,
            LocalDate due,
            boolean overdue,
            List<Fault> faults,
            @Nullable Result result) {

        boolean open() {
            return result == null ? drawn || !faults.isEmpty() : !result.inOrder();
        }
    }

    /** @param number at the window, or of the hand-over. @param since the day from which it is missed */
    public record Missed(Fault fault, String number, String record, LocalDate since) {}

    record Found(List<Line> lines, List<Missed> missed) {}

    private record Rule(CaseKind kind, Recheck recheck) {}

    private Optional<Rule> rule() {
        return sides.around()
                .kind(Repairs.KIND)
                .flatMap(kind -> Optional.ofNullable(kind.recheck()).map(recheck -> new Rule(kind, recheck)));
    }

    /** What the actor may see, those with something wrong first, then by the day on which they are due. */
    Found found(Actor actor) {
        Rule rule = rule().orElse(null);
        if (rule == null) {
            return new Found(List.of(), List.of());
        }
        Scope sight = sides.parties().sight(actor, sides.around().today());
        return new Found(lines(rule, sight), missed(rule, sight));
    }

    /** Those that were drawn, or have something wrong, and were not looked into yet. */
    List<TodayOffer.Queue> queues(Actor actor) {
        if (!actor.may(Permission.OVERSEE) && !actor.may(Permission.DELIVER_FOR_ALL)) {
            return List.of();
        }
        List<Line> open = found(actor).lines().stream().filter(Line::open).toList();
        return List.of(new TodayOffer.Queue(
                RecheckText.TITLE,
                RecheckPage.PATH,
                open.size(),
                open.stream().filter(Line::overdue).count(),
                open.stream().map(Line::due).min(LocalDate::compareTo).orElse(null)));
    }

    private List<Line> lines(Rule rule, Scope sight) {
        Scope repairs = new Scope(
                sight.authorities(), sight.organisations(), Set.of(rule.kind().id()));
        Map<Long, Taken> granted = new HashMap<>();
        List<CaseFile> files = new ArrayList<>();
        for (long after = 0; ; ) {
            List<CaseFile> page = cases.list(repairs, false, after, PAGE);
            for (CaseFile file : page) {
                grant(rule, file).ifPresent(grant -> {
                    granted.put(file.id(), grant);
                    files.add(file);
                });
            }
            if (page.size() < PAGE) {
                break;
            }
            after = page.getLast().id();
        }
        Map<Long, Result> results = store.results(granted.keySet());
        Map<Long, String> names = sides.subjects()
                .names(files.stream()
                        .map(file -> file.opening().organisationId())
                        .toList());
        List<Line> lines = new ArrayList<>();
        for (CaseFile file : files) {
            Line line = line(rule, file, Objects.requireNonNull(granted.get(file.id())), results.get(file.id()), names);
            if (line != null) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.comparing((Line line) -> line.faults().isEmpty()).thenComparing(Line::due));
        return lines;
    }

    /** The grant that stands; empty where none was given, or it was revoked. */
    private static Optional<Taken> grant(Rule rule, CaseFile file) {
        Taken grant = null;
        for (Taken taken : file.steps()) {
            String action = taken.step().action();
            if (rule.recheck().after().contains(action)) {
                grant = taken;
            } else if (undoes(rule.kind(), action)) {
                grant = null;
            }
        }
        return Optional.ofNullable(grant);
    }

    private static boolean undoes(CaseKind kind, String action) {
        return kind.action(action)
                .map(Action::effects)
                .filter(effects -> effects.contains(Effect.UNDO_REPAIR))
                .isPresent();
    }

    private @Nullable Line line(
            Rule rule, CaseFile file, Taken grant, @Nullable Result result, Map<Long, String> names) {
        LocalDate today = sides.around().today();
        LocalDate due = due(rule.recheck().clock(), grant.step().day());
        boolean drawn = RecheckDraw.drawn(file.number(), rule.recheck().share());
        boolean over = today.isAfter(due);
        boolean settled = result == null ? over && !drawn : result.inOrder() && over;
        if (settled) {
            return null;
        }
        return new Line(
                file,
                grant,
                names.getOrDefault(file.opening().organisationId(), ""),
                drawn,
                due,
                over && result == null && drawn,
                inspection.faults(rule.kind(), file, grant),
                result);
    }

    private List<Missed> missed(Rule rule, Scope sight) {
        LocalDate today = sides.around().today();
        List<Missed> missed = new ArrayList<>();
        // As far back as a grant may still be looked into twice over.
        for (Closing closing : store.granted(today.minusYears(1))) {
            if (stands(closing.record(), sight) && !undone(rule, closing.number())) {
                missed.add(new Missed(Fault.NOT_CARRIED_OUT, closing.number(), closing.record(), closing.on()));
            }
        }
        for (Handovers.Sent waiting : sides.book().waiting(rule.kind().id())) {
            LocalDate due = due(rule.recheck().push(), day(waiting.at()));
            if (today.isAfter(due) && stands(waiting.record(), sight)) {
                missed.add(new Missed(Fault.NOT_PUSHED, waiting.number(), waiting.record(), due.plusDays(1)));
            }
        }
        return missed;
    }

    private boolean stands(String address, Scope sight) {
        RecordVersion record = sides.subjects().standing(address);
        return record != null
                && (sight.authorities() == null || sight.authorities().contains(record.authorityCode()));
    }

    /** A repair that was revoked here stands again by right. */
    private boolean undone(Rule rule, String number) {
        return cases.findByOutsideNumber(number)
                .filter(file -> file.steps().stream()
                        .anyMatch(taken -> undoes(rule.kind(), taken.step().action())))
                .isPresent();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, sides.around().clock().getZone());
    }

    private LocalDate due(String clock, LocalDate from) {
        var policy = sides.around().policy();
        return DueDate.of(policy.deadline(clock, from), policy.calendar(), from).date();
    }

    /** What became of a result. */
    enum Kept {
        DONE,
        /** No granted repair of that number stands. */
        UNKNOWN,
        /** Somebody else entered one meanwhile. */
        OVERTAKEN
    }

    /** @param seen number of the last result that the actor saw, 0 for none */
    Kept enter(Actor actor, long caseId, int seen, boolean inOrder, String note) {
        Rule rule = rule().orElse(null);
        CaseFile file = cases.find(caseId)
                .filter(one ->
                        rule != null && one.opening().kind().equals(rule.kind().id()))
                .orElse(null);
        if (rule == null || file == null || grant(rule, file).isEmpty()) {
            return Kept.UNKNOWN;
        }
        var result = new Result(seen + 1, actor.name(), sides.around().today(), inOrder, note);
        Result last = store.results(List.of(caseId)).get(caseId);
        boolean same = last != null && last.equals(result);
        boolean next = (last == null ? 0 : last.number()) == seen;
        return same || (next && store.add(caseId, result, sides.around().clock().instant()))
                ? Kept.DONE
                : Kept.OVERTAKEN;
    }

    LocalDate today() {
        return sides.around().today();
    }

    /** The window's word on an application that it closed. @return false when it said something else before */
    boolean close(Actor actor, Closing closing) {
        return store.add(closing, actor.name(), sides.around().clock().instant());
    }
}
