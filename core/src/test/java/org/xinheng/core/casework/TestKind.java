package org.xinheng.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Clockwork;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.core.policy.CaseKind.Needs;
import org.xinheng.core.policy.CaseKind.Paper;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.CaseKind.State;
import org.xinheng.core.policy.CaseKind.Timer;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.NumberPattern;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** A small kind of case with every sort of action, on calendar days so that a reader can count along. */
final class TestKind {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    static final Title TITLE = new Title("甲", "A");

    private TestKind() {}

    static Rule rule(String id) {
        return new Rule(
                id,
                TITLE,
                new Validity(LocalDate.of(2020, 1, 1), null),
                new Basis("《甲法》", null, "第一条", Basis.Level.LAW),
                Confidence.CONFIRMED,
                "test:1");
    }

    /** Answer within 7 days, which can be stopped and made 3 days longer; a look within 1 day, which cannot. */
    static CaseKind kind() {
        return new CaseKind(
                rule("case.test"),
                new NumberPattern("甲〔{year}〕{count}号"),
                CaseKind.About.RECORD,
                List.of(),
                List.of(),
                CaseKind.GroundsFrom.ITSELF,
                List.of(),
                List.of(
                        new State("filed", TITLE, false),
                        new State("late", TITLE, false),
                        new State("answered", TITLE, true)),
                List.of(
                        action("file", List.of(), "filed", Needs.NOTHING, Party.ORGANISATION),
                        action("look", List.of("filed"), null, Needs.NOTHING, Party.OFFICE, Party.CLOCK),
                        action("stop", List.of("filed"), null, clockwork(Clockwork.SUSPEND), Party.SOURCE),
                        action("go-on", List.of("filed"), null, clockwork(Clockwork.RESUME), Party.SOURCE),
                        action("extend", List.of("filed"), null, clockwork(Clockwork.EXTEND), Party.SOURCE),
                        action("remind", List.of("filed"), null, Needs.NOTHING, Party.CLOCK),
                        action("miss", List.of("filed"), "late", Needs.NOTHING, Party.CLOCK),
                        action(
                                "answer",
                                List.of("filed", "late"),
                                "answered",
                                new Needs(true, Paper.DECISION, Clockwork.NONE),
                                Party.SOURCE),
                        action(
                                "settle",
                                List.of("filed"),
                                "answered",
                                new Needs(false, Paper.ANY, Clockwork.NONE),
                                Party.SOURCE)),
                List.of(
                        new Timer("reply", "look", List.of("file", "go-on"), List.of("settle"), "remind"),
                        new Timer("look", "look", List.of("file"), List.of("look"), "look"),
                        new Timer("whole", "whole", List.of("file"), List.of("answer", "settle"), "miss")),
                null);
    }

    private static Needs clockwork(Clockwork clockwork) {
        return new Needs(false, Paper.NONE, clockwork);
    }

    private static Action action(String id, List<String> from, @Nullable String to, Needs needs, Party... by) {
        return new Action(id, TITLE, Set.of(by), from, to, List.of(Effect.MARK), needs, null, null);
    }

    /** @param extension days of an extension; null where the rule gives no length */
    static Policy policy(@Nullable Integer extension) {
        var stoppable = new DeadlineRule.Counting(
                DeadlineRule.FirstDay.NEXT_DAY, TITLE, new DeadlineRule.Extension(extension, TITLE));
        Map<String, DatedTable<DeadlineRule>> deadlines = new LinkedHashMap<>();
        put(deadlines, new DeadlineRule(rule("look"), "look", 1, DeadlineRule.Unit.CALENDAR_DAYS));
        put(deadlines, new DeadlineRule(rule("whole"), "whole", 7, DeadlineRule.Unit.CALENDAR_DAYS, stoppable));
        return new Policy(
                "test",
                "0",
                new Place(TITLE, "990100", TITLE, TITLE, List.of(), "market"),
                WorkingCalendar.of(List.of(), List.of()),
                new CodeTables(Map.of(), Set.of()),
                Map.of(),
                Map.of(),
                Map.of(),
                deadlines,
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static void put(Map<String, DatedTable<DeadlineRule>> deadlines, DeadlineRule rule) {
        deadlines.put(
                rule.clock(),
                new DatedTable<>(List.of(rule), edition -> edition.rule().validity()));
    }

    /** Three working days, counted from the day itself and from the next. */
    static CaseMachine working() {
        var policy = policy(3);
        Map<String, DatedTable<DeadlineRule>> deadlines = new LinkedHashMap<>(policy.deadlines());
        var sameDay = new DeadlineRule.Counting(DeadlineRule.FirstDay.SAME_DAY, null, null);
        put(deadlines, new DeadlineRule(rule("look"), "look", 3, DeadlineRule.Unit.WORKING_DAYS, sameDay));
        put(deadlines, new DeadlineRule(rule("whole"), "whole", 3, DeadlineRule.Unit.WORKING_DAYS));
        return new CaseMachine(kind(), with(policy, deadlines), at -> LocalDate.ofInstant(at, ZONE));
    }

    static Policy with(Policy policy, Map<String, DatedTable<DeadlineRule>> deadlines) {
        return new Policy(
                policy.pack(),
                policy.version(),
                policy.place(),
                policy.calendar(),
                policy.codes(),
                policy.recordTypes(),
                policy.codeLists(),
                policy.gates(),
                deadlines,
                policy.authorities(),
                policy.matters(),
                policy.measures(),
                policy.rules());
    }

    static CaseMachine machineOf(CaseKind kind) {
        return new CaseMachine(kind, policy(3), at -> LocalDate.ofInstant(at, ZONE));
    }

    static CaseMachine machine(@Nullable Integer extension) {
        return new CaseMachine(kind(), policy(extension), at -> LocalDate.ofInstant(at, ZONE));
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    static Move move(List<Step> steps, String action, Party party, LocalDate day) {
        return new Move(action, party, steps.size(), day, noon(day), Move.Said.NOTHING);
    }

    /** Takes steps one after the other, each on its day; every one must be allowed. */
    static List<Step> steps(CaseMachine machine, Object... actionsAndDays) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < actionsAndDays.length; i += 3) {
            var move = move(steps, (String) actionsAndDays[i], (Party) actionsAndDays[i + 1], MONDAY.plusDays((int)
                    actionsAndDays[i + 2]));
            switch (machine.plan(steps, move)) {
                case CaseMachine.Outcome.Planned planned -> steps.add(planned.step());
                case CaseMachine.Outcome.Refused(Refusal refusal) ->
                    throw new AssertionError(move.action() + ": " + refusal);
            }
        }
        return steps;
    }
}
